package io.chatauth.internal.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets the caller's thread wait. */
@FunctionalInterface
public interface Pause {
    /** Parks the thread; an interrupt ends it early and stays set. */
    Pause PARK = time -> LockSupport.parkNanos(time.toNanos());

    /** Waits for about this long; it may be less. */
    void pause(Duration time);
}
