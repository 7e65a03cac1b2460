package io.chatauth.channel.viber.internal;

import io.chatauth.spi.ChatLink;
import io.chatauth.spi.ChatLinkContext;
import java.net.URI;

/**
 * The deep link of Viber's developer documentation that opens a chat and puts a text into its input field. It knows a chat by
 * its URI, which is not the sender of business messages, so it must be told.
 */
final class ViberChatLinks {
    private ViberChatLinks() {}

    static ChatLink of(ChatLinkContext context, ViberOptions options) {
        return options.chatUri()
                .map(uri -> ChatLink.prefilled(URI.create(
                        "viber://pa?chatURI=" + ChatLink.encode(uri) + "&text=" + ChatLink.encode(context.text()))))
                .orElseGet(() -> ChatLink.refused("a Viber chat is opened by its URI; set chatauth.channel.viber."
                        + ViberOptions.CHAT_URI + " to that of the chat whose messages Infobip forwards"));
    }
}
