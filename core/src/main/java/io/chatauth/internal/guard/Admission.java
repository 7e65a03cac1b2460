package io.chatauth.internal.guard;

import io.chatauth.StoreException;
import io.chatauth.store.SharedState;
import io.chatauth.store.SharedState.Counter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A message that was counted. */
public final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final SharedState state;
    private final Coarse coarse;
    private final Who who;
    private final List<Counter> counted;

    Admission(SharedState state, Coarse coarse, Who who, List<Counter> counted) {
        this.state = state;
        this.coarse = coarse;
        this.who = who;
        this.counted = counted;
    }

    /** Takes the message back, because it was not made after all. */
    public void takeBack() {
        coarse.takeBack(who);
        try {
            if (!counted.isEmpty()) {
                state.takeBack(counted, 1);
            }
        } catch (StoreException e) {
            LOG.warn("A message that was not sent stays counted: {}", e.getMessage());
        }
    }
}
