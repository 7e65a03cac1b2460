package io.chatauth;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of an answer. Three groups: {@link Approved}; {@link Retry}, after which the person may try again; and
 * {@link Ended}, after which a new challenge is needed. Show a stranger no more than the group.
 */
public sealed interface Answer {
    /**
     * Tells whether the challenge was approved by this very answer.
     *
     * @return true for {@link Approved}
     */
    default boolean approved() {
        return this instanceof Approved;
    }

    /**
     * Turns the answer into a value, by its group.
     *
     * @param approved what to do when it was right
     * @param retry what to do when the person may try again
     * @param ended what to do when it is over
     * @param <T> the result's type
     * @return the result
     */
    default <T> T fold(
            java.util.function.Function<Approved, T> approved,
            java.util.function.Function<Retry, T> retry,
            java.util.function.Function<Ended, T> ended) {
        if (this instanceof Approved a) {
            return approved.apply(a);
        }
        return this instanceof Retry r ? retry.apply(r) : ended.apply((Ended) this);
    }

    /** The person may try again. */
    sealed interface Retry extends Answer {
        /**
         * Gives what is left.
         *
         * @return attempts, sends, and when it may be sent again
         */
        Allowance allowance();
    }

    /** It is over; the same challenge can't be answered any more. */
    sealed interface Ended extends Answer {}

    /**
     * The answer was right, in time, and the first. Handed out once.
     *
     * @param challenge the challenge
     * @param flow the flow that judged
     * @param channel the channel that carried it
     * @param purpose what it was for
     * @param subject the application's name for the person, if it gave one
     * @param address the address that the person proved by writing from it; empty for all but opt-in, where it was known
     * @param assurance how strongly it binds
     * @param at when it was decided
     */
    record Approved(
            ChallengeId challenge,
            FlowId flow,
            ChannelId channel,
            String purpose,
            Optional<String> subject,
            Optional<Address> address,
            Assurance assurance,
            Instant at)
            implements Answer {
        /** Checks that all parts are there. */
        public Approved {
            Objects.requireNonNull(challenge, "challenge");
            Objects.requireNonNull(flow, "flow");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(purpose, "purpose");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(assurance, "assurance");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The answer was wrong; an attempt is spent.
     *
     * @param allowance what is left
     */
    record WrongAnswer(Allowance allowance) implements Retry {}

    /**
     * The answer came too soon after the last one. It was not looked at, and no attempt is spent.
     *
     * @param allowance what is left
     * @param retryAt when the next answer counts
     */
    record TooEarly(Allowance allowance, Instant retryAt) implements Retry, ResendAnswer {}

    /**
     * A limit was reached. Which one, only the operator is told.
     *
     * @param allowance what is left of the challenge itself
     */
    record Limited(Allowance allowance) implements Retry, ResendAnswer {}

    /**
     * No message of the challenge got there.
     *
     * @param allowance what is left
     * @param failure why the last one failed
     */
    record DeliveryFailed(Allowance allowance, DeliveryFailure failure) implements Retry {}

    /**
     * Nothing to confirm is there yet: the person has not sent the message that was asked for.
     *
     * @param allowance what is left
     */
    record Waiting(Allowance allowance) implements Retry {}

    /** The person said no. */
    record Denied() implements Ended, ResendAnswer {}

    /** The time ran out. */
    record Expired() implements Ended, ResendAnswer {}

    /** Too many wrong answers. */
    record Exhausted() implements Ended, ResendAnswer {}

    /** The application withdrew it. */
    record Cancelled() implements Ended, ResendAnswer {}

    /** Another answer was first. */
    record AlreadyAnswered() implements Ended, ResendAnswer {}

    /** There is no such challenge, or it is about something else than expected. */
    record Unknown() implements Ended, ResendAnswer {}
}
