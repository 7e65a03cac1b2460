package io.chatauth.internal.guard;

import io.chatauth.StoreException;
import io.chatauth.Tenant;
import io.chatauth.store.SharedState.Counter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts opt-in codes that nobody waits for. Who writes too many is not looked at any more; who writes from many phones at once
 * is seen by what all of them wrote to a sender together, and the operator is told.
 */
final class Misses {
    private static final Duration TOLD = Limit.MISSES_PER_SENDER_10M.window();

    private final Means means;
    private final Figures figures;
    private final Purses purses;
    private final Teller teller;

    Misses(Means means, Figures figures, Purses purses, Teller teller) {
        this.means = means;
        this.figures = figures;
        this.purses = purses;
        this.teller = teller;
    }

    /**
     * Counts one.
     *
     * @return what was counted; empty if the code must not be looked up
     */
    Optional<List<Counter>> count(Who who) {
        List<Counted> own = purses.misses(who);
        Optional<Counted> full = Purses.add(means.state(), own);
        List<Counter> counted = Marks.plain(own);
        if (full.isPresent()) {
            teller.reached(full.get().limit().named(), Tenant.DEFAULT, Optional.empty());
            if (!figures.recordOnly()) {
                return Optional.empty();
            }
            counted = Marks.unbounded(own);
            means.state().add(counted, 1);
        }
        List<Counter> all = new ArrayList<>(counted);
        all.addAll(watch(who));
        return Optional.of(all);
    }

    /** Counts it among those of everyone. The alarm refuses nothing, so a state that fails here holds nobody up. */
    private List<Counter> watch(Who who) {
        List<Counted> together = purses.missesOfAll(who.channel(), who.sender());
        try {
            Optional<Counted> full = Purses.add(means.state(), together);
            if (full.isEmpty()) {
                return Marks.plain(together);
            }
            if (means.state().putIfAbsent("alarm:" + full.get().counter().key(), "told", TOLD)) {
                teller.alert("more than " + figures.of(Limit.MISSES_PER_SENDER_10M) + " opt-in codes that nobody waits"
                        + " for were written to a sender on " + who.channel() + " within 10 minutes: somebody may be"
                        + " guessing from many phones. Look at who writes to it; it is chatauth.limit."
                        + Limit.MISSES_PER_SENDER_10M.named());
            }
        } catch (StoreException e) {
            teller.warn("Wrong opt-in codes of all people together can't be counted", e);
        }
        return List.of();
    }
}
