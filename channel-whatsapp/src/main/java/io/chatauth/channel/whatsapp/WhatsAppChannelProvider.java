package io.chatauth.channel.whatsapp;

import io.chatauth.ChannelId;
import io.chatauth.channel.whatsapp.internal.WhatsAppChannel;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;

/**
 * Gives the channel {@code whatsapp}: approved templates over {@code POST /whatsapp/1/message/template}.
 *
 * <p>Options, all of them for authentication templates, whose text WhatsApp fixes:
 *
 * <ul>
 *   <li>{@code chatauth.channel.whatsapp.security-advice}: {@code true} if the text ends with "For your security, do not
 *       share this code."; default {@code false};
 *   <li>{@code chatauth.channel.whatsapp.code-minutes}: 1 to 90 if the footer says after how many minutes the code expires;
 *       no footer by default;
 *   <li>{@code chatauth.channel.whatsapp.one-tap-package} and {@code one-tap-signature}: package and signing key hash (11
 *       characters) of the Android app that takes the code by itself; without them the button copies the code;
 *   <li>{@code chatauth.channel.whatsapp.one-tap-label}: what that button says, at most 25 characters; by default WhatsApp's
 *       own word.
 * </ul>
 *
 * <p>They decide what is registered and what {@code explain()} shows; a template that was approved before keeps its text.
 */
public final class WhatsAppChannelProvider implements ChannelProvider {
    private static final ChannelId ID = ChannelId.of("whatsapp");

    /** For {@link java.util.ServiceLoader}. */
    public WhatsAppChannelProvider() {}

    @Override
    public ChannelId id() {
        return ID;
    }

    @Override
    public Channel create(ChannelContext context) {
        return WhatsAppChannel.of(ID, context.options());
    }
}
