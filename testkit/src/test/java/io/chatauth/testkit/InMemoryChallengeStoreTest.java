package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.StoreException;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.DueKind;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InMemoryChallengeStoreTest extends ChallengeStoreContract {
    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    protected ChallengeStore newStore() {
        return new InMemoryChallengeStore();
    }

    @Test
    void fullStoreRefusesAndSaysSo() {
        InMemoryChallengeStore small = new InMemoryChallengeStore(2, HOUR);
        small.insert(SampleChallenge.named("one").build());
        small.insert(SampleChallenge.named("two").build());
        StoreException refused = assertThrows(
                StoreException.class,
                () -> small.insert(SampleChallenge.named("three").build()));
        assertTrue(refused.getMessage().contains("full: it holds 2 challenges"), refused::getMessage);
        assertEquals(2, small.size());
    }

    @Test
    void fullStoreDropsWhatEndedLongerAgoThanTheRetention() {
        InMemoryChallengeStore small = new InMemoryChallengeStore(1, HOUR);
        small.insert(SampleChallenge.named("old").build());
        small.apply(SampleChallenge.named("old").build().id(), new Transition.Cancel(NOW));
        Instant edge = NOW.plus(HOUR);
        assertThrows(
                StoreException.class,
                () -> small.insert(
                        SampleChallenge.named("early").createdAt(edge).build()));
        small.insert(SampleChallenge.named("new").createdAt(edge.plusMillis(1)).build());
        assertEquals(1, small.size());
        assertTrue(small.find(SampleChallenge.named("old").build().id()).isEmpty());
    }

    @Test
    void refusedInsertionTakesNoRoom() {
        InMemoryChallengeStore small = new InMemoryChallengeStore(2, HOUR);
        small.insert(SampleChallenge.named("one").build());
        for (int i = 0; i < 5; i++) {
            assertThrows(
                    StoreException.class,
                    () -> small.insert(SampleChallenge.named("one").build()));
        }
        small.insert(SampleChallenge.named("two").build());
        assertEquals("InMemoryChallengeStore[2 of 2 challenges]", small.toString());
    }

    @Test
    void impossibleBoundsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new InMemoryChallengeStore(0, HOUR));
        assertThrows(IllegalArgumentException.class, () -> new InMemoryChallengeStore(1, HOUR.negated()));
    }

    /** Each of these would go over 100,000 challenges 20,000 times if it had to look at all: minutes, not moments. */
    @Test
    @Timeout(60)
    void nothingGoesOverAllOpenChallenges() {
        int many = 100_000;
        for (int i = 0; i < many; i++) {
            store.insert(SampleChallenge.named("many-" + i)
                    .createdAt(CREATED.plusMillis(i))
                    .nextStep(Duration.ofSeconds(45))
                    .build());
        }
        for (int i = 0; i < 20_000; i++) {
            for (DueKind kind : DueKind.values()) {
                assertEquals(List.of(), store.claim(kind, "node-1", CREATED, LEASE, 10));
            }
            assertEquals(0, store.purge(CREATED, 10));
            assertEquals(
                    1, store.findOpen(new OpenQuery.ByKey("key-1", CREATED), 1).size());
            assertEquals(many, store.uses("key-1"));
        }
    }
}
