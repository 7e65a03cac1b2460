package io.chatauth.channel.zalo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.chatauth.spi.ChatLink;
import io.chatauth.spi.ChatLinkContext;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZaloChatLinksTest {
    private static ChatLink link(String sender) {
        return ZaloSamples.FIXTURE.channel().chatLink(ChatLinkContext.of(sender, "Code: 7K3M"));
    }

    @Test
    void officialAccountOpensAndThePersonTypesTheCode() {
        assertEquals(ChatLink.typed(URI.create("https://zalo.me/1234567890123456789")), link("1234567890123456789"));
    }

    @Test
    void whatIsNoAccountOpensNothing() {
        for (String sender : List.of("MyBank", "", "12/34567")) {
            assertInstanceOf(ChatLink.Refused.class, link(sender), sender);
        }
    }
}
