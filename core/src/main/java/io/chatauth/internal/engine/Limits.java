package io.chatauth.internal.engine;

import java.time.Duration;
import java.util.List;

/**
 * Every figure that bounds what the engine allows, in one readable place.
 *
 * @param sendsPerRecipient10Minutes messages to one recipient in 10 minutes, all flows and channels together
 * @param sendsPerRecipient24Hours the same in 24 hours
 * @param failuresPerRecipient24Hours wrong answers of one recipient in 24 hours, across challenges and channels
 * @param freeAttempts how many answers are not slowed down
 * @param attemptGap how long to wait between later ones
 * @param resendCooldowns how long to wait after the first, second, … message; the last one counts for all further
 */
public record Limits(
        int sendsPerRecipient10Minutes,
        int sendsPerRecipient24Hours,
        int failuresPerRecipient24Hours,
        int freeAttempts,
        Duration attemptGap,
        List<Duration> resendCooldowns) {
    /** What is on unless the configuration says otherwise. */
    public static final Limits DEFAULT = new Limits(
            5,
            10,
            20,
            2,
            Duration.ofSeconds(3),
            List.of(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120), Duration.ofSeconds(300)));

    public Limits {
        resendCooldowns = List.copyOf(resendCooldowns);
        if (resendCooldowns.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one resend cooldown");
        }
    }

    /** How long to wait after the {@code sends}-th message, counted from 1. */
    Duration cooldownAfter(int sends) {
        return resendCooldowns.get(Math.min(sends, resendCooldowns.size()) - 1);
    }
}
