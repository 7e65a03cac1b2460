package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChannelId;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.OptionException;
import io.chatauth.spi.Options;
import io.chatauth.template.AdaptationNote;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The cases of what a provider and its channel declare. */
abstract class ChannelDeclarations extends ChannelBase {
    /** For subclasses. */
    protected ChannelDeclarations() {}

    @Test
    void providerIsPublicAndMadeWithoutArguments() throws ReflectiveOperationException {
        Services.isPublicAndMadeWithoutArguments(provider.getClass());
    }

    @Test
    void idIsAlwaysTheSame() {
        ChannelId id = provider.id();
        same(id, provider.id(), "the id");
        same(id, provider().id(), "the id of another provider");
    }

    @Test
    void providerIsDeclaredInMetaInfServices() throws IOException {
        Services.isDeclaredInMetaInf(ChannelProvider.class, provider.getClass());
        Services.isFound(
                ServiceLoader.load(ChannelProvider.class, provider.getClass().getClassLoader()), provider.getClass());
    }

    @Test
    void providerIsDeclaredInItsModuleIfThereIsOne() throws URISyntaxException {
        Services.isDeclaredInItsModule(ChannelProvider.class, provider.getClass());
    }

    @Test
    void withoutOptionsThereIsAChannelOrAnOptionIsNamed() {
        try {
            provider.create(new ChannelContext(Options.none()));
        } catch (OptionException e) {
            assertFalse(String.valueOf(e.getMessage()).isBlank());
        }
    }

    @Test
    void optionThatIsMissingIsNamed() {
        Options all = options();
        for (String missing : all.names()) {
            Map<String, String> rest = new LinkedHashMap<>();
            for (String name : all.names()) {
                if (!name.equals(missing)) {
                    all.text(name).ifPresent(value -> rest.put(name, value));
                }
            }
            try {
                provider.create(new ChannelContext(Options.of("chatauth.channel." + provider.id() + ".", rest)));
            } catch (OptionException e) {
                String message = String.valueOf(e.getMessage());
                assertTrue(message.contains(missing), () -> "without '" + missing + "' it says only: " + message);
                hidesSecrets(message);
            }
        }
    }

    /** Whatever is written or started while a channel is made would be written and started in every application. */
    @Test
    void makingAChannelIsSilentAndStartsNothing() throws InterruptedException {
        ThreadGroup group = new ThreadGroup("making a channel");
        AtomicInteger alive = new AtomicInteger();
        Thread maker = new Thread(
                group,
                () -> {
                    provider().create(new ChannelContext(options()));
                    alive.set(group.activeCount());
                },
                "maker");
        assertEquals("", Listening.whileRuns(maker), "it writes while it is made");
        assertEquals(1, alive.get(), "it starts threads while it is made");
    }

    @Test
    void capabilitiesAreAlwaysTheSame() {
        List<Object> once = data(channel.capabilities());
        same(once, data(channel.capabilities()), "what the channel can do");
        same(
                once,
                data(provider().create(new ChannelContext(options())).capabilities()),
                "what another channel can do");
    }

    @Test
    void whatCanBeSubscribedIsAlwaysTheSame() {
        same(channel.subscribable(), channel.subscribable(), "what can be subscribed");
        same(
                channel.subscribable(),
                provider().create(new ChannelContext(options())).subscribable(),
                "what can be subscribed of another channel");
    }

    private static List<Object> data(Capabilities capabilities) {
        List<Object> data = new ArrayList<>(List.of(
                capabilities.textMode(),
                capabilities.maxBody(),
                capabilities.maxHeader(),
                capabilities.maxFooter(),
                capabilities.maxButtons(),
                capabilities.inbound(),
                capabilities.reports(),
                capabilities.recipients(),
                capabilities.languages(),
                capabilities.templateName().pattern(),
                capabilities.templateNameInWords(),
                capabilities.maxValue(),
                capabilities.maxCode(),
                capabilities.multilineValues(),
                capabilities.directionMarks(),
                capabilities.lengthUnit(),
                capabilities.maxHeaderPlaceholders(),
                capabilities.maxUrl(),
                capabilities.personalLinksRefused(),
                capabilities.batchSize(),
                capabilities.smsFailover()));
        for (ButtonKind kind : ButtonKind.values()) {
            data.add(capabilities.button(kind));
        }
        for (Category category : Category.values()) {
            data.add(capabilities.fixedText(category));
        }
        return data;
    }

    @Test
    void capabilitiesMakeSense() {
        Capabilities capabilities = channel.capabilities();
        assertTrue(capabilities.maxBody() >= 1, "a body has room for a character");
        assertTrue(capabilities.maxValue() >= 1, "a value has room for a character");
        assertTrue(capabilities.maxCode() >= 6, "a code has room for six characters");
        assertTrue(capabilities.batchSize() >= 1, "a request has room for a message");
        assertTrue(
                capabilities.recipients().contains(address().kind()),
                () -> "it sends to " + capabilities.recipients() + ", and the sample address is another kind");
        for (ButtonKind kind : ButtonKind.values()) {
            capabilities
                    .button(kind)
                    .ifPresent(support -> assertTrue(capabilities.maxButtons() >= 1, () -> kind + " has no room"));
        }
        assertFalse(capabilities.templateNameInWords().isBlank());
    }

    @Test
    void eachTemplateIsShownWithinTheCapabilitiesOrRefusedWithReasons() {
        for (Template template : SampleTemplates.all()) {
            try {
                AdaptedTemplate adapted = channel.adapt(provider.id(), template);
                shows(adapted);
                same(adapted, channel.adapt(provider.id(), template), "how " + template + " is shown");
            } catch (TemplateRefusedException e) {
                assertFalse(e.reasons().isEmpty(), () -> template + " is refused without a reason");
                assertTrue(String.valueOf(e.getMessage()).contains(template.name()), e::toString);
            }
        }
        messages();
    }

    private void shows(AdaptedTemplate adapted) {
        Capabilities capabilities = channel.capabilities();
        assertFalse(adapted.body().isBlank(), () -> adapted.source() + " lost its body");
        assertTrue(adapted.buttons().size() <= capabilities.maxButtons(), () -> adapted + " has too many buttons");
        for (Button button : adapted.buttons()) {
            assertTrue(capabilities.button(button.kind()).isPresent(), () -> button + " can't be shown");
        }
        for (AdaptationNote note : adapted.notes()) {
            assertFalse(note.text().isBlank(), () -> adapted.source() + " has a note without words");
        }
    }

    @Test
    void hostsAreNamesInLowerCase() {
        for (String host : channel.hosts()) {
            assertEquals(host.toLowerCase(Locale.ROOT), host);
            assertTrue(host.matches("[a-z0-9.-]+"), () -> "'" + host + "' is no host name");
        }
    }

    @Test
    void channelAndProviderShowNoSecret() {
        hidesSecrets(channel.toString());
        hidesSecrets(provider.toString());
    }
}
