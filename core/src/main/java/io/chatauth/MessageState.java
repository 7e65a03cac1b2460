package io.chatauth;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far one message got.
 *
 * @param id the message id
 * @param channel the channel that carries it
 * @param status its status
 * @param at when it got this status
 * @param failure why it failed; empty for other statuses
 */
public record MessageState(
        String id, ChannelId channel, MessageStatus status, Instant at, Optional<DeliveryFailure> failure) {
    /** Checks that all parts are there. */
    public MessageState {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(failure, "failure");
    }
}
