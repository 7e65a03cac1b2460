package io.chatauth.internal.guard;

import io.chatauth.store.SharedState.Counter;
import java.util.List;

/** A wrong answer that was counted before it is known whether the answer is wrong. */
public final class Reservation {
    private final Guard guard;
    private final List<Counter> counted;
    private final boolean refused;

    Reservation(Guard guard, List<Counter> counted, boolean refused) {
        this.guard = guard;
        this.counted = counted;
        this.refused = refused;
    }

    /** Tells whether a limit is reached, and the answer must not be compared. */
    public boolean refused() {
        return refused;
    }

    /** Gives the reserved failure back, because the answer was not wrong; nobody waits for it. */
    public void takeBack() {
        guard.takeBack(counted);
    }

    /**
     * The same before anything else is done: who sends several right answers in a row finds none of them counted.
     *
     * @throws io.chatauth.StoreException if the shared state can't be reached
     */
    public void takeBackAtOnce() {
        guard.takeBackAtOnce(counted);
    }
}
