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
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The cases of what a provider and its channel declare. */
abstract class ChannelDeclarations extends ChannelBase {
    /** For subclasses. */
    protected ChannelDeclarations() {}

    @Test
    void providerIsPublicAndMadeWithoutArguments() throws ReflectiveOperationException {
        Class<? extends ChannelProvider> type = provider.getClass();
        assertTrue(Modifier.isPublic(type.getModifiers()), () -> type + " is not public");
        assertTrue(
                Modifier.isPublic(type.getDeclaredConstructor().getModifiers()),
                () -> type + " has no public constructor without arguments");
    }

    @Test
    void idIsAlwaysTheSame() {
        ChannelId id = provider.id();
        same(id, provider.id(), "the id");
        same(id, provider().id(), "the id of another provider");
    }

    @Test
    void providerIsDeclaredInMetaInfServices() throws IOException {
        String name = provider.getClass().getName();
        ClassLoader loader = provider.getClass().getClassLoader();
        List<String> declared = new ArrayList<>();
        for (URL file : Collections.list(loader.getResources("META-INF/services/" + ChannelProvider.class.getName()))) {
            try (InputStream in = file.openStream()) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .forEach(declared::add);
            }
        }
        assertTrue(declared.contains(name), () -> name + " is not among the declared providers " + declared);
        assertTrue(
                ServiceLoader.load(ChannelProvider.class, loader).stream()
                        .anyMatch(found -> found.type().getName().equals(name)),
                () -> name + " is not found by the service loader");
    }

    @Test
    void providerIsDeclaredInItsModuleIfThereIsOne() throws URISyntaxException {
        Optional<ModuleDescriptor> module = descriptor(provider.getClass());
        module.ifPresent(descriptor -> assertTrue(
                descriptor.provides().stream()
                        .filter(provides -> provides.service().equals(ChannelProvider.class.getName()))
                        .anyMatch(provides -> provides.providers()
                                .contains(provider.getClass().getName())),
                () -> "the module " + descriptor.name() + " does not provide "
                        + provider.getClass().getName()));
    }

    private static Optional<ModuleDescriptor> descriptor(Class<?> type) throws URISyntaxException {
        if (type.getModule().isNamed()) {
            return Optional.of(type.getModule().getDescriptor());
        }
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        return ModuleFinder.of(Path.of(source.getLocation().toURI())).findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(descriptor -> !descriptor.isAutomatic())
                .findFirst();
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
    void capabilitiesAreAlwaysTheSame() {
        List<Object> once = data(channel.capabilities());
        same(once, data(channel.capabilities()), "what the channel can do");
        same(
                once,
                data(provider().create(new ChannelContext(options())).capabilities()),
                "what another channel can do");
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
