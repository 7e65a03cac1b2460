package io.chatauth;

/** The state of a challenge. It is open, then exactly one of the others, for ever. */
public enum ChallengeState {
    /** Waiting for the answer. */
    OPEN,
    /** Answered with yes, by the right secret or reply, in time. */
    APPROVED,
    /** Answered with no. */
    DENIED,
    /** Its time ran out. */
    EXPIRED,
    /** Too many wrong answers. */
    EXHAUSTED,
    /** Withdrawn by the application. */
    CANCELLED;

    /**
     * Tells whether this state is final.
     *
     * @return true for all but {@link #OPEN}
     */
    public boolean ended() {
        return this != OPEN;
    }
}
