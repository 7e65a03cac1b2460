package io.chatauth.channel.viber;

import io.chatauth.ChannelId;
import io.chatauth.channel.viber.internal.ViberChannel;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;

/**
 * Gives the channel {@code viber}: Viber Business Messages over {@code POST /viber/2/messages}.
 *
 * <p>A message is free text, with a button or a list of answers, unless its template is bound to the id of a registered one
 * ({@code chatauth.template.viber.<template>=<id>}): then the id and the values are sent. Registered templates have no
 * buttons: the number, link or words to reply of a bound template stand in its text.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code chatauth.channel.viber.registered-templates}: {@code true} if all templates are registered ones, as Viber
 *       demands in some countries; a template that is not bound is then refused. Default {@code false};
 *   <li>{@code chatauth.channel.viber.activation-check}: {@code true} if Viber shall refuse messages to people who activated
 *       it on a device only recently, a sign of a stolen number. Viber checks plain text only, so buttons become text; it
 *       doesn't go with registered templates, and Infobip must enable it for the sender. Default {@code false};
 *   <li>{@code chatauth.channel.viber.chat-uri}: what Viber's links call the chat that people write to, such as {@code
 *       mybank} in {@code viber://pa?chatURI=mybank}, for opt-in. Infobip must forward what people write there to the
 *       webhook. Without it, opt-in over Viber is refused.
 * </ul>
 */
public final class ViberChannelProvider implements ChannelProvider {
    private static final ChannelId ID = ChannelId.of("viber");

    /** For {@link java.util.ServiceLoader}. */
    public ViberChannelProvider() {}

    @Override
    public ChannelId id() {
        return ID;
    }

    @Override
    public Channel create(ChannelContext context) {
        return ViberChannel.of(ID, context.options());
    }
}
