package io.chatauth.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Things by time. They lie unordered in a bucket for each second, and are put in order when they are visited: most leave
 * before anyone asks. Safe for use by many threads.
 *
 * @param <T> the things, which are equal only if they are the same
 */
final class Calendar<T> {
    private final ConcurrentSkipListMap<Long, Bucket<T>> seconds = new ConcurrentSkipListMap<>();

    /** Looks at an entry. */
    interface Visitor<T> {
        /** Returns false to see no more. The entry may have gone meanwhile. */
        boolean visit(T thing, Instant at);
    }

    /** What lies within one second. Its monitor guards it; an empty one leaves the calendar and is not used again. */
    private static final class Bucket<T> {
        private final Map<T, Instant> things = new HashMap<>();
        private boolean dropped;

        synchronized boolean put(T thing, Instant at) {
            if (!dropped) {
                things.put(thing, at);
            }
            return !dropped;
        }

        /** Whether it is empty now. */
        synchronized boolean remove(T thing, Instant at) {
            things.remove(thing, at);
            dropped = things.isEmpty();
            return dropped;
        }

        synchronized boolean contains(T thing, Instant at) {
            return at.equals(things.get(thing));
        }

        synchronized List<Map.Entry<T, Instant>> copy() {
            List<Map.Entry<T, Instant>> all = new ArrayList<>(things.size());
            things.forEach((thing, at) -> all.add(Map.entry(thing, at)));
            return all;
        }

        synchronized void some(Instant end, int most, List<T> into) {
            for (Map.Entry<T, Instant> entry : things.entrySet()) {
                if (into.size() == most) {
                    return;
                }
                if (!entry.getValue().isAfter(end)) {
                    into.add(entry.getKey());
                }
            }
        }
    }

    void put(T thing, Instant at) {
        long second = at.getEpochSecond();
        Bucket<T> bucket = bucket(second);
        while (!bucket.put(thing, at)) {
            seconds.remove(second, bucket);
            bucket = bucket(second);
        }
    }

    private Bucket<T> bucket(long second) {
        Bucket<T> known = seconds.get(second);
        return known != null ? known : seconds.computeIfAbsent(second, none -> new Bucket<>());
    }

    void remove(T thing, Instant at) {
        long second = at.getEpochSecond();
        Bucket<T> bucket = seconds.get(second);
        if (bucket != null && bucket.remove(thing, at)) {
            seconds.remove(second, bucket);
        }
    }

    boolean contains(T thing, Instant at) {
        Bucket<T> bucket = seconds.get(at.getEpochSecond());
        return bucket != null && bucket.contains(thing, at);
    }

    /** Visits what lies before a time, the oldest first. */
    void before(Instant end, Visitor<T> visitor) {
        visit(
                seconds.headMap(end.getEpochSecond(), true).values(),
                Map.Entry.comparingByValue(),
                (thing, at) -> at.isBefore(end) && visitor.visit(thing, at));
    }

    /** Visits what lies at a time or before it, the oldest first. */
    void until(Instant end, Visitor<T> visitor) {
        visit(
                seconds.headMap(end.getEpochSecond(), true).values(),
                Map.Entry.comparingByValue(),
                (thing, at) -> !at.isAfter(end) && visitor.visit(thing, at));
    }

    /** Visits all, the newest first. */
    void newestFirst(Visitor<T> visitor) {
        visit(
                seconds.descendingMap().values(),
                Map.Entry.<T, Instant>comparingByValue().reversed(),
                visitor);
    }

    private static <T> void visit(
            Collection<Bucket<T>> buckets, Comparator<Map.Entry<T, Instant>> order, Visitor<T> visitor) {
        for (Bucket<T> bucket : buckets) {
            List<Map.Entry<T, Instant>> entries = bucket.copy();
            entries.sort(order);
            for (Map.Entry<T, Instant> entry : entries) {
                if (!visitor.visit(entry.getKey(), entry.getValue())) {
                    return;
                }
            }
        }
    }

    /** Gives some of what lies at a time or before it, in no order. */
    List<T> some(Instant end, int most) {
        Map.Entry<Long, Bucket<T>> first = seconds.firstEntry();
        if (first == null || first.getKey() > end.getEpochSecond()) {
            return List.of();
        }
        List<T> some = new ArrayList<>();
        for (Bucket<T> bucket : seconds.headMap(end.getEpochSecond(), true).values()) {
            bucket.some(end, most, some);
            if (some.size() == most) {
                break;
            }
        }
        return some;
    }
}
