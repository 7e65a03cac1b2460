package io.chatauth.sandbox.internal.server;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that are still to come, in the order in which they were asked for. Safe for use by many threads. */
public final class Faults {
    private static final class Pending {
        private final Fault fault;
        private int left;

        private Pending(Fault fault) {
            this.fault = fault;
            this.left = fault.times();
        }
    }

    private final List<Pending> pending = new ArrayList<>();

    /**
     * Adds a fault behind the others.
     *
     * @param fault the fault
     */
    public synchronized void add(Fault fault) {
        pending.add(new Pending(fault));
    }

    /**
     * Takes the first fault that strikes a path; it strikes once less afterwards.
     *
     * @param path the request's path
     * @return the fault, or null
     */
    public synchronized @Nullable Fault take(String path) {
        Iterator<Pending> candidates = pending.iterator();
        while (candidates.hasNext()) {
            Pending candidate = candidates.next();
            if (path.startsWith(candidate.fault.path())) {
                candidate.left--;
                if (candidate.left == 0) {
                    candidates.remove();
                }
                return candidate.fault;
            }
        }
        return null;
    }

    /** Forgets all faults. */
    public synchronized void clear() {
        pending.clear();
    }
}
