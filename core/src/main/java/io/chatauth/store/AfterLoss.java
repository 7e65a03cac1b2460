package io.chatauth.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What a stored challenge says about a transition whose answer was lost with the connection; for stores over a network. The
 * store writes a mark of its own with each transition: that mark proves that it was done. That it was not done is proven by a
 * state that excludes it; then it may be tried again with the same mark, so that even a first try that arrives late is
 * recognised.
 */
public final class AfterLoss {
    /** What can be said. */
    public sealed interface Judgement {
        /**
         * The answer that was lost.
         *
         * @param applied the answer
         */
        record Known(Applied applied) implements Judgement {}

        /** It was not done, and may be tried again with the same mark. */
        record Again() implements Judgement {}

        /**
         * Nobody can tell; the store throws {@link io.chatauth.StoreException}.
         *
         * @param why what is known, without anything personal
         */
        record Untold(String why) implements Judgement {}
    }

    private AfterLoss() {}

    /**
     * Judges.
     *
     * @param transition what was to be done
     * @param marked whether the challenge has the mark that this very try would have written
     * @param found the challenge as it is stored now; empty if there is none
     * @param kept a time as the store keeps it, since it may keep less than a nanosecond
     * @return what can be said
     */
    public static Judgement judge(
            Transition transition, boolean marked, Optional<ChallengeRecord> found, ToLongFunction<Instant> kept) {
        if (found.isEmpty()) {
            return new Judgement.Known(new Applied(false, Optional.empty()));
        }
        ChallengeRecord challenge = found.get();
        if (marked || isReported(transition, challenge, kept) || isLeased(transition, challenge, kept)) {
            return new Judgement.Known(new Applied(true, found));
        }
        if (transition instanceof Transition.MessageUpdate || transition instanceof Transition.Lease) {
            return new Judgement.Again();
        }
        if (!challenge.state().ended()) {
            return stillOpen(transition, challenge);
        }
        if (transition instanceof Transition.HandOut && !challenge.handedOut()) {
            return new Judgement.Again();
        }
        // Another's write ended it or handed it out; what an attempt, a send or a re-keying did before is void.
        boolean handedOutSince = transition instanceof Transition.Answer answer
                && answer.to() == challenge.state()
                && challenge.handedOut()
                && !answer.handedOut();
        return handedOutSince
                ? new Judgement.Untold(
                        "it is " + challenge.state() + " and was handed out, but who decided is not known")
                : new Judgement.Known(new Applied(false, found));
    }

    private static Judgement stillOpen(Transition transition, ChallengeRecord challenge) {
        boolean there = transition instanceof Transition.Send send
                && challenge.message(send.message().id()).isPresent();
        return there || transition instanceof Transition.CountAttempt || transition instanceof Transition.Rekey
                ? new Judgement.Untold("it is open, and others may have written to it since")
                : new Judgement.Again();
    }

    private static boolean isReported(Transition transition, ChallengeRecord challenge, ToLongFunction<Instant> kept) {
        return transition instanceof Transition.MessageUpdate update
                && challenge
                        .message(update.messageId())
                        .filter(message -> message.status() == update.status()
                                && kept.applyAsLong(message.at()) == kept.applyAsLong(update.at()))
                        .isPresent();
    }

    private static boolean isLeased(Transition transition, ChallengeRecord challenge, ToLongFunction<Instant> kept) {
        return transition instanceof Transition.Lease lease
                && challenge
                        .message(lease.messageId())
                        .filter(message -> message.node().equals(lease.node())
                                && kept.applyAsLong(message.leasedUntil()) == kept.applyAsLong(lease.until()))
                        .isPresent();
    }
}
