package io.chatauth.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.ChallengeId;
import io.chatauth.store.Transition;
import io.chatauth.testkit.OtherJvm;
import io.chatauth.testkit.Proof;
import io.chatauth.testkit.Racers;
import io.chatauth.testkit.SampleChallenge;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each race has exactly one winner and no error: 100,000 in full, a hundredth else. */
class RacesTest {
    private static final int RACES = Proof.scaled(100_000);

    @TempDir
    Path folder;

    @Test
    void eightThreadsOnTheEmbeddedStore() throws Exception {
        long begun = System.nanoTime();
        try (JdbcStore store = JdbcStore.embedded(folder.resolve("races.db"));
                Racers racers = new Racers(8)) {
            for (int i = 0; i < RACES; i++) {
                ChallengeId id = ChallengeId.of("race-" + i);
                store.insert(SampleChallenge.named(id.value()).build());
                assertEquals("1 0", racers.run(racer -> store.apply(id, StoreWorker.verdict(racer))), id::value);
            }
        }
        say("embedded, 8 threads", begun);
    }

    @Test
    void sixteenThreadsOfTwoJvmsOnPostgres() throws Exception {
        String database = PostgresServer.newDatabase().getDatabaseName();
        String where = PostgresServer.port() + "/" + database;
        long begun = System.nanoTime();
        try (JdbcStore store = StoreWorker.open(where, null);
                OtherJvm one = new OtherJvm(StoreWorker.class, where, "race", "8");
                OtherJvm two = new OtherJvm(StoreWorker.class, where, "race", "8")) {
            one.readUntil("ready"::equals);
            two.readUntil("ready"::equals);
            for (int i = 0; i < RACES; i++) {
                String id = "race-" + i;
                store.insert(SampleChallenge.named(id).build());
                one.tell(id);
                two.tell(id);
                String results = one.answer() + ", " + two.answer();
                assertEquals(1, results.split("1 0", -1).length - 1, () -> id + ": " + results);
                assertEquals(1, results.split("0 0", -1).length - 1, () -> id + ": " + results);
            }
        }
        say("PostgreSQL, 16 threads of two JVMs", begun);
    }

    /** 10,000 challenges in full. The gap between attempts is off. */
    @Test
    void ofTwoHundredGuessesFiveAreCounted() throws Exception {
        int challenges = Proof.scaled(10_000);
        Transition guess = new Transition.CountAttempt(StoreWorker.NOW, 1000, Duration.ZERO, Set.of("key-1"));
        String where =
                PostgresServer.port() + "/" + PostgresServer.newDatabase().getDatabaseName();
        for (String place : new String[] {"file:" + folder.resolve("guesses.db"), where}) {
            try (JdbcStore store = StoreWorker.open(place, null);
                    Racers racers = new Racers(200)) {
                for (int i = 0; i < challenges; i++) {
                    ChallengeId id = ChallengeId.of("guess-" + i);
                    store.insert(SampleChallenge.named(id.value()).build());
                    assertEquals("5 0", racers.run(racer -> store.apply(id, guess)), id::value);
                    assertEquals(5, store.find(id).orElseThrow().attempts());
                }
            }
        }
    }

    private static void say(String what, long begun) {
        System.out.println("proof: " + RACES + " races, " + what + ": one winner each, "
                + (System.nanoTime() - begun) / 1_000_000_000 + " s");
    }
}
