package io.chatauth.store;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.FlowId;
import io.chatauth.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A challenge as stored: ids, states, counters, times, key ids, opaque look-up keys and one sealed payload. No secret, and
 * nothing personal in clear.
 *
 * @param id the challenge
 * @param tenant the tenant
 * @param flow the flow that judges
 * @param channel the channel of its first step
 * @param state the state
 * @param createdAt when it was stored
 * @param expiresAt until when it may be answered
 * @param endedAt when it ended; empty while it is open
 * @param attempts how many answers were counted
 * @param maxAttempts how many may be
 * @param nextAttemptAt before when no answer is looked at
 * @param sends how many messages were made
 * @param maxSends how many may be
 * @param nextSendAt before when it is not sent again
 * @param nextStepAt when the next step of the route is due; empty if there is none
 * @param generation the generation of its secret, from 0
 * @param salt 128 random bits that the secret is derived with, base64url
 * @param codeKeyId the key that the secret is derived with
 * @param indexKeyId the key that the look-up keys were made with
 * @param recipientKey opaque: the recipient on its channel
 * @param subjectKey opaque: the person, over all channels
 * @param purposeKey opaque: purpose and subject, for what the caller expects
 * @param lookups opaque: what an answer from elsewhere is found by; empty once ended
 * @param payload what only ChatAuth can read; empty once ended
 * @param assurance how strongly the approval binds; empty unless approved
 * @param handedOut whether the approval was given to a caller
 * @param messages its messages, oldest first
 */
public record ChallengeRecord(
        ChallengeId id,
        Tenant tenant,
        FlowId flow,
        ChannelId channel,
        ChallengeState state,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> endedAt,
        int attempts,
        int maxAttempts,
        Instant nextAttemptAt,
        int sends,
        int maxSends,
        Instant nextSendAt,
        Optional<Instant> nextStepAt,
        int generation,
        String salt,
        String codeKeyId,
        String indexKeyId,
        String recipientKey,
        String subjectKey,
        String purposeKey,
        List<String> lookups,
        Optional<SealedPayload> payload,
        Optional<Assurance> assurance,
        boolean handedOut,
        List<MessageRecord> messages) {
    /** Copies the lists. */
    public ChallengeRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(flow, "flow");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(nextAttemptAt, "nextAttemptAt");
        Objects.requireNonNull(nextSendAt, "nextSendAt");
        Objects.requireNonNull(nextStepAt, "nextStepAt");
        Objects.requireNonNull(salt, "salt");
        Objects.requireNonNull(codeKeyId, "codeKeyId");
        Objects.requireNonNull(indexKeyId, "indexKeyId");
        Objects.requireNonNull(recipientKey, "recipientKey");
        Objects.requireNonNull(subjectKey, "subjectKey");
        Objects.requireNonNull(purposeKey, "purposeKey");
        lookups = List.copyOf(lookups);
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(assurance, "assurance");
        messages = List.copyOf(messages);
    }

    /**
     * Finds a message.
     *
     * @param messageId its id
     * @return the message; empty if this challenge has none of that id
     */
    public Optional<MessageRecord> message(String messageId) {
        for (MessageRecord message : messages) {
            if (message.id().equals(messageId)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }
}
