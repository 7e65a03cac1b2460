package io.chatauth.internal.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A system clock that is set wrong and right again, behind what production makes of it. */
final class JumpingClock extends MovableClock {
    private final Clock wall = new Clock() {
        @Override
        public Instant instant() {
            return shown();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private volatile long nanos;
    private final SteadyClock steady = new SteadyClock(wall, () -> nanos);

    private Instant shown() {
        return super.instant();
    }

    /** Time passes. */
    @Override
    public void advance(Duration duration) {
        super.advance(duration);
        nanos += duration.toNanos();
    }

    /** Somebody sets the clock. */
    void jump(Duration duration) {
        super.advance(duration);
    }

    @Override
    public Instant instant() {
        return steady.instant();
    }
}
