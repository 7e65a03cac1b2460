package io.chatauth.store;

import java.util.Objects;
import java.util.Optional;

/**
 * A piece of work that was claimed.
 *
 * @param kind the kind
 * @param challenge the challenge as it stands
 * @param messageId the message, for {@link DueKind#MESSAGE}
 */
public record Due(DueKind kind, ChallengeRecord challenge, Optional<String> messageId) {
    /** Checks that all parts are there. */
    public Due {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(challenge, "challenge");
        Objects.requireNonNull(messageId, "messageId");
    }
}
