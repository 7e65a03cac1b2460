package io.chatauth.store;

import io.chatauth.ChallengeState;
import io.chatauth.MessageStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The meaning of every {@link Transition}, as a pure function: for stores that hold a challenge while they change it. A
 * store that lets its server decide says the same in its server's language.
 */
public final class Transitions {
    private Transitions() {}

    /**
     * Carries out a transition on a challenge, if its conditions hold.
     *
     * @param challenge the challenge as it stands
     * @param transition the change
     * @return the challenge after it, to be stored; empty if the transition does not win. After one that ends it the
     *     payload and the look-ups are erased
     */
    public static Optional<ChallengeRecord> carryOut(ChallengeRecord challenge, Transition transition) {
        if (transition instanceof Transition.CountAttempt count) {
            return countAttempt(challenge, count);
        } else if (transition instanceof Transition.Answer answer) {
            return answer(challenge, answer);
        } else if (transition instanceof Transition.HandOut) {
            return handOut(challenge);
        } else if (transition instanceof Transition.Cancel cancel) {
            return answerable(challenge, cancel.at())
                    ? Optional.of(end(challenge, ChallengeState.CANCELLED, cancel.at())
                            .finish())
                    : Optional.empty();
        } else if (transition instanceof Transition.Expire expire) {
            return open(challenge) && !expire.at().isBefore(challenge.expiresAt())
                    ? Optional.of(
                            end(challenge, ChallengeState.EXPIRED, expire.at()).finish())
                    : Optional.empty();
        } else if (transition instanceof Transition.NextStep next) {
            return nextStep(challenge, next);
        } else if (transition instanceof Transition.Send send) {
            return send(challenge, send);
        } else if (transition instanceof Transition.MessageUpdate update) {
            return update(challenge, update);
        } else if (transition instanceof Transition.Lease lease) {
            return lease(challenge, lease);
        }
        return rekey(challenge, (Transition.Rekey) transition);
    }

    private static Optional<ChallengeRecord> countAttempt(ChallengeRecord challenge, Transition.CountAttempt count) {
        if (!answerable(challenge, count.at())
                || challenge.attempts() >= challenge.maxAttempts()
                || count.at().isBefore(challenge.nextAttemptAt())
                || !count.keyIds().contains(challenge.codeKeyId())) {
            return Optional.empty();
        }
        Draft draft = new Draft(challenge);
        draft.attempts++;
        if (draft.attempts >= count.freeAttempts()) {
            draft.nextAttemptAt = count.at().plus(count.gap());
        }
        return Optional.of(draft.finish());
    }

    private static Optional<ChallengeRecord> answer(ChallengeRecord challenge, Transition.Answer answer) {
        boolean early = answer.to() == ChallengeState.EXHAUSTED && challenge.attempts() < challenge.maxAttempts();
        if (!answerable(challenge, answer.at()) || challenge.generation() != answer.generation() || early) {
            return Optional.empty();
        }
        Draft draft = end(challenge, answer.to(), answer.at());
        if (answer.to() == ChallengeState.APPROVED) {
            draft.assurance = Optional.of(answer.assurance());
            draft.handedOut = answer.handedOut();
        }
        return Optional.of(draft.finish());
    }

    private static Optional<ChallengeRecord> handOut(ChallengeRecord challenge) {
        if (challenge.state() != ChallengeState.APPROVED || challenge.handedOut()) {
            return Optional.empty();
        }
        Draft draft = new Draft(challenge);
        draft.handedOut = true;
        return Optional.of(draft.finish());
    }

    private static Optional<ChallengeRecord> send(ChallengeRecord challenge, Transition.Send send) {
        if (!answerable(challenge, send.at())
                || challenge.sends() >= challenge.maxSends()
                || challenge.message(send.message().id()).isPresent()
                || (send.message().send() == 0
                        ? !beginsStep(challenge, send.message())
                        : send.at().isBefore(challenge.nextSendAt()))) {
            return Optional.empty();
        }
        Draft draft = new Draft(challenge);
        draft.messages = new ArrayList<>(challenge.messages());
        draft.messages.add(send.message());
        draft.sends++;
        draft.nextSendAt = send.nextSendAt();
        draft.nextStepAt = send.nextStepAt();
        if (send.newGeneration()) {
            draft.generation++;
        }
        return Optional.of(draft.finish());
    }

    private static boolean beginsStep(ChallengeRecord challenge, MessageRecord message) {
        return challenge.messages().stream().allMatch(earlier -> earlier.step() < message.step());
    }

    private static Optional<ChallengeRecord> nextStep(ChallengeRecord challenge, Transition.NextStep next) {
        if (!open(challenge)) {
            return Optional.empty();
        }
        Draft draft = new Draft(challenge);
        draft.nextStepAt = next.nextStepAt();
        return Optional.of(draft.finish());
    }

    private static Optional<ChallengeRecord> update(ChallengeRecord challenge, Transition.MessageUpdate update) {
        Optional<MessageRecord> message = challenge.message(update.messageId());
        if (message.isEmpty() || !message.get().status().mayBecome(update.status())) {
            return Optional.empty();
        }
        return Optional.of(with(
                challenge,
                update.messageId(),
                old -> new MessageRecord(
                        old.id(),
                        old.step(),
                        old.send(),
                        old.channel(),
                        update.status(),
                        update.at(),
                        update.status() == MessageStatus.FAILED ? update.failure() : Optional.empty(),
                        old.providerId().or(update::providerId),
                        old.node(),
                        old.leasedUntil())));
    }

    private static Optional<ChallengeRecord> lease(ChallengeRecord challenge, Transition.Lease lease) {
        Optional<MessageRecord> message = challenge.message(lease.messageId());
        if (!open(challenge)
                || message.isEmpty()
                || message.get().status() != MessageStatus.QUEUED
                || (!message.get().node().equals(lease.node())
                        && message.get().leasedUntil().isAfter(lease.at()))) {
            return Optional.empty();
        }
        return Optional.of(with(
                challenge,
                lease.messageId(),
                old -> new MessageRecord(
                        old.id(),
                        old.step(),
                        old.send(),
                        old.channel(),
                        old.status(),
                        old.at(),
                        old.failure(),
                        old.providerId(),
                        lease.node(),
                        lease.until())));
    }

    private static Optional<ChallengeRecord> rekey(ChallengeRecord challenge, Transition.Rekey rekey) {
        if (!open(challenge)) {
            return Optional.empty();
        }
        Draft draft = new Draft(challenge);
        draft.recipientKey = rekey.recipientKey();
        draft.subjectKey = rekey.subjectKey();
        draft.purposeKey = rekey.purposeKey();
        draft.lookups = rekey.lookups();
        draft.indexKeyId = rekey.indexKeyId();
        draft.payload = Optional.of(rekey.payload());
        return Optional.of(draft.finish());
    }

    /** What the winner of an ending transition gets: the ended challenge with the payload and the look-ups it had. */
    static ChallengeRecord unerased(ChallengeRecord before, ChallengeRecord after) {
        if (before.state().ended() || !after.state().ended()) {
            return after;
        }
        Draft draft = new Draft(after);
        draft.payload = before.payload();
        draft.lookups = before.lookups();
        return draft.finish();
    }

    private static Draft end(ChallengeRecord challenge, ChallengeState state, Instant at) {
        Draft draft = new Draft(challenge);
        draft.state = state;
        draft.endedAt = Optional.of(at);
        draft.payload = Optional.empty();
        draft.lookups = List.of();
        return draft;
    }

    private static ChallengeRecord with(
            ChallengeRecord challenge, String messageId, UnaryOperator<MessageRecord> change) {
        Draft draft = new Draft(challenge);
        draft.messages = new ArrayList<>(challenge.messages());
        draft.messages.replaceAll(message -> message.id().equals(messageId) ? change.apply(message) : message);
        return draft.finish();
    }

    private static boolean open(ChallengeRecord challenge) {
        return !challenge.state().ended();
    }

    private static boolean answerable(ChallengeRecord challenge, Instant at) {
        return open(challenge) && at.isBefore(challenge.expiresAt());
    }
}
