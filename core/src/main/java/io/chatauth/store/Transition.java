package io.chatauth.store;

import io.chatauth.Assurance;
import io.chatauth.ChallengeState;
import io.chatauth.DeliveryFailure;
import io.chatauth.MessageStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One conditional change of a challenge. A store carries it out as a single atomic write whose success decides: if two try,
 * at most one wins. Times come with the transition; a store reads no clock for them. {@link Transitions} is their meaning
 * as code.
 *
 * <p><em>Before its end</em> means that {@code at} is before {@code expiresAt}: at that very time it is too late.
 *
 * <p>A transition that ends a challenge ({@link Answer}, {@link Cancel}, {@link Expire}) also erases its payload and its
 * look-ups and sets {@code endedAt} to {@code at}, in the same write; the challenge that the winner gets still has them.
 */
public sealed interface Transition {
    /**
     * Counts an attempt, before anything is compared.
     *
     * <p>Wins if the challenge is open, {@code at} is before its end, attempts are left, {@code at} is not before its
     * {@code nextAttemptAt}, and its {@code codeKeyId} is one of {@code keyIds}. Then attempts grow by one, and if they are
     * now {@code freeAttempts} or more, {@code nextAttemptAt} becomes {@code at + gap}.
     *
     * @param at now
     * @param freeAttempts how many attempts are not slowed down
     * @param gap how long to wait between later ones
     * @param keyIds the keys that this node can derive secrets with: a challenge of another key costs no attempt here
     */
    record CountAttempt(Instant at, int freeAttempts, Duration gap, Set<String> keyIds) implements Transition {
        /**
         * Copies the key ids.
         *
         * @throws IllegalArgumentException if the gap is negative
         */
        public CountAttempt {
            Objects.requireNonNull(at, "at");
            if (gap.isNegative()) {
                throw new IllegalArgumentException("the gap between attempts is " + gap + ", expected zero or more");
            }
            keyIds = Set.copyOf(keyIds);
        }
    }

    /**
     * Decides the challenge.
     *
     * <p>Wins if the challenge is open, {@code at} is before its end, and its generation is {@code generation};
     * {@link ChallengeState#EXHAUSTED} only if no attempts are left. Assurance and handing-out are kept for an approval
     * only.
     *
     * @param at now
     * @param generation the generation of the secret that was compared
     * @param to {@code APPROVED}, {@code DENIED} or {@code EXHAUSTED}
     * @param assurance how strongly an approval binds; {@link Assurance#NONE} for the others
     * @param handedOut whether the approval goes to the caller at once
     */
    record Answer(Instant at, int generation, ChallengeState to, Assurance assurance, boolean handedOut)
            implements Transition {
        /**
         * Checks the state.
         *
         * @throws IllegalArgumentException if it is not one that an answer leads to
         */
        public Answer {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(assurance, "assurance");
            if (to != ChallengeState.APPROVED && to != ChallengeState.DENIED && to != ChallengeState.EXHAUSTED) {
                throw new IllegalArgumentException("an answer can't make a challenge " + to);
            }
        }
    }

    /**
     * Hands an approval out that was decided elsewhere. Wins if the challenge is approved and was not handed out.
     *
     * @param at now
     */
    record HandOut(Instant at) implements Transition {
        /** Checks that there is a time. */
        public HandOut {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * Withdraws the challenge. Wins if it is open and {@code at} is before its end.
     *
     * @param at now
     */
    record Cancel(Instant at) implements Transition {
        /** Checks that there is a time. */
        public Cancel {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * Lets the challenge expire. Wins if it is open and {@code at} is not before its end.
     *
     * @param at now
     */
    record Expire(Instant at) implements Transition {
        /** Checks that there is a time. */
        public Expire {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * Adds a message: a resend, or the next step of the route.
     *
     * <p>Wins if the challenge is open, {@code at} is before its end, sends are left, it has no message of that id, and either
     * {@code at} is not before its {@code nextSendAt}, or the message begins a step: its {@code send} is 0, and every message
     * of the challenge is of an earlier step. A message whose {@code send} is 0 wins only as the beginning of a step, so of
     * several that want to begin one, one does. Then the message is added, sends grow by one, {@code nextSendAt} and
     * {@code nextStepAt} are set, and with {@code newGeneration} the generation grows by one.
     *
     * @param at now
     * @param message the message
     * @param nextSendAt when it may be sent again
     * @param nextStepAt when the next step is due; empty if there is none
     * @param newGeneration whether the old code stops being right
     */
    record Send(
            Instant at, MessageRecord message, Instant nextSendAt, Optional<Instant> nextStepAt, boolean newGeneration)
            implements Transition {
        /** Checks that all parts are there. */
        public Send {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(nextSendAt, "nextSendAt");
            Objects.requireNonNull(nextStepAt, "nextStepAt");
        }
    }

    /**
     * Says when the next step is due. Wins if the challenge is open. It ends the hiding of the step by a claim.
     *
     * @param at now
     * @param nextStepAt when the next step is due; empty if there is none
     */
    record NextStep(Instant at, Optional<Instant> nextStepAt) implements Transition {
        /** Checks that both parts are there. */
        public NextStep {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(nextStepAt, "nextStepAt");
        }
    }

    /**
     * Moves a message forward, in whatever state the challenge is.
     *
     * <p>Wins if the message is there and {@link MessageStatus#mayBecome its status may become} the new one. Then
     * status, {@code at} and failure (none unless {@code FAILED}) become the new ones. A provider id is kept once it is
     * known.
     *
     * @param at now
     * @param messageId the message
     * @param status the new status
     * @param failure why, if the new status is {@code FAILED}
     * @param providerId the provider's own id, if it was told
     */
    record MessageUpdate(
            Instant at,
            String messageId,
            MessageStatus status,
            Optional<DeliveryFailure> failure,
            Optional<String> providerId)
            implements Transition {
        /** Checks that all parts are there. */
        public MessageUpdate {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(failure, "failure");
            Objects.requireNonNull(providerId, "providerId");
        }
    }

    /**
     * Takes or renews the right to send a message.
     *
     * <p>Wins if the challenge is open, the message is {@code QUEUED}, and it is leased by this node or its lease has run
     * out: {@code leasedUntil} is not after {@code at}.
     *
     * @param at now
     * @param messageId the message
     * @param node the node that wants it
     * @param until until when
     */
    record Lease(Instant at, String messageId, String node, Instant until) implements Transition {
        /** Checks that all parts are there. */
        public Lease {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(node, "node");
            Objects.requireNonNull(until, "until");
        }
    }

    /**
     * Replaces what depends on keys by the same under newer keys. Wins if the challenge is open.
     *
     * @param at now
     * @param recipientKey the new look-up key of the recipient
     * @param subjectKey the new look-up key of the subject
     * @param purposeKey the new look-up key of purpose and subject
     * @param lookups the new look-up keys
     * @param indexKeyId the key they were made with
     * @param payload the payload sealed anew
     */
    record Rekey(
            Instant at,
            String recipientKey,
            String subjectKey,
            String purposeKey,
            List<String> lookups,
            String indexKeyId,
            SealedPayload payload)
            implements Transition {
        /** Copies the look-ups. */
        public Rekey {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(recipientKey, "recipientKey");
            Objects.requireNonNull(subjectKey, "subjectKey");
            Objects.requireNonNull(purposeKey, "purposeKey");
            lookups = List.copyOf(lookups);
            Objects.requireNonNull(indexKeyId, "indexKeyId");
            Objects.requireNonNull(payload, "payload");
        }
    }
}
