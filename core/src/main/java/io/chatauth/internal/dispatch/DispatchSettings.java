package io.chatauth.internal.dispatch;

import java.time.Duration;

/**
 * How messages are sent.
 *
 * @param requestsPerLane requests in flight for each endpoint, 1 to 1000
 * @param queueCapacity messages without answer over all endpoints, 1 to 10 million
 * @param threads threads that send, 1 to 1000; they are started when first needed and stay
 * @param maxTries tries for each message, the first included, 1 to 20
 * @param tryFor time for all tries of a message, counted from the first, up to 1 h
 * @param backoffBase longest wait before the second try; doubles with every further one, up to 1 h
 * @param backoffCap longest wait before any try that the provider did not ask for, up to 1 h
 * @param breakerOpenFor how long a failing endpoint is left alone, up to 1 h
 * @param closeTimeout how long closing waits for what is in flight, up to 1 h
 */
public record DispatchSettings(
        int requestsPerLane,
        int queueCapacity,
        int threads,
        int maxTries,
        Duration tryFor,
        Duration backoffBase,
        Duration backoffCap,
        Duration breakerOpenFor,
        Duration closeTimeout) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is out of its range; names the property
     */
    public DispatchSettings {
        within("requests-per-lane", requestsPerLane, 1000);
        within("queue", queueCapacity, 10_000_000);
        within("threads", threads, 1000);
        within("tries", maxTries, 20);
        within("try-for", tryFor);
        within("backoff-base", backoffBase);
        within("backoff-cap", backoffCap);
        within("breaker-open-for", breakerOpenFor);
        within("close-timeout", closeTimeout);
    }

    /**
     * Gives the defaults.
     *
     * @return 4 requests for each endpoint, 10,000 messages, 64 threads, 4 tries in 30 s, waits of 0.25 s up to 8 s, breaker
     *     open for 30 s, 10 s for closing
     */
    public static DispatchSettings defaults() {
        return new DispatchSettings(
                4,
                10_000,
                64,
                4,
                Duration.ofSeconds(30),
                Duration.ofMillis(250),
                Duration.ofSeconds(8),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10));
    }

    /**
     * Changes the requests in flight.
     *
     * @param requests for each endpoint, 1 to 1000
     * @return a copy
     */
    public DispatchSettings withRequestsPerLane(int requests) {
        return new DispatchSettings(
                requests,
                queueCapacity,
                threads,
                maxTries,
                tryFor,
                backoffBase,
                backoffCap,
                breakerOpenFor,
                closeTimeout);
    }

    /**
     * Changes the bound of the queue.
     *
     * @param messages over all endpoints, 1 to 10 million
     * @return a copy
     */
    public DispatchSettings withQueueCapacity(int messages) {
        return new DispatchSettings(
                requestsPerLane,
                messages,
                threads,
                maxTries,
                tryFor,
                backoffBase,
                backoffCap,
                breakerOpenFor,
                closeTimeout);
    }

    /**
     * Changes the bound of the threads.
     *
     * @param count 1 to 1000
     * @return a copy
     */
    public DispatchSettings withThreads(int count) {
        return new DispatchSettings(
                requestsPerLane,
                queueCapacity,
                count,
                maxTries,
                tryFor,
                backoffBase,
                backoffCap,
                breakerOpenFor,
                closeTimeout);
    }

    /**
     * Changes how often and how long a message is tried.
     *
     * @param tries the first included, 1 to 20
     * @param time for all of them, up to 1 h
     * @return a copy
     */
    public DispatchSettings withTries(int tries, Duration time) {
        return new DispatchSettings(
                requestsPerLane,
                queueCapacity,
                threads,
                tries,
                time,
                backoffBase,
                backoffCap,
                breakerOpenFor,
                closeTimeout);
    }

    /**
     * Changes how long closing waits.
     *
     * @param time up to 1 h
     * @return a copy
     */
    public DispatchSettings withCloseTimeout(Duration time) {
        return new DispatchSettings(
                requestsPerLane,
                queueCapacity,
                threads,
                maxTries,
                tryFor,
                backoffBase,
                backoffCap,
                breakerOpenFor,
                time);
    }

    private static void within(String property, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "chatauth.dispatch." + property + " " + value + " is out of range: 1 to " + most);
        }
    }

    private static void within(String property, Duration value) {
        if (value.isNegative() || value.isZero() || value.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "chatauth.dispatch." + property + " " + value + " is out of range: more than 0, up to 1 h");
        }
    }
}
