package io.chatauth.channel.viber.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.ChatLink;
import io.chatauth.spi.ChatLinkContext;
import io.chatauth.spi.OptionException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViberChatLinksTest {
    private static ChatLink link(Map<String, String> options) {
        return ViberSamples.FIXTURE.with(options).channel().chatLink(ChatLinkContext.of("MyBank", "Code: 7K3M & more"));
    }

    @Test
    void chatOpensByItsUriWithTheTextFilledIn() {
        assertEquals(
                ChatLink.prefilled(URI.create("viber://pa?chatURI=mybank&text=Code%3A%207K3M%20%26%20more")),
                link(Map.of("chat-uri", "mybank")));
    }

    @Test
    void withoutUriItSaysWhatToSet() {
        ChatLink.Refused refused = assertInstanceOf(ChatLink.Refused.class, link(Map.of()));
        assertTrue(refused.reason().contains("chatauth.channel.viber.chat-uri"), refused.reason());
    }

    @Test
    void uriIsANameAndNoAddress() {
        for (String wrong : List.of("https://viber.example/mybank", "my bank", "mybank&text=x", "x".repeat(101))) {
            OptionException error = assertThrows(OptionException.class, () -> link(Map.of("chat-uri", wrong)));
            assertTrue(error.getMessage().startsWith("chatauth.channel.viber.chat-uri"), error.getMessage());
        }
    }
}
