package io.chatauth.template;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a provider lets a template be sent, and how that is known.
 *
 * @param state the state
 * @param source how it is known
 * @param detail the provider's own words, may be empty
 * @param at when it was observed, by ChatAuth's clock; empty for what was not
 */
public record Approval(State state, Source source, String detail, Optional<Instant> at) {
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
        Objects.requireNonNull(at, "at");
    }

    /**
     * Makes one without a time.
     *
     * @param state the state
     * @param source how it is known
     * @param detail the provider's own words, may be empty
     */
    public Approval(State state, Source source, String detail) {
        this(state, source, detail, Optional.empty());
    }

    /**
     * Makes one of what the provider said.
     *
     * @param state the state
     * @param detail the provider's own words, may be empty
     * @param at when it was observed
     * @return an observed approval
     */
    public static Approval observed(State state, String detail, Instant at) {
        return new Approval(state, Source.OBSERVED, detail, Optional.of(at));
    }

    /**
     * Tells it for people.
     *
     * @return such as {@code REJECTED (REJECTED: SCAM), observed at 2026-11-23T12:00:00Z}
     */
    public String describe() {
        return state
                + (detail.isEmpty() || detail.equals(state.name()) ? "" : " (" + detail + ")")
                + (source == Source.UNKNOWN ? "" : ", " + source.name().toLowerCase(Locale.ROOT))
                + at.map(time -> " at " + time.truncatedTo(ChronoUnit.SECONDS)).orElse("");
    }
}
