package io.chatauth.sandbox.internal.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The sandbox's clock: another one, which can be moved ahead, so that nobody waits for a token to expire or a webhook to
 * come again. Safe for use by many threads.
 */
public final class MovableClock extends Clock {
    private final Clock base;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * Follows a clock.
     *
     * @param base the clock
     */
    public MovableClock(Clock base) {
        this.base = base;
    }

    /**
     * Adds what runs after every move.
     *
     * @param listener the task, which must be short
     */
    public void onMove(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Moves ahead.
     *
     * @param by how far, not negative
     */
    public void advance(Duration by) {
        ahead.accumulateAndGet(by, Duration::plus);
        listeners.forEach(Runnable::run);
    }

    /** Follows its base again, as at the start. */
    public void reset() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        MovableClock moved = new MovableClock(base.withZone(zone));
        moved.ahead.set(ahead.get());
        return moved;
    }
}
