package io.chatauth.internal.key;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are dear to make and serve one user at a time, kept for the next: 16 at most, and none with a thread. Safe for
 * use by many threads.
 *
 * @param <T> the objects
 */
final class Spare<T> {
    private static final int PLACES = 16;

    private final AtomicReferenceArray<@Nullable T> places = new AtomicReferenceArray<>(PLACES);

    /** Takes one; null if there is none where this thread looks. */
    @Nullable
    T take() {
        return places.getAndSet(place(), null);
    }

    /** Keeps one that is ready for the next. One that stands in its place is dropped. */
    void keep(T spare) {
        places.set(place(), spare);
    }

    private static int place() {
        return (int) (Thread.currentThread().getId() % PLACES);
    }
}
