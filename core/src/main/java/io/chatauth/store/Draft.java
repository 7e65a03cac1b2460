package io.chatauth.store;

import io.chatauth.Assurance;
import io.chatauth.ChallengeState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A copy of a challenge whose changing parts can be changed. */
final class Draft {
    private final ChallengeRecord of;
    ChallengeState state;
    Optional<Instant> endedAt;
    int attempts;
    Instant nextAttemptAt;
    int sends;
    Instant nextSendAt;
    Optional<Instant> nextStepAt;
    int generation;
    String indexKeyId;
    String recipientKey;
    String subjectKey;
    String purposeKey;
    List<String> lookups;
    Optional<SealedPayload> payload;
    Optional<Assurance> assurance;
    boolean handedOut;
    List<MessageRecord> messages;

    Draft(ChallengeRecord of) {
        this.of = of;
        state = of.state();
        endedAt = of.endedAt();
        attempts = of.attempts();
        nextAttemptAt = of.nextAttemptAt();
        sends = of.sends();
        nextSendAt = of.nextSendAt();
        nextStepAt = of.nextStepAt();
        generation = of.generation();
        indexKeyId = of.indexKeyId();
        recipientKey = of.recipientKey();
        subjectKey = of.subjectKey();
        purposeKey = of.purposeKey();
        lookups = of.lookups();
        payload = of.payload();
        assurance = of.assurance();
        handedOut = of.handedOut();
        messages = of.messages();
    }

    ChallengeRecord finish() {
        return new ChallengeRecord(
                of.id(),
                of.tenant(),
                of.flow(),
                of.channel(),
                state,
                of.createdAt(),
                of.expiresAt(),
                endedAt,
                attempts,
                of.maxAttempts(),
                nextAttemptAt,
                sends,
                of.maxSends(),
                nextSendAt,
                nextStepAt,
                generation,
                of.salt(),
                of.codeKeyId(),
                indexKeyId,
                recipientKey,
                subjectKey,
                purposeKey,
                lookups,
                payload,
                assurance,
                handedOut,
                messages);
    }
}
