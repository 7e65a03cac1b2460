package io.chatauth.template;

import java.util.Objects;

/**
 * Whether a provider lets a template be sent, and how that is known.
 *
 * @param state the state
 * @param source how it is known
 * @param detail the provider's own words, may be empty
 */
public record Approval(State state, Source source, String detail) {
    /** Nothing is known. */
    public static final Approval UNKNOWN = new Approval(State.UNKNOWN, Source.UNKNOWN, "");

    /** The states, in ChatAuth's words. */
    public enum State {
        /** May be sent. */
        APPROVED,
        /** Waiting for review. */
        PENDING,
        /** Refused. */
        REJECTED,
        /** Approved once, and stopped for now. */
        PAUSED,
        /** Stopped for good, or deleted. */
        DISABLED,
        /** Not known. */
        UNKNOWN;

        /**
         * Tells whether a message with a template in this state is bound to fail.
         *
         * @return true for all but {@link #APPROVED} and {@link #UNKNOWN}
         */
        public boolean unusable() {
            return this != APPROVED && this != UNKNOWN;
        }
    }

    /** Where the knowledge comes from. */
    public enum Source {
        /** The provider said so, by its API or webhook. Only this can refuse a send. */
        OBSERVED,
        /** The configuration says so. */
        DECLARED,
        /** Nobody said anything. */
        UNKNOWN
    }

    /** Checks that all parts are there. */
    public Approval {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(detail, "detail");
    }
}
