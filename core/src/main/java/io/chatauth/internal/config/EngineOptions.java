package io.chatauth.internal.config;

import io.chatauth.internal.guard.Figures;
import java.time.Duration;

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
 * @param limits what is allowed
 */
public record EngineOptions(
        int requestsPerLane,
        int queue,
        int tries,
        Duration tryFor,
        Duration closeTimeout,
        int maxChallenges,
        Duration retention,
        Figures limits) {}
