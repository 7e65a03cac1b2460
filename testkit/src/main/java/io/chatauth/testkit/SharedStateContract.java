package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.store.SharedState;
import io.chatauth.store.SharedState.Checked;
import io.chatauth.store.SharedState.Counter;
import io.chatauth.store.SharedState.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SharedState} must do. Extend it, say how to make a state and how its time passes, and run it with JUnit.
 *
 * <p>Keys are new for each test, so the state need not be empty. The races run a few rounds; the system property
 * {@code chatauth.contract.scale} multiplies them.
 */
@DisplayName("A shared state")
public abstract class SharedStateContract {
    private static final Duration LONG = Duration.ofHours(1);
    private static final int RACERS = 8;
    static final int CROWD = 50;
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_VALUE = 8192;

    private String prefix = "";
    private SharedState state = unset();

    /** For subclasses. */
    protected SharedStateContract() {}

    /**
     * Makes the state to be tested.
     *
     * @return a state, which may hold what other tests left
     */
    protected abstract SharedState newState();

    /**
     * Lets time pass for the state: moves its clock, or waits.
     *
     * @param duration how much time must have passed; more may pass where one can only wait
     */
    protected abstract void advance(Duration duration);

    /**
     * Gives the shortest time to live that the tests use, where they wait for its end.
     *
     * @return one second unless overridden; so long that half of it does not pass by accident
     */
    protected Duration shortest() {
        return Duration.ofSeconds(1);
    }

    @BeforeEach
    void makeState() {
        prefix = "contract:" + UUID.randomUUID() + ":";
        state = newState();
    }

    @SuppressWarnings("NullAway") // set before each test
    private static SharedState unset() {
        return null;
    }

    @Test
    void valueIsReadAsItWasWritten() {
        assertEquals(Optional.empty(), state.get(key("a")));
        state.put(key("a"), "one", LONG);
        assertEquals(Optional.of("one"), state.get(key("a")));
        assertEquals(Optional.empty(), state.get(key("b")));
        state.put(key("a"), "two", LONG);
        assertEquals(Optional.of("two"), state.get(key("a")));
    }

    @Test
    void anyTextOfAllowedLengthIsKept() {
        String longest = "\u20ac".repeat(LONGEST_VALUE);
        for (String value : List.of("", " ", "null", "\n\t\u0001", "Zo\u00eb \ud83d\ude00 \u4f60\u597d", longest)) {
            state.put(key("text"), value, LONG);
            assertEquals(Optional.of(value), state.get(key("text")));
            assertTrue(state.remove(key("text"), value));
        }
        assertThrows(IllegalArgumentException.class, () -> state.put(key("text"), longest + "x", LONG));
        assertThrows(IllegalArgumentException.class, () -> state.putIfAbsent(key("text"), longest + "x", LONG));
        assertEquals(Optional.empty(), state.get(key("text")));
    }

    @Test
    void keysArePrintableAsciiOfAllowedLength() {
        String longest =
                (prefix + " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").repeat(9).substring(0, LONGEST_KEY);
        state.put(longest, "kept", LONG);
        assertEquals(Optional.of("kept"), state.get(longest));
        assertTrue(state.remove(longest));
        for (String bad : List.of("", longest + "x", "a\nb", "a\u0000", "\u00e9", "\u007f")) {
            List<Counter> counters = List.of(new Counter(bad, LONG, 1));
            assertThrows(IllegalArgumentException.class, () -> state.get(bad));
            assertThrows(IllegalArgumentException.class, () -> state.put(bad, "x", LONG));
            assertThrows(IllegalArgumentException.class, () -> state.putIfAbsent(bad, "x", LONG));
            assertThrows(IllegalArgumentException.class, () -> state.remove(bad));
            assertThrows(IllegalArgumentException.class, () -> state.remove(bad, "x"));
            assertThrows(IllegalArgumentException.class, () -> state.add(counters, 1));
            assertThrows(IllegalArgumentException.class, () -> state.takeBack(counters, 1));
            assertThrows(IllegalArgumentException.class, () -> state.count(counters.get(0)));
        }
    }

    @Test
    void keysAreToldApartByCase() {
        state.put(key("case"), "lower", LONG);
        assertEquals(Optional.empty(), state.get(key("CASE")));
        state.put(key("CASE"), "upper", LONG);
        assertEquals(Optional.of("lower"), state.get(key("case")));
    }

    @Test
    void timeToLiveIsMoreThanZero() {
        for (Duration bad : List.of(Duration.ZERO, Duration.ofMillis(-1))) {
            assertThrows(IllegalArgumentException.class, () -> state.put(key("a"), "x", bad));
            assertThrows(IllegalArgumentException.class, () -> state.putIfAbsent(key("a"), "x", bad));
        }
    }

    @Test
    void valueIsGoneWhenItsTimeIsOver() {
        state.put(key("short"), "x", shortest());
        state.putIfAbsent(key("short-too"), "x", shortest());
        state.put(key("long"), "x", LONG);
        advance(shortest().dividedBy(2));
        assertEquals(Optional.of("x"), state.get(key("short")));
        advance(shortest().dividedBy(2));
        assertEquals(Optional.empty(), state.get(key("short")));
        assertEquals(Optional.empty(), state.get(key("short-too")));
        assertEquals(Optional.of("x"), state.get(key("long")));
        assertFalse(state.remove(key("short")));
        assertFalse(state.remove(key("short-too"), "x"));
    }

    @Test
    void laterWriteSetsTheTimeAnew() {
        state.put(key("longer"), "x", shortest());
        state.put(key("longer"), "x", LONG);
        state.put(key("shorter"), "x", LONG);
        state.put(key("shorter"), "x", shortest());
        advance(shortest());
        assertEquals(Optional.of("x"), state.get(key("longer")));
        assertEquals(Optional.empty(), state.get(key("shorter")));
    }

    @Test
    void putIfAbsentWritesOnlyWhereNothingLives() {
        assertTrue(state.putIfAbsent(key("mark"), "first", shortest()));
        assertFalse(state.putIfAbsent(key("mark"), "second", LONG));
        assertEquals(Optional.of("first"), state.get(key("mark")));
        advance(shortest());
        assertTrue(state.putIfAbsent(key("mark"), "third", LONG));
        assertEquals(Optional.of("third"), state.get(key("mark")));
    }

    @Test
    void removedValueIsGone() {
        assertFalse(state.remove(key("a")));
        state.put(key("a"), "x", LONG);
        state.put(key("b"), "x", LONG);
        assertTrue(state.remove(key("a")));
        assertFalse(state.remove(key("a")));
        assertEquals(Optional.empty(), state.get(key("a")));
        assertEquals(Optional.of("x"), state.get(key("b")));
        assertTrue(state.putIfAbsent(key("a"), "y", LONG));
    }

    @Test
    void onlyTheGivenValueIsRemoved() {
        state.put(key("lease"), "node-1", LONG);
        assertFalse(state.remove(key("lease"), "node-2"));
        assertEquals(Optional.of("node-1"), state.get(key("lease")));
        assertTrue(state.remove(key("lease"), "node-1"));
        assertFalse(state.remove(key("lease"), "node-1"));
    }

    @Test
    void valuesAndCountersOfOneKeyLiveApart() {
        Counter counter = counter("same", LONG, 5);
        state.put(key("same"), "x", LONG);
        assertTrue(state.add(List.of(counter), 2).added());
        assertEquals(Optional.of("x"), state.get(key("same")));
        assertTrue(state.remove(key("same")));
        assertEquals(2, state.count(counter));
    }

    @Test
    void counterCountsUpToItsLimitAndNotBeyond() {
        Counter counter = counter("limit", LONG, 3);
        assertEquals(0, state.count(counter));
        assertEquals(Tally.ADDED, state.add(List.of(counter), 2));
        assertFalse(state.add(List.of(counter), 2).added());
        assertEquals(2, state.count(counter));
        assertTrue(state.add(List.of(counter), 1).added());
        assertEquals(3, state.count(counter));
        assertEquals(Optional.of(counter), state.add(List.of(counter), 1).refusedBy());
        assertFalse(state.add(List.of(counter), Long.MAX_VALUE).added());
        assertEquals(3, state.count(counter));
    }

    @Test
    void nothingIsAddedWhereAValueStandsAgainstIt() {
        Counter counter = counter("unless", LONG, 2);
        List<String> against = List.of(key("stop-1"), key("stop-2"));
        assertEquals(new Checked(Optional.empty(), Tally.ADDED), state.addUnless(against, List.of(counter), 1));
        state.put(key("stop-2"), "x", shortest());
        assertEquals(
                Optional.of(key("stop-2")),
                state.addUnless(against, List.of(counter), 1).present());
        assertEquals(
                Optional.of(key("stop-2")),
                state.addUnless(against, List.of(), 1).present());
        assertEquals(1, state.count(counter));
        advance(shortest());
        assertTrue(state.addUnless(against, List.of(), 1).tally().added());
        assertTrue(state.addUnless(List.of(), List.of(counter), 1).tally().added());
        Checked full = state.addUnless(against, List.of(counter), 1);
        assertEquals(Optional.empty(), full.present());
        assertEquals(Optional.of(counter), full.tally().refusedBy());
        assertEquals(2, state.count(counter));
    }

    @Test
    void limitIsThatOfTheCall() {
        assertTrue(state.add(List.of(counter("moving", LONG, 3)), 3).added());
        assertFalse(state.add(List.of(counter("moving", LONG, 1)), 1).added());
        assertTrue(state.add(List.of(counter("moving", LONG, 5)), 2).added());
        assertEquals(5, state.count(counter("moving", LONG, 0)));
    }

    @Test
    void refusalTellsTheFirstCounterInTheWayAndWhenItIsFree() {
        Counter free = counter("free", LONG, 9);
        Counter full = counter("full", LONG, 1);
        Counter fuller = counter("fuller", LONG.multipliedBy(2), 1);
        assertTrue(state.add(List.of(full, fuller), 1).added());
        Tally tally = state.add(List.of(free, full, fuller), 1);
        assertEquals(Optional.of(full), tally.refusedBy());
        Tally other = state.add(List.of(fuller, full), 1);
        Instant sooner = tally.freeAt().orElseThrow();
        assertTrue(sooner.isBefore(other.freeAt().orElseThrow()), () -> sooner + " is the end of the shorter window");
        assertEquals(tally.freeAt(), state.add(List.of(full), 1).freeAt());
        assertTrue(state.add(List.of(counter("never", LONG, 0)), 1).freeAt().isPresent());
    }

    @Test
    void allCountersAreAddedToOrNone() {
        Counter first = counter("first", LONG, 10);
        Counter second = counter("second", LONG, 1);
        Counter third = counter("third", LONG, 10);
        assertTrue(state.add(List.of(first, second, third), 1).added());
        assertFalse(state.add(List.of(first, second, third), 1).added());
        assertFalse(state.add(List.of(first, third, second), 1).added());
        assertEquals(List.of(1L, 1L, 1L), List.of(state.count(first), state.count(second), state.count(third)));
    }

    @Test
    void windowBeginsWithTheFirstAdditionAndEndsAsAWhole() {
        Counter counter = counter("window", shortest(), 2);
        assertTrue(state.add(List.of(counter), 1).added());
        advance(shortest().dividedBy(2));
        assertTrue(state.add(List.of(counter), 1).added());
        assertFalse(state.add(List.of(counter), 1).added());
        advance(shortest().dividedBy(2));
        assertEquals(0, state.count(counter));
        assertTrue(state.add(List.of(counter), 2).added());
        assertEquals(2, state.count(counter));
    }

    @Test
    void refusedAdditionBeginsNoWindow() {
        Counter open = counter("not-begun", shortest(), 5);
        Counter shut = counter("shut", LONG, 0);
        assertFalse(state.add(List.of(open, shut), 1).added());
        advance(shortest().dividedBy(2));
        assertTrue(state.add(List.of(open), 1).added());
        advance(shortest().dividedBy(2));
        assertEquals(1, state.count(open));
    }

    @Test
    void takenBackAdditionsLeaveRoomButNeverLessThanNothing() {
        Counter counter = counter("back", shortest(), 3);
        state.takeBack(List.of(counter), 1);
        assertEquals(0, state.count(counter));
        assertTrue(state.add(List.of(counter), 3).added());
        state.takeBack(List.of(counter), 1);
        assertEquals(2, state.count(counter));
        state.takeBack(List.of(counter), 9);
        assertEquals(0, state.count(counter));
        assertTrue(state.add(List.of(counter), 3).added());
        assertFalse(state.add(List.of(counter), 1).added());
        advance(shortest());
        assertEquals(0, state.count(counter), "what was taken back did not begin another window");
    }

    @Test
    void oddAdditionsAreRefused() {
        Counter counter = counter("odd", LONG, 5);
        for (List<Counter> counters : List.of(List.<Counter>of(), List.of(counter, counter))) {
            assertThrows(IllegalArgumentException.class, () -> state.add(counters, 1));
            assertThrows(IllegalArgumentException.class, () -> state.takeBack(counters, 1));
        }
        for (long amount : new long[] {0, -1}) {
            assertThrows(IllegalArgumentException.class, () -> state.add(List.of(counter), amount));
            assertThrows(IllegalArgumentException.class, () -> state.takeBack(List.of(counter), amount));
        }
        assertEquals(0, state.count(counter));
    }

    @Test
    void exactlyTheLimitOfParallelAdditionsSucceeds() {
        int limit = 20;
        Contracts.race(
                CROWD,
                Contracts.scaled(20),
                round -> racer -> state.add(List.of(counter("race-" + round, LONG, limit)), 1),
                (int round, List<Tally> results) -> {
                    assertEquals(limit, results.stream().filter(Tally::added).count());
                    assertEquals(limit, state.count(counter("race-" + round, LONG, limit)));
                });
    }

    @Test
    void parallelAdditionsToSeveralCountersStayWhole() {
        int limit = 3;
        Contracts.race(
                RACERS,
                Contracts.scaled(50),
                round -> racer -> {
                    Counter one = counter("one-" + round, LONG, limit);
                    Counter two = counter("two-" + round, LONG, RACERS);
                    return state.add(racer % 2 == 0 ? List.of(one, two) : List.of(two, one), 1);
                },
                (int round, List<Tally> results) -> {
                    assertEquals(limit, results.stream().filter(Tally::added).count());
                    assertEquals(limit, state.count(counter("one-" + round, LONG, limit)));
                    assertEquals(limit, state.count(counter("two-" + round, LONG, RACERS)));
                });
    }

    @Test
    void oneOfManyWritesIfAbsent() {
        Contracts.race(
                RACERS,
                Contracts.scaled(100),
                round -> racer -> state.putIfAbsent(key("race-" + round), "racer-" + racer, LONG),
                (int round, List<Boolean> results) -> {
                    assertEquals(1, results.stream().filter(won -> won).count());
                    assertEquals(Optional.of("racer-" + results.indexOf(true)), state.get(key("race-" + round)));
                });
    }

    @Test
    void oneOfManyRemoves() {
        Contracts.race(
                RACERS,
                Contracts.scaled(100),
                round -> {
                    state.put(key("gone-" + round), "x", LONG);
                    return racer -> racer % 2 == 0
                            ? state.remove(key("gone-" + round))
                            : state.remove(key("gone-" + round), "x");
                },
                (int round, List<Boolean> results) ->
                        assertEquals(1, results.stream().filter(won -> won).count()));
    }

    private String key(String name) {
        return prefix + name;
    }

    private Counter counter(String name, Duration window, long limit) {
        return new Counter(key(name), window, limit);
    }
}
