package io.chatauth.internal.engine;

import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.FlowId;
import io.chatauth.Tenant;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.SealedPayload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows that were never started. */
final class Samples {
    private Samples() {}

    static ChallengeRecord open(String id, String keyId, Instant at) {
        return new ChallengeRecord(
                ChallengeId.of(id),
                Tenant.DEFAULT,
                FlowId.of("verification-code"),
                PlainChannel.ID,
                ChallengeState.OPEN,
                at,
                at.plus(Duration.ofMinutes(5)),
                Optional.empty(),
                0,
                5,
                at,
                0,
                5,
                at,
                Optional.empty(),
                0,
                "c2FsdHNhbHRzYWx0c2FsdA",
                keyId,
                keyId,
                "recipient",
                "subject",
                "purpose.",
                List.of(),
                Optional.of(SealedPayload.of(keyId, new byte[40])),
                Optional.empty(),
                false,
                List.of());
    }
}
