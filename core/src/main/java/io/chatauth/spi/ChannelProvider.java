package io.chatauth.spi;

import io.chatauth.ChannelId;

/**
 * Gives a channel. Found with {@link java.util.ServiceLoader}, or given to the builder.
 *
 * <p>A provider is public, has a public no-argument constructor, keeps no state and does no I/O. It is declared both in
 * {@code module-info} and in {@code META-INF/services}.
 */
public interface ChannelProvider {
    /**
     * Names the channel.
     *
     * @return the id, always the same
     */
    ChannelId id();

    /**
     * Makes the channel.
     *
     * @param context the channel's own options
     * @return a channel that is safe for use by many threads
     * @throws OptionException if an option is missing or malformed
     */
    Channel create(ChannelContext context);
}
