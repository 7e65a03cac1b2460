package io.chatauth.spi;

import java.time.Duration;
import java.util.Objects;

/**
 * How often something may be done.
 *
 * @param times how many times, 1 or more
 * @param per within which time, more than zero
 */
public record RateLimit(int times, Duration per) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a number is not positive
     */
    public RateLimit {
        Objects.requireNonNull(per, "per");
        if (times < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("a limit is at least once in a time above zero");
        }
    }

    /**
     * Tells the limit in words.
     *
     * @return such as {@code 1000 in 1 h}
     */
    @Override
    public String toString() {
        return times + " in " + inWords(per);
    }

    private static String inWords(Duration time) {
        if (time.toDays() > 0 && time.equals(Duration.ofDays(time.toDays()))) {
            return time.toDays() + " d";
        }
        if (time.toHours() > 0 && time.equals(Duration.ofHours(time.toHours()))) {
            return time.toHours() + " h";
        }
        if (time.toMinutes() > 0 && time.equals(Duration.ofMinutes(time.toMinutes()))) {
            return time.toMinutes() + " min";
        }
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
