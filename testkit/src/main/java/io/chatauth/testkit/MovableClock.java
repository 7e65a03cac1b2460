package io.chatauth.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/** A clock that stands still until a test moves it. Safe for use by many threads. */
public final class MovableClock extends Clock {
    private final Hands hands;
    private final ZoneId zone;

    /** Shared by the clocks of all zones. */
    private static final class Hands {
        private Instant now;

        private Hands(Instant now) {
            this.now = now;
        }

        private synchronized Instant now() {
            return now;
        }

        private synchronized void move(Duration duration) {
            now = now.plus(duration);
        }
    }

    private MovableClock(Hands hands, ZoneId zone) {
        this.hands = hands;
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    /**
     * Makes a clock.
     *
     * @param now the time it shows, in UTC
     * @return the clock
     */
    public static MovableClock at(Instant now) {
        return new MovableClock(new Hands(Objects.requireNonNull(now, "now")), ZoneOffset.UTC);
    }

    /**
     * Moves the clock, and all clocks that were made from it.
     *
     * @param duration how far; back if it is negative
     */
    public void move(Duration duration) {
        hands.move(duration);
    }

    @Override
    public Instant instant() {
        return hands.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /**
     * Shows the same time in another zone.
     *
     * @param other the zone
     * @return a clock that moves with this one
     */
    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(hands, other);
    }
}
