package io.chatauth.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps shared state in the memory of this process: for one node, for development and for tests. A restart forgets it all.
 *
 * <p>Values are changed under a lock of their key, counters under the locks of all keys that are counted together. Both are
 * bounded in number: when there are too many, those that are over are dropped, and if none is, new ones are refused. Safe
 * for use by many threads.
 */
public final class InMemorySharedState implements SharedState {
    private static final int DEFAULT_MAXIMUM = 1_000_000;
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_VALUE = 8192;

    private final Clock clock;
    private final ExpiringMap<String> values;
    private final ExpiringMap<Long> counts;
    private final CounterLocks countLocks = new CounterLocks();

    /**
     * Makes a state for up to 1,000,000 values and as many counters.
     *
     * @param clock the time that counts
     */
    public InMemorySharedState(Clock clock) {
        this(clock, DEFAULT_MAXIMUM);
    }

    /**
     * Makes a state.
     *
     * @param clock the time that counts
     * @param maximum how many values, and how many counters, it keeps at most, 1 or more
     * @throws IllegalArgumentException if the maximum is out of range
     */
    public InMemorySharedState(Clock clock, int maximum) {
        this.clock = Objects.requireNonNull(clock, "clock");
        if (maximum < 1) {
            throw new IllegalArgumentException("the maximum of entries is " + maximum + ", expected 1 or more");
        }
        values = new ExpiringMap<>("values", maximum);
        counts = new ExpiringMap<>("counters", maximum);
    }

    @Override
    public Optional<String> get(String key) {
        requireKey(key);
        return values.get(key, clock.instant()).map(ExpiringMap.Entry::value);
    }

    @Override
    public void put(String key, String value, Duration timeToLive) {
        requireEntry(key, value, timeToLive);
        Instant now = clock.instant();
        values.change(key, now, living -> new ExpiringMap.Entry<>(value, now.plus(timeToLive)));
    }

    @Override
    public boolean putIfAbsent(String key, String value, Duration timeToLive) {
        requireEntry(key, value, timeToLive);
        Instant now = clock.instant();
        boolean[] written = new boolean[1];
        values.change(key, now, living -> {
            written[0] = living == null;
            return living == null ? new ExpiringMap.Entry<>(value, now.plus(timeToLive)) : living;
        });
        return written[0];
    }

    @Override
    public Tally add(List<Counter> counters, long amount) {
        requireCounters(counters, amount);
        return countLocks.hold(counters, () -> addHeld(counters, amount));
    }

    private Tally addHeld(List<Counter> counters, long amount) {
        Instant now = clock.instant();
        for (Counter counter : counters) {
            Optional<ExpiringMap.Entry<Long>> running = counts.get(counter.key(), now);
            if (amount > counter.limit() - running.map(ExpiringMap.Entry::value).orElse(0L)) {
                Instant freeAt = running.map(ExpiringMap.Entry::endsAt).orElse(now.plus(counter.window()));
                return new Tally(Optional.of(counter), Optional.of(freeAt));
            }
        }
        addAll(counters, amount, now);
        return Tally.ADDED;
    }

    private void addAll(List<Counter> counters, long amount, Instant now) {
        int added = 0;
        try {
            for (Counter counter : counters) {
                counts.change(
                        counter.key(),
                        now,
                        running -> running == null
                                ? new ExpiringMap.Entry<>(amount, now.plus(counter.window()))
                                : running.with(running.value() + amount));
                added++;
            }
        } finally {
            if (added < counters.size()) {
                subtract(counters.subList(0, added), amount, now, true);
            }
        }
    }

    @Override
    public void takeBack(List<Counter> counters, long amount) {
        requireCounters(counters, amount);
        countLocks.hold(counters, () -> {
            subtract(counters, amount, clock.instant(), false);
            return true;
        });
    }

    private void subtract(List<Counter> counters, long amount, Instant now, boolean dropEmpty) {
        for (Counter counter : counters) {
            counts.change(counter.key(), now, running -> {
                if (running == null || (dropEmpty && running.value() <= amount)) {
                    return null;
                }
                return running.with(Math.max(0, running.value() - amount));
            });
        }
    }

    @Override
    public long count(Counter counter) {
        requireKey(counter.key());
        return countLocks.hold(
                List.of(counter),
                () -> counts.get(counter.key(), clock.instant())
                        .map(ExpiringMap.Entry::value)
                        .orElse(0L));
    }

    @Override
    public boolean remove(String key) {
        requireKey(key);
        boolean[] removed = new boolean[1];
        values.change(key, clock.instant(), living -> {
            removed[0] = living != null;
            return null;
        });
        return removed[0];
    }

    @Override
    public boolean remove(String key, String value) {
        requireKey(key);
        Objects.requireNonNull(value, "value");
        boolean[] removed = new boolean[1];
        values.change(key, clock.instant(), living -> {
            removed[0] = living != null && living.value().equals(value);
            return removed[0] ? null : living;
        });
        return removed[0];
    }

    /**
     * Counts what it holds, values and counters, with those that are over and not yet dropped.
     *
     * @return the count
     */
    public int size() {
        return values.size() + counts.size();
    }

    /**
     * Says how much it holds.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "InMemorySharedState[" + values.size() + " values, " + counts.size() + " counters]";
    }

    private static void requireEntry(String key, String value, Duration timeToLive) {
        requireKey(key);
        if (value.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException("the value of '" + key + "' has " + value.length()
                    + " characters, at most " + LONGEST_VALUE + " are kept");
        }
        if (timeToLive.isNegative() || timeToLive.isZero()) {
            throw new IllegalArgumentException(
                    "the value of '" + key + "' can't live for " + timeToLive + ", expected more than zero");
        }
    }

    private static void requireCounters(List<Counter> counters, long amount) {
        if (counters.isEmpty() || amount < 1) {
            throw new IllegalArgumentException(
                    "expected 1 counter or more and an amount of 1 or more, not " + counters.size() + " and " + amount);
        }
        for (int i = 0; i < counters.size(); i++) {
            String key = counters.get(i).key();
            requireKey(key);
            for (int before = 0; before < i; before++) {
                if (counters.get(before).key().equals(key)) {
                    throw new IllegalArgumentException("the counter '" + key + "' comes twice");
                }
            }
        }
    }

    private static void requireKey(String key) {
        boolean printable = true;
        for (int i = 0; i < key.length(); i++) {
            printable &= key.charAt(i) >= ' ' && key.charAt(i) <= '~';
        }
        if (key.isEmpty() || key.length() > LONGEST_KEY || !printable) {
            throw new IllegalArgumentException("a key of shared state has 1 to " + LONGEST_KEY
                    + " printable ASCII characters; this one has " + key.length()
                    + (printable ? "" : ", not all of them printable ASCII"));
        }
    }
}
