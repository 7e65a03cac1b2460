package io.chatauth.store.redis;

import java.time.Duration;
import java.time.Instant;

/**
 * Times as Redis and its scripts keep them: milliseconds since 1970, rounded down. They are numbers of 53 bits there, so what lies
 * beyond some 30,000 years is cut to that.
 */
final class Millis {
    private static final long MOST = 1_000_000_000_000_000L;
    private static final long MOST_SECONDS = MOST / 1000;

    private Millis() {}

    static String of(Instant at) {
        return String.valueOf(number(at));
    }

    static long number(Instant at) {
        long seconds = at.getEpochSecond();
        if (seconds >= MOST_SECONDS) {
            return MOST;
        }
        return seconds < -MOST_SECONDS ? -MOST : at.toEpochMilli();
    }

    /** A duration above zero is never rounded down to zero. */
    static long number(Duration duration) {
        return duration.toSeconds() >= MOST_SECONDS ? MOST : Math.max(1, duration.toMillis());
    }

    static Instant at(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
