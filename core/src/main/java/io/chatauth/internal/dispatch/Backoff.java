package io.chatauth.internal.dispatch;

import io.chatauth.spi.WireResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** How long to wait before the next try: full jitter, doubling; {@code Retry-After} (RFC 9110, 10.2.3) is the least. */
final class Backoff {
    private final Duration base;
    private final Duration cap;
    private final Random random;

    Backoff(Duration base, Duration cap, Random random) {
        this.base = base;
        this.cap = cap;
        this.random = random;
    }

    /** A random time up to base, doubled with every try after the first, never over the cap. */
    Duration jitter(int triesSoFar) {
        long most = Math.min(cap.toNanos(), base.toNanos() << Math.min(20, triesSoFar - 1));
        return Duration.ofNanos((long) (random.nextDouble() * most));
    }

    static Optional<Duration> retryAfter(WireResponse response, Instant now) {
        String value = response.header("Retry-After").orElse("").strip();
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant();
            Duration wait = Duration.between(now, at);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
