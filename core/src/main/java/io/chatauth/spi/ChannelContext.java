package io.chatauth.spi;

import java.util.Objects;

/**
 * What a channel is made from.
 *
 * @param options the channel's options, {@code chatauth.channel.<id>.<option>}
 */
public record ChannelContext(Options options) {
    /** Checks that there are options. */
    public ChannelContext {
        Objects.requireNonNull(options, "options");
    }
}
