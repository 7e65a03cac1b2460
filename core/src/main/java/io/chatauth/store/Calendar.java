package io.chatauth.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Things by time. They lie unordered in a bucket for each second, and are put in order when they are visited: most leave
 * before anyone asks. The things themselves know their time, so an entry whose thing has another one by now, or none, is no
 * entry any more; a bucket drops such ones when they are more than half of it. Safe for use by many threads.
 *
 * @param <T> the things
 */
final class Calendar<T> {
    private static final int SMALL = 32;

    private final Function<T, @Nullable Instant> time;
    private final ConcurrentSkipListMap<Long, Bucket<T>> seconds = new ConcurrentSkipListMap<>();

    /** Looks at an entry. */
    interface Visitor<T> {
        /** Returns false to see no more. The thing may have another time meanwhile. */
        boolean visit(T thing, Instant at);
    }

    private record Place<T>(T thing, Instant at) {}

    /** What was put into one second. Its monitor guards it; an empty one leaves the calendar and is not used again. */
    private static final class Bucket<T> {
        private final List<T> things = new ArrayList<>();
        private int left;
        private boolean dropped;

        synchronized boolean put(T thing) {
            if (!dropped) {
                things.add(thing);
            }
            return !dropped;
        }
    }

    /**
     * Makes an empty calendar.
     *
     * @param time tells the time of a thing; null if it has none. It is told by what was written before {@link #put}
     */
    Calendar(Function<T, @Nullable Instant> time) {
        this.time = time;
    }

    /** Enters a thing that has a time now. */
    void put(T thing, Instant at) {
        long second = at.getEpochSecond();
        Bucket<T> bucket = bucket(second);
        while (!bucket.put(thing)) {
            seconds.remove(second, bucket);
            bucket = bucket(second);
        }
    }

    private Bucket<T> bucket(long second) {
        Bucket<T> known = seconds.get(second);
        return known != null ? known : seconds.computeIfAbsent(second, none -> new Bucket<>());
    }

    /** Says that a thing has another time by now, or none. */
    void left(Instant before) {
        long second = before.getEpochSecond();
        Bucket<T> bucket = seconds.get(second);
        if (bucket == null) {
            return;
        }
        synchronized (bucket) {
            bucket.left++;
            if (bucket.left * 2 > bucket.things.size()
                    && (bucket.left >= SMALL || bucket.left >= bucket.things.size())) {
                bucket.things.removeIf(thing -> !lies(thing, second));
                bucket.left = 0;
            }
            bucket.dropped = bucket.things.isEmpty();
            if (bucket.dropped) {
                seconds.remove(second, bucket);
            }
        }
    }

    /** Tells whether a thing still has that time. */
    boolean holds(T thing, Instant at) {
        return at.equals(time.apply(thing));
    }

    private boolean lies(T thing, long second) {
        Instant at = time.apply(thing);
        return at != null && at.getEpochSecond() == second;
    }

    /** Visits what lies before a time, the oldest first. */
    void before(Instant end, Visitor<T> visitor) {
        visit(
                seconds.headMap(end.getEpochSecond(), true),
                Comparator.comparing(Place::at),
                (thing, at) -> at.isBefore(end) && visitor.visit(thing, at));
    }

    /** Visits what lies at a time or before it, the oldest first. */
    void until(Instant end, Visitor<T> visitor) {
        visit(
                seconds.headMap(end.getEpochSecond(), true),
                Comparator.comparing(Place::at),
                (thing, at) -> !at.isAfter(end) && visitor.visit(thing, at));
    }

    /** Visits all, the newest first. */
    void newestFirst(Visitor<T> visitor) {
        visit(
                seconds.descendingMap(),
                Comparator.comparing((Place<T> place) -> place.at()).reversed(),
                visitor);
    }

    private void visit(Map<Long, Bucket<T>> buckets, Comparator<Place<T>> order, Visitor<T> visitor) {
        for (Map.Entry<Long, Bucket<T>> entry : buckets.entrySet()) {
            List<Place<T>> places = places(entry.getKey(), entry.getValue());
            places.sort(order);
            for (Place<T> place : places) {
                if (!visitor.visit(place.thing(), place.at())) {
                    return;
                }
            }
        }
    }

    private List<Place<T>> places(long second, Bucket<T> bucket) {
        List<Place<T>> places = new ArrayList<>();
        synchronized (bucket) {
            for (T thing : bucket.things) {
                Instant at = time.apply(thing);
                if (at != null && at.getEpochSecond() == second) {
                    places.add(new Place<>(thing, at));
                }
            }
        }
        return places;
    }

    /** Takes out some of what was put into the second of a time or those before, whatever its time is by now. */
    Collection<T> takeSome(Instant end, int most) {
        Map.Entry<Long, Bucket<T>> first = seconds.firstEntry();
        if (first == null || first.getKey() > end.getEpochSecond()) {
            return List.of();
        }
        List<T> taken = new ArrayList<>(most);
        Bucket<T> bucket = first.getValue();
        synchronized (bucket) {
            for (int last = bucket.things.size() - 1; last >= 0 && taken.size() < most; last--) {
                taken.add(bucket.things.remove(last));
            }
            bucket.dropped = bucket.things.isEmpty();
            if (bucket.dropped) {
                seconds.remove(first.getKey(), bucket);
            }
        }
        return taken;
    }
}
