package io.chatauth.channel.line.internal;

import io.chatauth.spi.ChatLink;
import io.chatauth.spi.ChatLinkContext;

/**
 * None. A link could open the chat with the text filled in, but Infobip documents no form in which what people write to LINE
 * comes back.
 */
final class LineChatLinks {
    private LineChatLinks() {}

    static ChatLink of(ChatLinkContext context) {
        return ChatLink.refused("Infobip documents no form in which what people write to LINE comes back");
    }
}
