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
        Instant passed = began.plusNanos(nanos.getAsLong() - beganNanos);
        if (!shown.isBefore(passed)) {
            return shown;
        }
        Duration step = Duration.between(shown, passed);
        if (step.compareTo(WORTH_TELLING) > 0 && behind.compareAndSet(false, true)) {
            LOG.error(
                    "The system clock is {} behind the time that passed since the start; ChatAuth goes on with the latter."
                            + " If the clock is right now, restart this node",
                    step);
        }
        return passed;
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
