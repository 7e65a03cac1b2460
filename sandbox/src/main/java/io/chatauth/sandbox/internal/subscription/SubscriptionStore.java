package io.chatauth.sandbox.internal.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was set up for webhooks, in the order in which it was made. Trees that are given in or out are never changed. Safe
 * for use by many threads; who needs several steps at once holds the store's own lock.
 */
final class SubscriptionStore {
    /** What is kept. */
    enum Kind {
        /** How posts are authenticated. */
        SECURITY,
        /** Where posts go. */
        PROFILE,
        /** What is posted; its key is the channel, a slash and the id. */
        SUBSCRIPTION,
        /** Where the inbound messages of one sender go. */
        INBOUND
    }

    private final Map<Kind, Map<String, ObjectNode>> all = new EnumMap<>(Kind.class);

    SubscriptionStore() {
        for (Kind kind : Kind.values()) {
            all.put(kind, new LinkedHashMap<>());
        }
    }

    synchronized @Nullable ObjectNode get(Kind kind, String key) {
        return of(kind).get(key);
    }

    synchronized void put(Kind kind, String key, ObjectNode value) {
        of(kind).put(key, value);
    }

    synchronized @Nullable ObjectNode remove(Kind kind, String key) {
        return of(kind).remove(key);
    }

    /** Lists the values whose keys fit, newest first. */
    synchronized List<ObjectNode> list(Kind kind, Predicate<String> key) {
        List<ObjectNode> list = new ArrayList<>();
        of(kind).forEach((name, value) -> {
            if (key.test(name)) {
                list.add(0, value);
            }
        });
        return list;
    }

    synchronized void clear() {
        all.values().forEach(Map::clear);
    }

    private Map<String, ObjectNode> of(Kind kind) {
        Map<String, ObjectNode> values = all.get(kind);
        if (values == null) {
            throw new IllegalStateException("no map of " + kind);
        }
        return values;
    }
}
