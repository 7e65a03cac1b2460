package io.chatauth.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the tables keep them: microseconds since 1970, rounded down; what lies beyond some 30,000 years is cut to that. */
final class Micros {
    private static final long MILLION = 1_000_000;
    private static final long MOST = 1_000_000_000_000L * MILLION;

    private Micros() {}

    static long of(Instant at) {
        long seconds = Math.max(-MOST / MILLION, Math.min(MOST / MILLION, at.getEpochSecond()));
        return seconds * MILLION + (seconds == at.getEpochSecond() ? at.getNano() / 1000 : 0);
    }

    /** A duration above zero is never rounded down to zero. */
    static long of(Duration duration) {
        return duration.compareTo(Duration.ofSeconds(MOST / MILLION)) >= 0
                ? MOST
                : Math.max(1, duration.toNanosPart() / 1000 + duration.toSeconds() * MILLION);
    }

    static Instant at(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
