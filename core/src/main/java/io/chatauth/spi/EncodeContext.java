package io.chatauth.spi;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What a channel may know while it encodes: the batch, and the time. Immutable. */
public final class EncodeContext {
    private final List<OutboundMessage> messages;
    private final Instant now;

    private EncodeContext(List<OutboundMessage> messages, Instant now) {
        this.messages = List.copyOf(messages);
        this.now = Objects.requireNonNull(now, "now");
        if (this.messages.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to encode");
        }
    }

    /**
     * Makes a context.
     *
     * @param messages the batch, at least one
     * @param now the time that counts
     * @return the context
     * @throws IllegalArgumentException if the batch is empty
     */
    public static EncodeContext of(List<OutboundMessage> messages, Instant now) {
        return new EncodeContext(messages, now);
    }

    /**
     * Gives the batch.
     *
     * @return the messages, at least one
     */
    public List<OutboundMessage> messages() {
        return messages;
    }

    /**
     * Gives the time.
     *
     * @return the time that counts
     */
    public Instant now() {
        return now;
    }
}
