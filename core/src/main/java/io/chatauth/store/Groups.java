package io.chatauth.store;

import io.chatauth.store.InMemoryChallengeStore.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Rows in groups of one name, the newest first in each. Most groups have one row and then cost no order of their own. Safe
 * for use by many threads; readers see a group as it changes.
 */
final class Groups {
    private final ConcurrentHashMap<String, Map<Place, Row>> groups = new ConcurrentHashMap<>();

    /** A place in a group; the newest comes first. */
    record Place(Instant createdAt, String id) implements Comparable<Place> {
        static Place of(ChallengeRecord challenge) {
            return new Place(challenge.createdAt(), challenge.id().value());
        }

        @Override
        public int compareTo(Place other) {
            int order = other.createdAt.compareTo(createdAt);
            return order == 0 ? id.compareTo(other.id) : order;
        }
    }

    void add(String name, ChallengeRecord challenge, Row row) {
        Place place = Place.of(challenge);
        groups.compute(name, (same, rows) -> {
            if (rows == null || (rows.size() == 1 && rows.containsKey(place))) {
                return Map.of(place, row);
            }
            Map<Place, Row> many = rows instanceof ConcurrentSkipListMap ? rows : new ConcurrentSkipListMap<>(rows);
            many.put(place, row);
            return many;
        });
    }

    void remove(String name, ChallengeRecord challenge) {
        Place place = Place.of(challenge);
        groups.computeIfPresent(name, (same, rows) -> {
            if (!(rows instanceof ConcurrentSkipListMap)) {
                return rows.containsKey(place) ? null : rows;
            }
            rows.remove(place);
            return rows.isEmpty() ? null : rows;
        });
    }

    Collection<Row> of(String name) {
        Map<Place, Row> rows = groups.get(name);
        return rows == null ? List.of() : rows.values();
    }
}
