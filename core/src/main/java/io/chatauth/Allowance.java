package io.chatauth;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is left to a challenge, for a page that offers to try or to send again.
 *
 * @param remainingAttempts how many answers may still be tried, 0 or more
 * @param remainingSends how often it may still be sent again, 0 or more
 * @param canResendAt when it may be sent again; empty if it never may
 */
public record Allowance(int remainingAttempts, int remainingSends, Optional<Instant> canResendAt) {
    /** Nothing is left. */
    public static final Allowance NONE = new Allowance(0, 0, Optional.empty());

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public Allowance {
        Objects.requireNonNull(canResendAt, "canResendAt");
        if (remainingAttempts < 0 || remainingSends < 0) {
            throw new IllegalArgumentException("remaining counts are 0 or more");
        }
    }
}
