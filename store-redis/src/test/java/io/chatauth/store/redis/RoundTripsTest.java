package io.chatauth.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Assurance;
import io.chatauth.ChallengeState;
import io.chatauth.MessageStatus;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.DueKind;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.SealedPayload;
import io.chatauth.store.SharedState.Counter;
import io.chatauth.store.Transition;
import io.chatauth.testkit.SampleChallenge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.JedisPooled;

/** How many commands each operation sends, as the server counts them: its scripts' own commands are none. */
class RoundTripsTest {
    private static final Instant NOW = SampleChallenge.CREATED.plusSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RedisOptions options = Servers.ownNamespace();
    private final RedisStore store = RedisStore.connect(Servers.shared(), options);
    private final JedisPooled server = new JedisPooled(Servers.shared());

    @BeforeEach
    void loadEveryScript() {
        for (Script script : Script.values()) {
            server.scriptLoad(script.text());
        }
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    private void takes(int trips, Runnable operation) {
        long before = Servers.calls(server);
        operation.run();
        assertEquals(trips, Servers.calls(server) - before);
    }

    private ChallengeRecord inserted(SampleChallenge sample) {
        ChallengeRecord challenge = sample.build();
        store.insert(challenge);
        return challenge;
    }

    @Test
    void storingFindingAndEveryTransitionTakeOneTrip() {
        ChallengeRecord challenge =
                SampleChallenge.named("trips").lookup("look").build();
        String message = challenge.messages().get(0).id();
        takes(1, () -> store.insert(challenge));
        takes(1, () -> store.find(challenge.id()));
        for (OpenQuery query : List.of(
                new OpenQuery.ByLookup("look", NOW),
                new OpenQuery.BySubject(challenge.subjectKey(), NOW),
                new OpenQuery.ByRecipient(challenge.recipientKey(), challenge.channel(), NOW),
                new OpenQuery.ByKey("key-1", NOW))) {
            takes(1, () -> assertEquals(1, store.findOpen(query, 2).size()));
        }
        takes(1, () -> assertEquals(1, store.uses("key-1")));
        for (Transition transition : List.of(
                new Transition.CountAttempt(NOW, 2, MINUTE, Set.of("key-1")),
                new Transition.Lease(NOW, message, SampleChallenge.NODE, NOW.plus(MINUTE)),
                new Transition.MessageUpdate(NOW, message, MessageStatus.SENT, Optional.empty(), Optional.empty()),
                new Transition.Rekey(
                        NOW, "r", "s", "p", List.of("new"), "key-2", SealedPayload.of("key-2", new byte[] {1})),
                new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.SECRET, false),
                new Transition.HandOut(NOW))) {
            takes(1, () -> assertTrue(store.apply(challenge.id(), transition).won(), transition::toString));
            takes(1, () -> store.apply(challenge.id(), new Transition.Expire(NOW)));
        }
    }

    @Test
    void workAndPurgeGoInBatchesOfAHundred() {
        for (int i = 0; i < 150; i++) {
            inserted(SampleChallenge.named("due-" + i).nextStep(MINUTE));
        }
        for (DueKind kind : DueKind.values()) {
            takes(
                    2,
                    () -> assertEquals(
                            150,
                            store.claim(kind, "node-2", NOW.plus(Duration.ofHours(1)), MINUTE, 200)
                                    .size()));
        }
        takes(2, () -> assertEquals(150, store.purge(NOW.plus(Duration.ofHours(1)), 200)));
    }

    @Test
    void everyUseOfTheSharedStateTakesOneTrip() {
        List<Counter> counters =
                List.of(new Counter("a", MINUTE, 1), new Counter("b", MINUTE, 2), new Counter("c", MINUTE, 3));
        takes(
                1,
                () -> assertTrue(
                        store.addUnless(List.of("x", "y"), counters, 1).tally().added()));
        takes(1, () -> assertFalse(store.add(counters, 1).added()));
        takes(1, () -> store.takeBack(counters, 1));
        takes(1, () -> store.count(counters.get(0)));
        takes(1, () -> store.put("key", "value", MINUTE));
        takes(1, () -> assertFalse(store.putIfAbsent("key", "value", MINUTE)));
        takes(1, () -> store.get("key"));
        takes(1, () -> assertFalse(store.remove("key", "other")));
        takes(1, () -> assertTrue(store.remove("key")));
    }

    @Test
    void aServerThatForgotTheScriptsIsToldThemAgain() {
        server.scriptFlush();
        takes(2, () -> inserted(SampleChallenge.named("forgotten")));
        takes(1, () -> inserted(SampleChallenge.named("known")));
    }
}
