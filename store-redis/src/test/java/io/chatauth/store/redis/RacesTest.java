package io.chatauth.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.ChallengeId;
import io.chatauth.store.Transition;
import io.chatauth.testkit.OtherJvm;
import io.chatauth.testkit.Proof;
import io.chatauth.testkit.Racers;
import io.chatauth.testkit.SampleChallenge;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each race has exactly one winner and no error: 100,000 in full, a hundredth else. */
class RacesTest {
    private final RedisOptions options = Servers.ownNamespace();

    @Test
    void sixteenThreadsOfTwoJvms() throws Exception {
        int races = Proof.scaled(100_000);
        String where = Servers.shared().toString();
        String namespace = options.root().replaceAll("[{}:]", "");
        long begun = System.nanoTime();
        try (RedisStore store = RedisStore.connect(Servers.shared(), options);
                OtherJvm one = new OtherJvm(StoreWorker.class, where, namespace, "race", "8");
                OtherJvm two = new OtherJvm(StoreWorker.class, where, namespace, "race", "8")) {
            one.readUntil("ready"::equals);
            two.readUntil("ready"::equals);
            for (int i = 0; i < races; i++) {
                String id = "race-" + i;
                store.insert(SampleChallenge.named(id).build());
                one.tell(id);
                two.tell(id);
                String results = one.answer() + ", " + two.answer();
                assertEquals(1, results.split("1 0", -1).length - 1, () -> id + ": " + results);
                assertEquals(1, results.split("0 0", -1).length - 1, () -> id + ": " + results);
            }
        }
        System.out.println("proof: " + races + " races, Redis, 16 threads of two JVMs: one winner each, "
                + (System.nanoTime() - begun) / 1_000_000_000 + " s");
    }

    /** 10,000 challenges in full. The gap between attempts is off. */
    @Test
    void ofTwoHundredGuessesFiveAreCounted() throws Exception {
        Transition guess = new Transition.CountAttempt(StoreWorker.NOW, 1000, Duration.ZERO, Set.of("key-1"));
        try (RedisStore store = RedisStore.connect(Servers.shared(), options);
                Racers racers = new Racers(200)) {
            for (int i = 0; i < Proof.scaled(10_000); i++) {
                ChallengeId id = ChallengeId.of("guess-" + i);
                store.insert(SampleChallenge.named(id.value()).build());
                assertEquals("5 0", racers.run(racer -> store.apply(id, guess)), id::value);
                assertEquals(5, store.find(id).orElseThrow().attempts());
            }
        }
    }
}
