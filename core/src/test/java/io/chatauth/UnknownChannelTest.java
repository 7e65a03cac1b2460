package io.chatauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.ProviderJars.Content;
import io.chatauth.internal.config.Resolved;
import io.chatauth.internal.discovery.Wish;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnknownChannelTest {
    private static final String WHATSAPP = "io.chatauth.channel.whatsapp.WhatsAppChannelProvider";

    @TempDir
    Path work;

    private ProviderJars jars;

    @BeforeEach
    void open() {
        jars = new ProviderJars(work);
    }

    @AfterEach
    void close() throws IOException {
        jars.close();
    }

    private static String missing(ChatAuthBuilder builder, String id) {
        Resolved resolved = builder.baseUrl("http://localhost:8080")
                .apiKey(Secret.of("k"))
                .channel(FakeChannel.provider("line"))
                .channel(FakeChannel.provider("carrier-pigeon"))
                .sender("line", "1")
                .resolve(Wish.BuiltIn.NONE);
        assertEquals(List.of(), resolved.problems());
        UnknownChannelException thrown = assertThrows(
                UnknownChannelException.class, () -> resolved.channels().get(ChannelId.of(id)));
        assertEquals(ChannelId.of(id), thrown.channel());
        return String.valueOf(thrown.getMessage());
    }

    @Test
    void anotherModuleOfOursIsNamed() throws IOException {
        assertEquals(
                "There is no channel 'whatsapp'. Channels that are here: carrier-pigeon, line."
                        + " Add io.chatauth:chatauth-channel-whatsapp to the class path or module path.",
                missing(new ChatAuthBuilder().discover(jars.loader()), "whatsapp"));
    }

    @Test
    void aTypingErrorIsGuessed() throws IOException {
        assertEquals(
                "There is no channel 'carrier-pidgeon'. Channels that are here: carrier-pigeon, line."
                        + " Did you mean 'carrier-pigeon'? Add the module that has this channel, or give its provider with"
                        + " channel(…).",
                missing(new ChatAuthBuilder().discover(jars.loader()), "carrier-pidgeon"));
    }

    @Test
    void discoveryThatIsOffIsSaid() {
        assertEquals(
                "There is no channel 'viber'. Channels that are here: carrier-pigeon, line."
                        + " Discovery is off: call discover(), or channel(new ViberChannelProvider())."
                        + " Add io.chatauth:chatauth-channel-viber to the class path or module path.",
                missing(new ChatAuthBuilder(), "viber"));
    }

    @Test
    void aShadedJarThatLostItsServicesFileIsRecognised() throws IOException {
        Path jar = jars.jar("shaded", new Content().channel(WHATSAPP, "whatsapp"));

        assertEquals(
                "There is no channel 'whatsapp'. Channels that are here: carrier-pigeon, line."
                        + " The class io.chatauth.channel.whatsapp.WhatsAppChannelProvider is there in " + jar
                        + ", but no META-INF/services/io.chatauth.spi.ChannelProvider names it: a shaded jar may have lost"
                        + " the entry. Merge the services files when shading (Maven Shade: ServicesResourceTransformer), or"
                        + " call channel(new WhatsAppChannelProvider()).",
                missing(new ChatAuthBuilder().discover(jars.loader(jar)), "whatsapp"));
    }

    @Test
    void aProviderThatThrewIsNamedWithItsCause() throws IOException {
        Path jar = jars.jar(
                "bad",
                new Content()
                        .channel(WHATSAPP, "whatsapp", "public", "throw new IllegalStateException(\"no luck\");", "")
                        .services(WHATSAPP));

        assertEquals(
                "There is no channel 'whatsapp'. Channels that are here: carrier-pigeon, line."
                        + " Failed: channel: io.chatauth.channel.whatsapp.WhatsAppChannelProvider (" + jar
                        + ") - io.chatauth.spi.ChannelProvider: Provider"
                        + " io.chatauth.channel.whatsapp.WhatsAppChannelProvider could not be instantiated, caused by"
                        + " java.lang.IllegalStateException: no luck."
                        + " Mend what failed, or give a provider with channel(…).",
                missing(new ChatAuthBuilder().discover(jars.loader(jar)), "whatsapp"));
    }

    @Test
    void anExcludedChannelIsSaidToBe() throws IOException {
        Path jar = jars.jar("w", new Content().channel(WHATSAPP, "whatsapp").services(WHATSAPP));

        assertEquals(
                "There is no channel 'whatsapp'. Channels that are here: carrier-pigeon, line."
                        + " It was excluded: take it out of exclude(…) or chatauth.exclude.",
                missing(new ChatAuthBuilder().discover(jars.loader(jar)).exclude("whatsapp"), "whatsapp"));
    }
}
