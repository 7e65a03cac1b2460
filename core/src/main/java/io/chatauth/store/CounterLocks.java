package io.chatauth.store;

import io.chatauth.store.SharedState.Counter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Locks for counters that are changed together: a fixed number of them, shared by all keys. They are taken in one order, so
 * that no two callers wait for each other.
 */
final class CounterLocks {
    private static final int COUNT = 256;

    private final ReentrantLock[] locks = new ReentrantLock[COUNT];

    CounterLocks() {
        for (int i = 0; i < COUNT; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /** Does something that nobody else does meanwhile with any of these counters. */
    <T> T hold(List<Counter> counters, Supplier<T> work) {
        int[] wanted = new int[counters.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = (counters.get(i).key().hashCode() * 0x9E3779B9) >>> 24;
        }
        Arrays.sort(wanted);
        int held = 0;
        try {
            // two counters may share a lock, which one thread may take twice
            for (; held < wanted.length; held++) {
                locks[wanted[held]].lock();
            }
            return work.get();
        } finally {
            while (held > 0) {
                locks[wanted[--held]].unlock();
            }
        }
    }
}
