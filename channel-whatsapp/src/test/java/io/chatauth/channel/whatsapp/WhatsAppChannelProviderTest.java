package io.chatauth.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChannelId;
import io.chatauth.spi.ChannelProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WhatsAppChannelProviderTest {
    @Test
    void providerIsDeclaredForTheClassPathAndForTheModulePath() throws IOException {
        String name = WhatsAppChannelProvider.class.getName();
        try (InputStream in = WhatsAppChannelProvider.class.getResourceAsStream(
                "/META-INF/services/" + ChannelProvider.class.getName())) {
            assertEquals(name, new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
        Module module = WhatsAppChannelProvider.class.getModule();
        assertTrue(module.isNamed(), "the tests run on the module path");
        assertTrue(module.getDescriptor().provides().stream()
                .anyMatch(provides -> provides.service().equals(ChannelProvider.class.getName())
                        && provides.providers().contains(name)));
    }

    @Test
    void idIsTheNameOfTheChannel() {
        assertEquals(ChannelId.of("whatsapp"), new WhatsAppChannelProvider().id());
    }
}
