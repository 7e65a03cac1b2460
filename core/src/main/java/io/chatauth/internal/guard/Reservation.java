package io.chatauth.internal.guard;

import io.chatauth.store.SharedState.Counter;
import java.util.List;
import java.util.Optional;

/** A wrong answer that was counted before it is known whether the answer is wrong. */
public final class Reservation {
    private final Guard guard;
    private final Who who;
    private final Optional<String> binding;
    private final List<Counter> counted;
    private final boolean refused;

    Reservation(Guard guard, Who who, Optional<String> binding, List<Counter> counted, boolean refused) {
        this.guard = guard;
        this.who = who;
        this.binding = binding;
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

    /** Gives it back because the answer was right, and notes the success; nobody waits for it. */
    public void succeeded() {
        guard.succeeded(who, binding, counted);
    }
}
