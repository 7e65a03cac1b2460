package io.chatauth.channel.kakao.internal;

import io.chatauth.spi.ChatLink;
import io.chatauth.spi.ChatLinkContext;

/** None. AlimTalk goes one way: what people write reaches the chat with the business, which is another product. */
final class KakaoChatLinks {
    private KakaoChatLinks() {}

    static ChatLink of(ChatLinkContext context) {
        return ChatLink.refused("what people write to AlimTalk reaches another product, and not ChatAuth");
    }
}
