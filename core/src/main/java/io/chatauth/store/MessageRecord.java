package io.chatauth.store;

import io.chatauth.ChannelId;
import io.chatauth.DeliveryFailure;
import io.chatauth.MessageStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One message of a challenge, as stored.
 *
 * @param id the message id
 * @param step the step of the route, from 0
 * @param send the send on that step, from 0
 * @param channel the channel that carries it
 * @param status its status
 * @param at when it got this status
 * @param failure why it failed; empty for other statuses
 * @param providerId the provider's own id, where it does not use ours
 * @param node the node that will send it, or sent it
 * @param leasedUntil until when no other node may send it
 */
public record MessageRecord(
        String id,
        int step,
        int send,
        ChannelId channel,
        MessageStatus status,
        Instant at,
        Optional<DeliveryFailure> failure,
        Optional<String> providerId,
        String node,
        Instant leasedUntil) {
    /** Checks that all parts are there. */
    public MessageRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(providerId, "providerId");
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(leasedUntil, "leasedUntil");
    }

    /**
     * A message that waits to be sent.
     *
     * @param id the message id
     * @param step the step of the route, from 0
     * @param send the send on that step, from 0
     * @param channel the channel that carries it
     * @param at now
     * @param node the node that will send it
     * @param leasedUntil until when no other node may send it
     * @return the message, {@link MessageStatus#QUEUED}
     */
    public static MessageRecord queued(
            String id, int step, int send, ChannelId channel, Instant at, String node, Instant leasedUntil) {
        return new MessageRecord(
                id,
                step,
                send,
                channel,
                MessageStatus.QUEUED,
                at,
                Optional.empty(),
                Optional.empty(),
                node,
                leasedUntil);
    }
}
