package io.chatauth.store;

import io.chatauth.store.InMemoryChallengeStore.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Rows in groups of one name, the newest first in each. Most groups have one row, which then stands for itself. Safe for use
 * by many threads; readers see a group as it changes.
 */
final class Groups {
    private final ConcurrentHashMap<String, Group> groups = new ConcurrentHashMap<>();

    /** One row, or many. */
    interface Group {
        Collection<Row> rows();
    }

    /** A place in a group of many; the newest comes first. */
    private record Place(Instant createdAt, String id) implements Comparable<Place> {
        static Place of(Row row) {
            return new Place(row.challenge.createdAt(), row.challenge.id().value());
        }

        @Override
        public int compareTo(Place other) {
            int order = other.createdAt.compareTo(createdAt);
            return order == 0 ? id.compareTo(other.id) : order;
        }
    }

    private static final class Many implements Group {
        private final ConcurrentSkipListMap<Place, Row> ordered = new ConcurrentSkipListMap<>();

        @Override
        public Collection<Row> rows() {
            return ordered.values();
        }

        Many with(Row row) {
            ordered.put(Place.of(row), row);
            return this;
        }
    }

    void add(String name, Row row) {
        groups.compute(name, (same, group) -> {
            if (group == null || group == row) {
                return row;
            }
            return (group instanceof Many many ? many : new Many().with((Row) group)).with(row);
        });
    }

    void remove(String name, Row row) {
        groups.computeIfPresent(name, (same, group) -> {
            if (group instanceof Many many) {
                many.ordered.remove(Place.of(row));
                return many.ordered.isEmpty() ? null : many;
            }
            return group == row ? null : group;
        });
    }

    Collection<Row> of(String name) {
        Group group = groups.get(name);
        return group == null ? List.of() : group.rows();
    }
}
