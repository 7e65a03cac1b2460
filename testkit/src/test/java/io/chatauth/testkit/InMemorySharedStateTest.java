package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.StoreException;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.store.SharedState;
import io.chatauth.store.SharedState.Counter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemorySharedStateTest extends SharedStateContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private final MovableClock clock = MovableClock.at(SampleChallenge.CREATED);

    @Override
    protected SharedState newState() {
        return new InMemorySharedState(clock);
    }

    @Override
    protected void advance(Duration duration) {
        clock.move(duration);
    }

    @Test
    void timeIsOverToTheMillisecond() {
        SharedState state = newState();
        Counter counter = new Counter("counter", MINUTE, 1);
        state.put("value", "x", MINUTE);
        assertTrue(state.add(List.of(counter), 1).added());
        advance(MINUTE.minus(MILLISECOND));
        assertTrue(state.get("value").isPresent());
        assertEquals(
                Optional.of(SampleChallenge.CREATED.plus(MINUTE)),
                state.add(List.of(counter), 1).freeAt());
        advance(MILLISECOND);
        assertFalse(state.get("value").isPresent());
        assertTrue(state.add(List.of(counter), 1).added());
    }

    @Test
    void fullStateDropsWhatIsOverBeforeItRefuses() {
        SharedState state = new InMemorySharedState(clock, 10);
        for (int i = 0; i < 10; i++) {
            state.put("value-" + i, "x", i < 5 ? MINUTE : MINUTE.multipliedBy(2));
        }
        StoreException refused = assertThrows(StoreException.class, () -> state.putIfAbsent("more", "x", MINUTE));
        assertTrue(refused.getMessage().contains("full: it holds 10 values"), refused::getMessage);
        state.put("value-0", "over the old one", MINUTE);
        advance(MINUTE);
        for (int i = 0; i < 5; i++) {
            state.put("new-" + i, "x", MINUTE);
        }
        assertThrows(StoreException.class, () -> state.put("more", "x", MINUTE));
        assertTrue(state.remove("new-1"));
        state.put("more", "x", MINUTE);
    }

    @Test
    void fullCountersAreAddedToNotAtAll() {
        SharedState state = new InMemorySharedState(clock, 2);
        Counter one = new Counter("one", MINUTE, 9);
        Counter two = new Counter("two", MINUTE, 9);
        Counter three = new Counter("three", MINUTE, 9);
        assertTrue(state.add(List.of(one), 1).added());
        assertThrows(StoreException.class, () -> state.add(List.of(one, two, three), 1));
        assertEquals(1, state.count(one));
        assertEquals(0, state.count(two));
        assertTrue(state.add(List.of(one, three), 1).added());
    }

    @Test
    void whatIsOverLeavesTheMemoryByTheWay() {
        InMemorySharedState state = new InMemorySharedState(clock, 1000);
        for (int i = 0; i < 100; i++) {
            state.put("old-" + i, "x", MINUTE);
            state.add(List.of(new Counter("old-" + i, MINUTE, 1)), 1);
        }
        assertEquals(200, state.size());
        advance(MINUTE);
        for (int i = 0; i < 50; i++) {
            state.put("new", "x", MINUTE);
            state.add(List.of(new Counter("new", MINUTE, 1000)), 1);
        }
        assertEquals(2, state.size());
        assertEquals("InMemorySharedState[1 values, 1 counters]", state.toString());
    }

    @Test
    void impossibleBoundIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new InMemorySharedState(clock, 0));
    }
}
