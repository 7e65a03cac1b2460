package io.chatauth.store;

import java.util.Objects;
import java.util.Optional;

/**
 * What became of a transition.
 *
 * @param won whether this very call made the change
 * @param challenge the challenge after it: changed if won, as it stands if not; empty if there is none of that id. The
 *     call that ends a challenge gets it with the payload and the look-ups it had, which are erased in the store
 */
public record Applied(boolean won, Optional<ChallengeRecord> challenge) {
    /**
     * Checks that nobody wins without a challenge.
     *
     * @throws IllegalArgumentException if it is so
     */
    public Applied {
        Objects.requireNonNull(challenge, "challenge");
        if (won && challenge.isEmpty()) {
            throw new IllegalArgumentException("nothing can be won without a challenge");
        }
    }
}
