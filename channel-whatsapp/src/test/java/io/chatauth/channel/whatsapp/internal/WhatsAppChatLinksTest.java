package io.chatauth.channel.whatsapp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.chatauth.spi.ChatLink;
import io.chatauth.spi.ChatLinkContext;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatsAppChatLinksTest {
    private static ChatLink link(String sender) {
        return WhatsAppSamples.FIXTURE.channel().chatLink(ChatLinkContext.of(sender, "Code: 7K3M & \u00e9+1\nyes"));
    }

    @Test
    void numberOpensTheChatWithTheTextFilledIn() {
        URI uri = URI.create("https://wa.me/441134960000?text=Code%3A%207K3M%20%26%20%C3%A9%2B1%0Ayes");
        assertEquals(ChatLink.prefilled(uri), link("441134960000"));
        assertEquals(ChatLink.prefilled(uri), link("+441134960000"));
    }

    @Test
    void whatIsNoNumberOpensNothing() {
        for (String sender : List.of("MyBank", "", "0044113496", "44113496000012345", "44/../1")) {
            assertInstanceOf(ChatLink.Refused.class, link(sender), sender);
        }
    }
}
