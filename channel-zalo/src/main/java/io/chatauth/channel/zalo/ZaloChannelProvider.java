package io.chatauth.channel.zalo;

import io.chatauth.ChannelId;
import io.chatauth.channel.zalo.internal.ZaloChannel;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;

/**
 * Gives the channel {@code zalo}: Zalo over {@code POST /zalo/2/messages}.
 *
 * <p>A phone number gets an approved template, which Zalo knows by a number: every template must be bound to it
 * ({@code chatauth.template.zalo.<template>=<number>}). A user id gets free text, which Zalo takes only while a
 * conversation with that person is open. Only people with a user id can answer; Zalo never tells their phone number.
 *
 * <p>Options, all of them for templates:
 *
 * <ul>
 *   <li>{@code chatauth.channel.zalo.code-parameter}: what authentication templates call the code, 1 to 20 letters, digits,
 *       hyphens and underscores; default {@code otp};
 *   <li>{@code chatauth.channel.zalo.security-warning}: the words below the code of an authentication template, 9 to 400
 *       characters; default "Do not share this code with anyone.";
 *   <li>{@code chatauth.channel.zalo.logo-light} and {@code chatauth.channel.zalo.logo-dark}: the media ids of the logo for
 *       light and dark screens, both or neither; authentication templates can't be registered without;
 *   <li>{@code chatauth.channel.zalo.label-length}: how many characters a value may have that is neither a code nor part of a
 *       link, 30 to 200; default 30, as Zalo takes in the parameters that templates are registered with here. A longer value
 *       is refused before anything is sent. Raise it if your templates were registered elsewhere with other types.
 * </ul>
 */
public final class ZaloChannelProvider implements ChannelProvider {
    private static final ChannelId ID = ChannelId.of("zalo");

    /** For {@link java.util.ServiceLoader}. */
    public ZaloChannelProvider() {}

    @Override
    public ChannelId id() {
        return ID;
    }

    @Override
    public Channel create(ChannelContext context) {
        return ZaloChannel.of(ID, context.options());
    }
}
