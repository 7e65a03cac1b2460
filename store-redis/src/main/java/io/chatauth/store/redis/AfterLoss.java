package io.chatauth.store.redis;

import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Transition;
import java.util.Optional;

/**
 * What the row says about a transition whose answer was lost with the connection. The mark of the writer proves that it was
 * done. That it was not done is proven by a state that excludes it; then it may be tried again with the same mark, so that even
 * a first try that arrives late is recognised.
 */
final class AfterLoss {
    private AfterLoss() {}

    /**
     * Judges.
     *
     * @return the result that was lost; empty if it may be tried again
     * @throws Runner.Unknown if the row does not tell
     */
    static Optional<Applied> judge(Transition transition, String writer, Optional<Row> found) {
        if (found.isEmpty()) {
            return Optional.of(new Applied(false, Optional.empty()));
        }
        ChallengeRecord challenge = found.get().challenge();
        if (found.get().writer().equals(writer)
                || isReported(transition, challenge)
                || isLeased(transition, challenge)) {
            return Optional.of(new Applied(true, Optional.of(challenge)));
        }
        if (transition instanceof Transition.MessageUpdate || transition instanceof Transition.Lease) {
            return Optional.empty();
        }
        if (!challenge.state().ended()) {
            return stillOpen(transition, challenge);
        }
        if (transition instanceof Transition.HandOut && !challenge.handedOut()) {
            return Optional.empty();
        }
        // It ended by another's write, or was handed out by one. What an attempt, a send or a re-keying did before is
        // void.
        boolean handedOutSince = transition instanceof Transition.Answer answer
                && answer.to() == challenge.state()
                && challenge.handedOut()
                && !answer.handedOut();
        if (handedOutSince) {
            throw new Runner.Unknown(
                    "it is " + challenge.state() + " and was handed out, but who decided is not known");
        }
        return Optional.of(new Applied(false, Optional.of(challenge)));
    }

    private static Optional<Applied> stillOpen(Transition transition, ChallengeRecord challenge) {
        boolean there = transition instanceof Transition.Send send
                && challenge.message(send.message().id()).isPresent();
        if (there || transition instanceof Transition.CountAttempt || transition instanceof Transition.Rekey) {
            throw new Runner.Unknown("it is open, and others may have written to it since");
        }
        return Optional.empty();
    }

    private static boolean isReported(Transition transition, ChallengeRecord challenge) {
        return transition instanceof Transition.MessageUpdate update
                && challenge
                        .message(update.messageId())
                        .filter(message -> message.status() == update.status()
                                && Millis.number(message.at()) == Millis.number(update.at()))
                        .isPresent();
    }

    private static boolean isLeased(Transition transition, ChallengeRecord challenge) {
        return transition instanceof Transition.Lease lease
                && challenge
                        .message(lease.messageId())
                        .filter(message -> message.node().equals(lease.node())
                                && Millis.number(message.leasedUntil()) == Millis.number(lease.until()))
                        .isPresent();
    }
}
