package io.chatauth.internal.subscription;

import io.chatauth.ChannelId;
import io.chatauth.spi.Subscribable;
import java.util.List;
import java.util.Optional;

/**
 * A channel that wants webhooks.
 *
 * @param channel the channel
 * @param subscribable what its provider can be told to post; empty if nothing can be
 * @param own whether its provider is another than Infobip
 * @param senders its senders
 */
public record Wish(ChannelId channel, Optional<Subscribable> subscribable, boolean own, List<String> senders) {
    /** Copies the senders. */
    public Wish {
        senders = senders.stream().sorted().distinct().toList();
    }
}
