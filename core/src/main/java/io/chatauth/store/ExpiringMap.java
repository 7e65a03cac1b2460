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
    private final Calendar<String> ends = new Calendar<>(this::endOf);

    private final AtomicInteger seats = new AtomicInteger();

    /** A value and its end, as seconds and nanoseconds: two counters stay of every message. */
    static final class Entry<V> {
        private final V value;
        private final long endSecond;
        private final int endNano;

        Entry(V value, Instant endsAt) {
            this(value, endsAt.getEpochSecond(), endsAt.getNano());
        }

        private Entry(V value, long endSecond, int endNano) {
            this.value = value;
            this.endSecond = endSecond;
            this.endNano = endNano;
        }

        V value() {
            return value;
        }

        Instant endsAt() {
            return Instant.ofEpochSecond(endSecond, endNano);
        }

        /** Another value with the same end. */
        Entry<V> with(V other) {
            return new Entry<>(other, endSecond, endNano);
        }

        boolean livesAt(Instant now) {
            return endSecond == now.getEpochSecond() ? endNano > now.getNano() : endSecond > now.getEpochSecond();
        }

        boolean endsWith(Entry<V> other) {
            return endSecond == other.endSecond && endNano == other.endNano;
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
        Attempt<V> attempt = new Attempt<>();
        entries.compute(key, (same, old) -> {
            Entry<V> next = change.of(old != null && old.livesAt(now) ? old : null);
            if (next != null && old == null && seats.incrementAndGet() > maximum) {
                seats.decrementAndGet();
                attempt.full = true;
                return null;
            }
            if (next == null && old != null) {
                seats.decrementAndGet();
            }
            attempt.before = old;
            attempt.after = next;
            return next;
        });
        Entry<V> before = attempt.before;
        Entry<V> after = attempt.after;
        if (before == null || after == null || !after.endsWith(before)) {
            if (after != null) {
                ends.put(key, after.endsAt());
            }
            if (before != null) {
                ends.left(before.endsAt());
            }
        }
        return !attempt.full;
    }

    /** What one change did. */
    private static final class Attempt<V> {
        private @Nullable Entry<V> before;
        private @Nullable Entry<V> after;
        private boolean full;
    }

    private @Nullable Instant endOf(String key) {
        Entry<V> entry = entries.get(key);
        return entry == null ? null : entry.endsAt();
    }

    /** Drops a few entries that are over. */
    private void dropSome(Instant now) {
        for (String key : ends.takeSome(now, DROPPED_BY_THE_WAY)) {
            tryChange(key, now, living -> living);
            Instant end = endOf(key);
            if (end != null && end.getEpochSecond() == now.getEpochSecond()) {
                // it ends within this second, but not yet
                ends.put(key, end);
            }
        }
    }

    /** Drops all entries that are over. */
    private void dropAll(Instant now) {
        ends.until(now, (key, at) -> {
            tryChange(key, now, living -> living);
            return true;
        });
    }

    int size() {
        return Math.min(seats.get(), maximum);
    }
}
