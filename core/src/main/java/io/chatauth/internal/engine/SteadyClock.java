package io.chatauth.internal.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system clock, but for steps back: time never falls behind what has passed since this clock was made. So setting the
 * system clock back gives no code a longer life. A step forward is followed, and so is its correction. Safe for use by many
 * threads.
 */
public final class SteadyClock extends Clock {
    private static final Logger LOG = LoggerFactory.getLogger(SteadyClock.class);
    private static final Duration WORTH_TELLING = Duration.ofSeconds(30);

    private static final long NANOS = 1_000_000_000;
    /** What nanoseconds in a long can tell apart, with room to spare. */
    private static final long MOST_SECONDS = Long.MAX_VALUE / NANOS - 2;

    private final Clock wall;
    private final LongSupplier nanos;
    private final Instant began;
    private final long beganNanos;
    private final AtomicBoolean behind = new AtomicBoolean();

    /**
     * Keeps a clock steady.
     *
     * @param wall the clock that somebody may set
     * @param nanos the nanoseconds that passed, from any beginning
     */
    public SteadyClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.began = wall.instant();
        this.beganNanos = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        Instant shown = wall.instant();
        long since = nanos.getAsLong() - beganNanos;
        if (nanosFromBegin(shown) >= since) {
            return shown;
        }
        Instant passed = began.plusNanos(since);
        Duration step = Duration.between(shown, passed);
        if (step.compareTo(WORTH_TELLING) > 0 && behind.compareAndSet(false, true)) {
            LOG.error(
                    "The system clock is {} behind the time that passed since the start; ChatAuth goes on with the latter."
                            + " If the clock is right now, restart this node",
                    step);
        }
        return passed;
    }

    /** Counted by hand: this clock is read many times for each message. */
    private long nanosFromBegin(Instant shown) {
        long seconds = shown.getEpochSecond() - began.getEpochSecond();
        return seconds > MOST_SECONDS || seconds < -MOST_SECONDS
                ? Long.signum(seconds) * Long.MAX_VALUE
                : seconds * NANOS + shown.getNano() - began.getNano();
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyClock(wall.withZone(zone), nanos);
    }
}
