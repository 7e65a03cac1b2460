package io.chatauth.internal.config;

import java.time.Duration;
import java.util.List;

/**
 * What the engine is tuned with.
 *
 * @param requestsPerLane how many requests to one endpoint may be in flight
 * @param queue how many messages may wait to be sent
 * @param tries how often one message is tried
 * @param tryFor how long one message is tried
 * @param closeTimeout how long closing waits for what is in flight
 * @param maxChallenges how many challenges the in-memory store holds
 * @param retention how long an ended challenge is kept
 * @param limits what one recipient may cause
 */
public record EngineOptions(
        int requestsPerLane,
        int queue,
        int tries,
        Duration tryFor,
        Duration closeTimeout,
        int maxChallenges,
        Duration retention,
        Limits limits) {
    /**
     * What one recipient may cause, over all flows and channels.
     *
     * @param sendsPerTenMinutes messages in 10 minutes
     * @param sendsPerDay messages in 24 hours
     * @param failuresPerDay wrong answers in 24 hours
     * @param attemptGap the least time between attempts after the second wrong one
     * @param resendCooldowns the waits before each resend; the last one repeats
     */
    public record Limits(
            int sendsPerTenMinutes,
            int sendsPerDay,
            int failuresPerDay,
            Duration attemptGap,
            List<Duration> resendCooldowns) {
        /** Copies the list. */
        public Limits {
            resendCooldowns = List.copyOf(resendCooldowns);
        }
    }
}
