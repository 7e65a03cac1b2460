package io.chatauth.store;

import io.chatauth.StoreException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
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
    private final ConcurrentSkipListSet<Mark> marks = new ConcurrentSkipListSet<>();
    private final AtomicInteger seats = new AtomicInteger();

    record Entry<V>(V value, Instant endsAt) {
        boolean livesAt(Instant now) {
            return endsAt.isAfter(now);
        }
    }

    private record Mark(Instant endsAt, String key) implements Comparable<Mark> {
        @Override
        public int compareTo(Mark other) {
            int order = endsAt.compareTo(other.endsAt);
            return order == 0 ? key.compareTo(other.key) : order;
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
        dropOver(now, DROPPED_BY_THE_WAY);
        if (!tryChange(key, now, change)) {
            dropOver(now, Integer.MAX_VALUE);
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
            if (old != null && (next == null || !next.endsAt().equals(old.endsAt()))) {
                marks.remove(new Mark(old.endsAt(), key));
            }
            if (next != null) {
                marks.add(new Mark(next.endsAt(), key));
            }
            return next;
        });
        return seated[0];
    }

    private void dropOver(Instant now, int most) {
        int dropped = 0;
        for (Mark mark : marks) {
            if (dropped == most || mark.endsAt().isAfter(now)) {
                return;
            }
            tryChange(mark.key(), now, living -> living);
            dropped++;
        }
    }

    int size() {
        return Math.min(seats.get(), maximum);
    }
}
