package io.chatauth.store;

import io.chatauth.StoreException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A bounded map whose entries have an end. Changes are atomic per key. Each change drops a few entries that are over, and
 * a full map drops all of them before it refuses.
 *
 * @param <V> the values
 */
final class ExpiringMap<V> {
    private static final int DROPPED_BY_THE_WAY = 4;

    private final String what;
    private final int maximum;
    private final ConcurrentHashMap<String, Entry<V>> entries = new ConcurrentHashMap<>();
    /** The keys by their ends. */
    private final Calendar<String> ends = new Calendar<>();

    private final AtomicInteger seats = new AtomicInteger();

    record Entry<V>(V value, Instant endsAt) {
        boolean livesAt(Instant now) {
            return endsAt.isAfter(now);
        }
    }

    /** Says what becomes of a living entry, or of none. */
    interface Change<V> {
        @Nullable
        Entry<V> of(@Nullable Entry<V> living);
    }

    ExpiringMap(String what, int maximum) {
        this.what = what;
        this.maximum = maximum;
    }

    Optional<Entry<V>> get(String key, Instant now) {
        return Optional.ofNullable(entries.get(key)).filter(entry -> entry.livesAt(now));
    }

    void change(String key, Instant now, Change<V> change) {
        dropSome(now);
        if (!tryChange(key, now, change)) {
            dropAll(now);
            if (!tryChange(key, now, change)) {
                throw new StoreException(
                        "the state in memory is full: it holds " + maximum + " " + what
                                + " that are not over; allow more, or use another store",
                        null);
            }
        }
    }

    /** Whether there was a seat for it. */
    private boolean tryChange(String key, Instant now, Change<V> change) {
        boolean[] seated = {true};
        entries.compute(key, (same, old) -> {
            Entry<V> next = change.of(old != null && old.livesAt(now) ? old : null);
            if (next != null && old == null && seats.incrementAndGet() > maximum) {
                seats.decrementAndGet();
                seated[0] = false;
                return null;
            }
            if (next == null && old != null) {
                seats.decrementAndGet();
            }
            if (old == null || next == null || !next.endsAt().equals(old.endsAt())) {
                if (old != null) {
                    ends.remove(key, old.endsAt());
                }
                if (next != null) {
                    ends.put(key, next.endsAt());
                }
            }
            return next;
        });
        return seated[0];
    }

    /** Drops a few entries that are over. */
    private void dropSome(Instant now) {
        ends.some(now, DROPPED_BY_THE_WAY).forEach(key -> tryChange(key, now, living -> living));
    }

    /** Drops all entries that are over. */
    private void dropAll(Instant now) {
        ends.until(now, (key, at) -> tryChange(key, now, living -> living));
    }

    int size() {
        return Math.min(seats.get(), maximum);
    }
}
