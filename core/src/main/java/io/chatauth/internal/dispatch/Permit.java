package io.chatauth.internal.dispatch;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A place in the queue, taken before the message is stored. Closing gives an unused place back. */
public final class Permit implements AutoCloseable {
    private enum State {
        FREE,
        USED,
        RETURNED
    }

    private final AtomicInteger taken;
    private final AtomicReference<State> state = new AtomicReference<>(State.FREE);

    Permit(AtomicInteger taken) {
        this.taken = taken;
    }

    boolean belongsTo(AtomicInteger counter) {
        return taken == counter;
    }

    boolean use() {
        return state.compareAndSet(State.FREE, State.USED);
    }

    void giveBack() {
        if (state.compareAndSet(State.USED, State.RETURNED)) {
            taken.decrementAndGet();
        }
    }

    /** Gives the place back, unless a message took it. */
    @Override
    public void close() {
        if (state.compareAndSet(State.FREE, State.RETURNED)) {
            taken.decrementAndGet();
        }
    }
}
