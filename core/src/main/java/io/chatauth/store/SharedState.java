package io.chatauth.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps small things that all nodes share: counters, marks, mappings, leases. Everything has a time to live. It may live
 * elsewhere than the challenges.
 *
 * <p>Keys are 1 to 200 printable ASCII characters, space included; another key is an {@link IllegalArgumentException} in
 * every method. Values and counters live apart: a value and a counter of the same key don't know each other. What lives
 * for a time is gone when that time has passed to the full. Implementations are safe for use by many threads, and by many nodes
 * where they say so; they throw {@link io.chatauth.StoreException} if the state can't be reached. Times are the store's
 * own. The testkit's {@code SharedStateContract} says all this as tests.
 */
public interface SharedState {
    /**
     * A counter over a fixed window, which begins with its first addition. It is known by its key alone: a window that
     * runs keeps the length it began with, and the limit is that of each call.
     *
     * @param key its key
     * @param window how long it counts, more than zero
     * @param limit what it must not exceed, 0 or more
     */
    record Counter(String key, Duration window, long limit) {
        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException if the window is not positive or the limit is negative
         */
        public Counter {
            Objects.requireNonNull(key, "key");
            if (window.isNegative() || window.isZero() || limit < 0) {
                throw new IllegalArgumentException("a counter has a positive window and a limit of 0 or more");
            }
        }
    }

    /**
     * What became of an addition.
     *
     * @param refusedBy the first counter that would have exceeded its limit; empty if all were added to
     * @param freeAt when the window of that counter ends, or would end if it began now; empty if all were added to
     */
    record Tally(Optional<Counter> refusedBy, Optional<Instant> freeAt) {
        /** Everything was added. */
        public static final Tally ADDED = new Tally(Optional.empty(), Optional.empty());

        /** Checks that both parts are there. */
        public Tally {
            Objects.requireNonNull(refusedBy, "refusedBy");
            Objects.requireNonNull(freeAt, "freeAt");
        }

        /**
         * Tells whether it was added.
         *
         * @return true if no counter refused
         */
        public boolean added() {
            return refusedBy.isEmpty();
        }
    }

    /**
     * What became of an addition that a value may stand against.
     *
     * @param present the first key that had a value, so that nothing was added; empty if none had
     * @param tally what became of the addition otherwise
     */
    record Checked(Optional<String> present, Tally tally) {
        /** Checks that both parts are there. */
        public Checked {
            Objects.requireNonNull(present, "present");
            Objects.requireNonNull(tally, "tally");
        }
    }

    /**
     * Reads a value.
     *
     * @param key its key
     * @return the value; empty if there is none, or its time is over
     */
    Optional<String> get(String key);

    /**
     * Writes a value, over whatever was there.
     *
     * @param key its key
     * @param value the value, at most 8192 characters
     * @param timeToLive how long it lives, more than zero
     * @throws IllegalArgumentException if the key, value or time to live is out of bounds
     */
    void put(String key, String value, Duration timeToLive);

    /**
     * Writes a value if there is none: of many that try, one wins.
     *
     * @param key its key
     * @param value the value, at most 8192 characters
     * @param timeToLive how long it lives, more than zero
     * @return whether this call wrote it
     * @throws IllegalArgumentException if the key, value or time to live is out of bounds
     */
    boolean putIfAbsent(String key, String value, Duration timeToLive);

    /**
     * Adds to counters: to all, or if one would exceed its limit, to none. Atomic in one counter; over several, a crash may
     * leave some added to. A refused addition begins no window.
     *
     * @param counters the counters, at least one, no key twice
     * @param amount how much to each, 1 or more
     * @return whether it was added
     * @throws IllegalArgumentException if there is no counter, a key comes twice, or the amount is below 1
     */
    Tally add(List<Counter> counters, long amount);

    /**
     * Adds to counters as {@link #add} does, unless a value stands against it. It is one method, so that a state that lives
     * elsewhere can do it in one round trip: a person's wish to get no messages is looked up before each message is counted.
     *
     * @param against the keys of values that stand against it; may be empty
     * @param counters the counters, no key twice; may be empty if only the values matter
     * @param amount how much to each, 1 or more
     * @return whether it was added
     * @throws IllegalArgumentException if a key comes twice among the counters, or the amount is below 1
     * @since 0.1.0
     * @implSpec looks at one key after the other, then adds; what a store does in one step is the same
     */
    default Checked addUnless(List<String> against, List<Counter> counters, long amount) {
        for (String key : against) {
            if (get(key).isPresent()) {
                return new Checked(Optional.of(key), Tally.ADDED);
            }
        }
        return new Checked(Optional.empty(), counters.isEmpty() ? Tally.ADDED : add(counters, amount));
    }

    /**
     * Takes back what was added. A counter does not fall below 0, and its window stays. Where no window runs, nothing is
     * done.
     *
     * @param counters the counters, at least one, no key twice
     * @param amount how much from each, 1 or more
     * @throws IllegalArgumentException if there is no counter, a key comes twice, or the amount is below 1
     */
    void takeBack(List<Counter> counters, long amount);

    /**
     * Reads a counter.
     *
     * @param counter the counter
     * @return its count in the window that runs now, 0 if none runs
     */
    long count(Counter counter);

    /**
     * Removes a value.
     *
     * @param key its key
     * @return whether there was one
     */
    boolean remove(String key);

    /**
     * Removes a value if it still is the given one, such as a lease that is one's own.
     *
     * @param key its key
     * @param value the value it must have
     * @return whether it was removed
     */
    boolean remove(String key, String value);
}
