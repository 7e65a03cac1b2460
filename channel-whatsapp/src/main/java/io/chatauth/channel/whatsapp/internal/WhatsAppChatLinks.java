package io.chatauth.channel.whatsapp.internal;

import io.chatauth.spi.ChatLink;
import io.chatauth.spi.ChatLinkContext;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Click to chat, as WhatsApp's help describes it: {@code wa.me}, a number of digits only, and the text. */
final class WhatsAppChatLinks {
    private static final Pattern NUMBER = Pattern.compile("\\+?([1-9][0-9]{3,14})");

    private WhatsAppChatLinks() {}

    static ChatLink of(ChatLinkContext context) {
        Matcher number = NUMBER.matcher(context.sender().strip());
        return number.matches()
                ? ChatLink.prefilled(
                        URI.create("https://wa.me/" + number.group(1) + "?text=" + ChatLink.encode(context.text())))
                : ChatLink.refused("the sender is no phone number in international form, and a link needs one");
    }
}
