package io.chatauth;

/**
 * How far a message got. It only moves forward; a late {@link #DELIVERED} or {@link #SEEN} overrides {@link #FAILED},
 * because reports arrive late and out of order.
 */
public enum MessageStatus {
    /** Stored, not yet taken by the provider. */
    QUEUED,
    /** Taken by the provider. */
    ACCEPTED,
    /** On its way to the device. */
    SENT,
    /** Refused, expired or undeliverable. */
    FAILED,
    /** On the device. */
    DELIVERED,
    /** Shown to the person. */
    SEEN;

    /**
     * Tells whether a message in this status may move to another.
     *
     * @param next the status that was reported
     * @return true if {@code next} lies further on
     */
    public boolean mayBecome(MessageStatus next) {
        return next.compareTo(this) > 0;
    }
}
