package io.chatauth.channel.line.internal;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.ChatLink;
import io.chatauth.spi.ChatLinkContext;
import org.junit.jupiter.api.Test;

class LineChatLinksTest {
    @Test
    void nobodyIsInvitedWhereNothingComesBack() {
        ChatLink.Refused refused = assertInstanceOf(
                ChatLink.Refused.class,
                LineSamples.FIXTURE.channel().chatLink(ChatLinkContext.of("@mybank", "Code: 7K3M")));
        assertTrue(refused.reason().contains("what people write"), refused.reason());
    }
}
