package io.chatauth.internal.decoy;

import io.chatauth.MessageState;
import io.chatauth.MessageStatus;
import io.chatauth.internal.key.Keys;
import io.chatauth.store.MessageRecord;
import io.chatauth.template.Capabilities.Report;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

/**
 * What becomes of a message that was never sent, as a page that asks sees it: the provider takes it after a moment, it arrives
 * after a few seconds, and most are read. The times are derived from the message under a key, so that they are the same for
 * everyone who asks, on every node, and nobody can compute them.
 */
public final class Course {
    private static final Duration ACCEPTED_FIRST = Duration.ofMillis(60);
    private static final Duration ACCEPTED_LAST = Duration.ofMillis(350);
    private static final Duration DELIVERED_FIRST = Duration.ofMillis(700);
    private static final Duration DELIVERED_LAST = Duration.ofSeconds(4);
    private static final Duration SEEN_FIRST = Duration.ofSeconds(2);
    private static final Duration SEEN_LAST = Duration.ofSeconds(40);
    private static final int SEEN_OF_TEN = 7;

    private final Duration acceptedAfter;
    private final Duration deliveredAfter;
    private final Duration seenAfter;
    private final boolean seen;

    private Course(ByteBuffer random) {
        acceptedAfter = between(ACCEPTED_FIRST, ACCEPTED_LAST, random.getInt());
        deliveredAfter = between(DELIVERED_FIRST, DELIVERED_LAST, random.getInt());
        seenAfter = deliveredAfter.plus(between(SEEN_FIRST, SEEN_LAST, random.getInt()));
        seen = Integer.remainderUnsigned(random.getInt(), 10) < SEEN_OF_TEN;
    }

    /**
     * Derives the course of one message.
     *
     * @param keys the keys
     * @param keyId the key of its challenge, which the ring has
     * @param messageId the message
     * @return its course
     */
    public static Course of(Keys keys, String keyId, String messageId) {
        String bits = keys.index(keyId, "course", messageId);
        return new Course(ByteBuffer.wrap(Base64.getUrlDecoder().decode(bits)));
    }

    /** In microseconds, as clocks tell the time. */
    private static Duration between(Duration first, Duration last, int random) {
        long span = last.minus(first).toNanos() / 1000;
        long micros = (Integer.toUnsignedLong(random) * span) >>> Integer.SIZE;
        return first.plusNanos(micros * 1000);
    }

    /**
     * Tells after how long the provider takes it.
     *
     * @return some tenths of a second
     */
    public Duration acceptedAfter() {
        return acceptedAfter;
    }

    /**
     * Tells how a message of a decoy looks now.
     *
     * @param message the message, as stored
     * @param reports what the channel reports
     * @param now the time
     * @return its state
     */
    public MessageState at(MessageRecord message, Set<Report> reports, Instant now) {
        boolean taken = message.status() == MessageStatus.ACCEPTED;
        Instant deliveredAt = message.at().plus(deliveredAfter);
        Instant seenAt = message.at().plus(seenAfter);
        if (taken && seen && reports.contains(Report.SEEN) && !now.isBefore(seenAt)) {
            return state(message, MessageStatus.SEEN, seenAt);
        }
        if (taken && reports.contains(Report.DELIVERED) && !now.isBefore(deliveredAt)) {
            return state(message, MessageStatus.DELIVERED, deliveredAt);
        }
        return state(message, message.status(), message.at());
    }

    private static MessageState state(MessageRecord message, MessageStatus status, Instant at) {
        return new MessageState(message.id(), message.channel(), status, at, message.failure());
    }
}
