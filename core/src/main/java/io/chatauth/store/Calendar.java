package io.chatauth.store;

import io.chatauth.store.InMemoryChallengeStore.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Rows by time. They lie unordered in a bucket for each second, and are put in order when they are visited: most leave before
 * anyone asks. Safe for use by many threads.
 */
final class Calendar {
    private static final Comparator<Map.Entry<When, Row>> OLDEST_FIRST = Map.Entry.comparingByKey();
    private static final Comparator<Map.Entry<When, Row>> NEWEST_FIRST = OLDEST_FIRST.reversed();

    private final ConcurrentSkipListMap<Long, Bucket> seconds = new ConcurrentSkipListMap<>();

    /**
     * A place in the order of time.
     *
     * @param at the time
     * @param id the challenge
     * @param message the message; blank if it is about the challenge
     */
    record When(Instant at, String id, String message) implements Comparable<When> {
        @Override
        public int compareTo(When other) {
            int order = at.compareTo(other.at);
            if (order == 0) {
                order = id.compareTo(other.id);
            }
            return order == 0 ? message.compareTo(other.message) : order;
        }
    }

    /** Looks at an entry. */
    interface Visitor {
        /** Returns false to see no more. The entry may have gone meanwhile. */
        boolean visit(When when, Row row);
    }

    /** What is due within one second. Its monitor guards it; an empty one leaves the calendar and is not used again. */
    private static final class Bucket {
        private final Map<When, Row> rows = new HashMap<>();
        private boolean dropped;

        synchronized boolean put(When when, Row row) {
            if (!dropped) {
                rows.put(when, row);
            }
            return !dropped;
        }

        /** Whether it is empty now. */
        synchronized boolean remove(When when) {
            rows.remove(when);
            dropped = rows.isEmpty();
            return dropped;
        }

        synchronized boolean contains(When when) {
            return rows.containsKey(when);
        }

        synchronized List<Map.Entry<When, Row>> copy() {
            List<Map.Entry<When, Row>> entries = new ArrayList<>(rows.size());
            rows.forEach((when, row) -> entries.add(Map.entry(when, row)));
            return entries;
        }
    }

    void put(When when, Row row) {
        long second = when.at().getEpochSecond();
        Bucket bucket = bucket(second);
        while (!bucket.put(when, row)) {
            seconds.remove(second, bucket);
            bucket = bucket(second);
        }
    }

    private Bucket bucket(long second) {
        Bucket known = seconds.get(second);
        return known != null ? known : seconds.computeIfAbsent(second, none -> new Bucket());
    }

    void remove(When when) {
        long second = when.at().getEpochSecond();
        Bucket bucket = seconds.get(second);
        if (bucket != null && bucket.remove(when)) {
            seconds.remove(second, bucket);
        }
    }

    boolean contains(When when) {
        Bucket bucket = seconds.get(when.at().getEpochSecond());
        return bucket != null && bucket.contains(when);
    }

    /** Visits what lies before a time, the oldest first. */
    void before(Instant end, Visitor visitor) {
        visit(
                seconds.headMap(end.getEpochSecond(), true),
                OLDEST_FIRST,
                (when, row) -> when.at().isBefore(end) && visitor.visit(when, row));
    }

    /** Visits what lies at a time or before it, the oldest first. */
    void until(Instant end, Visitor visitor) {
        visit(
                seconds.headMap(end.getEpochSecond(), true),
                OLDEST_FIRST,
                (when, row) -> !when.at().isAfter(end) && visitor.visit(when, row));
    }

    /** Visits all, the newest first. */
    void newestFirst(Visitor visitor) {
        visit(seconds.descendingMap(), NEWEST_FIRST, visitor);
    }

    private static void visit(
            ConcurrentNavigableMap<Long, Bucket> buckets, Comparator<Map.Entry<When, Row>> order, Visitor visitor) {
        for (Bucket bucket : buckets.values()) {
            List<Map.Entry<When, Row>> entries = bucket.copy();
            entries.sort(order);
            for (Map.Entry<When, Row> entry : entries) {
                if (!visitor.visit(entry.getKey(), entry.getValue())) {
                    return;
                }
            }
        }
    }
}
