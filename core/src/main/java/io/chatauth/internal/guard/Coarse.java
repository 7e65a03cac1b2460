package io.chatauth.internal.guard;

import io.chatauth.StoreException;
import io.chatauth.store.SharedState.Counter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The limits per prefix, country and for everything. Each node counts in its own memory, so that no message waits for them, and
 * {@link #flush} adds what is new to the shared state and reads what the others added. Their windows are hours and days of the
 * clock, in UTC.
 *
 * <p>So a limit may be overshot: by what the other nodes start within {@link #INTERVAL}, and by one message of each node that
 * did not count for the same prefix or country for longer. One node alone overshoots nothing.
 */
final class Coarse {
    /** How often nodes tell each other. */
    static final Duration INTERVAL = Duration.ofSeconds(10);

    private static final int MOST = 20_000;

    private final Means means;
    private final Figures figures;
    private final Marks marks;
    private final Teller teller;
    private final Map<Key, Entry> entries = new HashMap<>();
    private final Object flushing = new Object();
    private long alarmed = -1;

    /** What is counted: the limit and the prefix or country; the window's number is in the entry. */
    private record Key(Limit limit, String of, String name) {
        /** By hand, because this is asked for every message: what the compiler makes goes over method handles. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && limit == key.limit && of.equals(key.of) && name.equals(key.name);
        }

        @Override
        public int hashCode() {
            return (of.hashCode() * 31 + name.hashCode()) * 31 + limit.hashCode();
        }
    }

    private static final class Entry {
        private long window;
        private long sent;
        private long completed;
        private long newSent;
        private long newCompleted;
        private boolean asked;
    }

    private record Errand(Key key, Entry entry, long window, long sent, long completed) {}

    Coarse(Means means, Figures figures, Marks marks, Teller teller) {
        this.means = means;
        this.figures = figures;
        this.marks = marks;
        this.teller = teller;
    }

    /**
     * Counts a message everywhere, or nowhere.
     *
     * @param passes which limits it passes whatever their count
     * @return the limit that refuses it
     */
    synchronized Optional<Limit> add(Who who, Predicate<Limit> passes) {
        List<Key> keys = keys(who);
        List<Entry> all = new ArrayList<>(keys.size());
        long now = now();
        for (Key key : keys) {
            Entry entry = entry(key, now);
            entry.asked = true;
            if (!passes.test(key.limit()) && full(key.limit(), entry)) {
                return Optional.of(key.limit());
            }
            all.add(entry);
        }
        for (Entry entry : all) {
            entry.newSent++;
        }
        return Optional.empty();
    }

    /** Takes back what was not sent after all. */
    synchronized void takeBack(Who who) {
        long now = now();
        keys(who).forEach(key -> {
            Entry entry = entry(key, now);
            if (entry.newSent > 0) {
                entry.newSent--;
            }
        });
    }

    /** Counts a challenge that was completed. */
    synchronized void completed(Who who) {
        keys(who).stream()
                .filter(key -> key.limit() == Limit.SENDS_PER_PREFIX_1H)
                .forEach(key -> {
                    Entry entry = entry(key, now());
                    entry.newCompleted++;
                    entry.asked = true;
                });
    }

    private boolean full(Limit limit, Entry entry) {
        long sent = entry.sent + entry.newSent;
        boolean reached = sent >= figures.of(limit);
        if (limit != Limit.SENDS_PER_PREFIX_1H) {
            return reached;
        }
        return reached && (entry.completed + entry.newCompleted) * 100 < sent * figures.completionPercent();
    }

    private List<Key> keys(Who who) {
        List<Key> keys = new ArrayList<>(3);
        String tenant = who.tenant().value();
        if (figures.on(Limit.SENDS_24H)) {
            keys.add(new Key(Limit.SENDS_24H, "", ""));
        }
        if (figures.on(Limit.SENDS_PER_COUNTRY_1H)) {
            who.country().ifPresent(country -> keys.add(new Key(Limit.SENDS_PER_COUNTRY_1H, tenant, country)));
        }
        if (figures.on(Limit.SENDS_PER_PREFIX_1H)) {
            who.prefix().ifPresent(prefix -> keys.add(new Key(Limit.SENDS_PER_PREFIX_1H, tenant, prefix)));
        }
        return keys;
    }

    /** The clock is read under the lock: no entry goes back to a window that is over. */
    private long now() {
        return means.clock().instant().getEpochSecond();
    }

    private Entry entry(Key key, long now) {
        long window = window(key.limit(), now);
        Entry entry = entries.get(key);
        if (entry == null) {
            if (entries.size() >= MOST) {
                makeRoom(now);
            }
            entry = new Entry();
            entry.window = window;
            entries.put(key, entry);
        } else if (entry.window != window) {
            entry.window = window;
            entry.sent = 0;
            entry.completed = 0;
            entry.newSent = 0;
            entry.newCompleted = 0;
        }
        return entry;
    }

    private void makeRoom(long now) {
        entries.entrySet()
                .removeIf(entry ->
                        entry.getValue().window != window(entry.getKey().limit(), now));
        if (entries.size() >= MOST) {
            entries.entrySet()
                    .removeIf(entry -> entry.getKey().limit() == Limit.SENDS_PER_PREFIX_1H
                            && entry.getValue().newSent + entry.getValue().newCompleted == 0);
            teller.alert("messages go to more than " + MOST + " prefixes of numbers an hour; the limit "
                    + Limit.SENDS_PER_PREFIX_1H.named() + " is counted from what other nodes know. Look at who asks");
        }
    }

    private static long window(Limit limit, long now) {
        return Math.floorDiv(now, limit.window().toSeconds());
    }

    /** Tells the other nodes what is new here, and reads what is new there; what fails is done with the next round. */
    void flush() {
        synchronized (flushing) {
            for (Errand errand : errands()) {
                try {
                    know(errand, run(errand, "", errand.sent()), completed(errand));
                } catch (StoreException e) {
                    teller.warn("What is counted per prefix, country and day can't be shared with other nodes", e);
                }
            }
            alarm();
        }
    }

    private synchronized List<Errand> errands() {
        List<Errand> all = new ArrayList<>();
        long now = now();
        entries.forEach((key, entry) -> {
            if (entry.window == window(key.limit(), now)
                    && (entry.asked || entry.newSent > 0 || entry.newCompleted > 0)) {
                all.add(new Errand(key, entry, entry.window, entry.newSent, entry.newCompleted));
                entry.sent += entry.newSent;
                entry.completed += entry.newCompleted;
                entry.newSent = 0;
                entry.newCompleted = 0;
                entry.asked = false;
            }
        });
        return all;
    }

    private long completed(Errand errand) {
        return errand.key().limit() == Limit.SENDS_PER_PREFIX_1H ? run(errand, "y", errand.completed()) : 0;
    }

    /** Adds what is new, and reads the count of all nodes. */
    private long run(Errand errand, String suffix, long added) {
        List<Counter> counters = counters(errand, suffix);
        if (added > 0) {
            boolean told = false;
            try {
                means.state().add(counters, added);
                told = true;
            } finally {
                if (!told) {
                    putBack(errand, suffix.isEmpty() ? added : 0, suffix.isEmpty() ? errand.completed() : added);
                }
            }
        }
        return means.state().count(counters.get(0));
    }

    private synchronized void know(Errand errand, long allSent, long allCompleted) {
        if (errand.entry().window == errand.window()) {
            errand.entry().sent = allSent;
            errand.entry().completed = allCompleted;
        }
    }

    private synchronized void putBack(Errand errand, long sent, long completed) {
        Entry entry = errand.entry();
        if (entry.window == errand.window()) {
            entry.sent -= sent;
            entry.completed -= completed;
            entry.newSent += sent;
            entry.newCompleted += completed;
        }
    }

    /** Only a prefix is personal. */
    private List<Counter> counters(Errand errand, String suffix) {
        Key key = errand.key();
        String code = key.limit().code() + suffix;
        Duration twice = key.limit().window().multipliedBy(2);
        String window = Long.toString(errand.window());
        if (key.limit() != Limit.SENDS_PER_PREFIX_1H) {
            return List.of(
                    new Counter(String.join(":", code, key.of(), key.name(), "w" + window), twice, Marks.UNBOUNDED));
        }
        List<String> whom = marks.whom("prefix", key.of(), key.name(), window);
        return Marks.counters(key.limit(), code, Marks.UNBOUNDED, whom).stream()
                .map(one -> new Counter(one.counter().key(), twice, Marks.UNBOUNDED))
                .toList();
    }

    private void alarm() {
        int figure = figures.of(Limit.SENDS_24H);
        long day = window(Limit.SENDS_24H, now());
        long sent;
        synchronized (this) {
            Entry entry = entries.get(new Key(Limit.SENDS_24H, "", ""));
            sent = entry == null || entry.window != day ? 0 : entry.sent + entry.newSent;
        }
        if (figures.alarmPercent() == 0 || sent * 100 < (long) figure * figures.alarmPercent() || alarmed == day) {
            return;
        }
        alarmed = day;
        try {
            if (!means.state().putIfAbsent("alarm:" + Limit.SENDS_24H.code() + ":" + day, "told", Duration.ofDays(2))) {
                return;
            }
        } catch (StoreException e) {
            teller.warn("Whether another node gave the alarm can't be told", e);
        }
        teller.alert(sent + " of " + figure + " messages of this day are used up; at the limit nothing is sent before"
                + " midnight UTC. Look at who asks, or raise chatauth.limit." + Limit.SENDS_24H.named());
    }
}
