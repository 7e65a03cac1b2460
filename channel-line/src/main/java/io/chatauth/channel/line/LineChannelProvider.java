package io.chatauth.channel.line;

import io.chatauth.ChannelId;
import io.chatauth.channel.line.internal.LineChannel;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;

/**
 * Gives the channel {@code line}: LINE Official Notifications over {@code POST /line/1/messages}.
 *
 * <p>LINE approves a layout, not a text with a name, and the approval goes through the account manager: there is no API for
 * it. What is sent is the whole layout, filled in: a bubble with the template's header in bold, its text, and its links as
 * buttons. Ask for the approval of what {@code explain()} shows. A number to call, a code to copy and the footer stand in
 * the text; nobody can answer.
 *
 * <p>The phone's notification shows the text if it has at most 400 characters with its values; else the header; else the
 * words "You have a new message" in the template's language, or in English.
 *
 * <p>One option:
 *
 * <ul>
 *   <li>{@code chatauth.channel.line.personal-links}: {@code true} if LINE approved the layouts with links that differ from
 *       person to person; default {@code false}, and templates with such links are refused, because LINE fixes the URLs of a
 *       layout when it approves it.
 * </ul>
 */
public final class LineChannelProvider implements ChannelProvider {
    private static final ChannelId ID = ChannelId.of("line");

    /** For {@link java.util.ServiceLoader}. */
    public LineChannelProvider() {}

    @Override
    public ChannelId id() {
        return ID;
    }

    @Override
    public Channel create(ChannelContext context) {
        return LineChannel.of(context.options());
    }
}
