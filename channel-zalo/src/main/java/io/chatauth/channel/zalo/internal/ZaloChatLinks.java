package io.chatauth.channel.zalo.internal;

import io.chatauth.spi.ChatLink;
import io.chatauth.spi.ChatLinkContext;
import java.net.URI;
import java.util.regex.Pattern;

/** The link of an official account. It brings no text along, so the person types the code; writing proves a user id. */
final class ZaloChatLinks {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{4,20}");

    private ZaloChatLinks() {}

    static ChatLink of(ChatLinkContext context) {
        String account = context.sender().strip();
        return ACCOUNT.matcher(account).matches()
                ? ChatLink.typed(URI.create("https://zalo.me/" + account))
                : ChatLink.refused("the sender is no id of an official account, which has digits only");
    }
}
