package io.chatauth.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.Transition;
import io.chatauth.testkit.OtherJvm;
import io.chatauth.testkit.Proof;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node is killed (SIGKILL) while it works: at random points, 200 times in full, and once at each named failpoint. Then
 * nothing that was acknowledged is missing, and nothing that was consumed can be consumed again.
 */
class KillsTest {
    private static final int KILLS = Proof.scaled(200);
    private static final Transition AGAIN =
            new Transition.Answer(StoreWorker.NOW, 0, ChallengeState.APPROVED, Assurance.SECRET, true);

    @TempDir
    Path folder;

    private int acknowledged;

    @Test
    void embeddedStoreKeepsWhatItAcknowledgedThroughKillsAtRandom() throws Exception {
        killAtRandom("file:" + folder.resolve("random.db"));
    }

    @Test
    void embeddedStoreKeepsWhatItAcknowledgedThroughAKillAtEachFailpoint() throws Exception {
        for (String failpoint : StoreWorker.Failpoint.NAMES) {
            killAt("file:" + folder.resolve(failpoint.replace(' ', '-') + ".db"), failpoint);
        }
    }

    @Test
    void postgresKeepsWhatItAcknowledgedThroughKillsAtRandom() throws Exception {
        killAtRandom(postgres());
    }

    @Test
    void postgresKeepsWhatItAcknowledgedThroughAKillAtEachFailpoint() throws Exception {
        String where = postgres();
        for (String failpoint : StoreWorker.Failpoint.NAMES) {
            if (!failpoint.endsWith(Watched.COMMIT)) { // here every statement commits itself
                killAt(where, failpoint);
            }
        }
    }

    private static String postgres() {
        return PostgresServer.port() + "/" + PostgresServer.newDatabase().getDatabaseName();
    }

    private void killAtRandom(String where) throws Exception {
        Random random = new Random(7);
        for (int kill = 0; kill < KILLS; kill++) {
            int lines = 1 + random.nextInt(400);
            try (OtherJvm child = new OtherJvm(StoreWorker.class, where, "work", "kill-" + kill)) {
                assertTrue(child.readUntil(line -> child.lines().size() >= lines), "the child ended by itself");
                check(where, child.kill());
            }
        }
        assertTrue(acknowledged > KILLS, "too little was acknowledged: " + acknowledged);
        System.out.println(
                "proof: " + KILLS + " SIGKILLs at random, " + acknowledged + " acknowledgements, none lost, on "
                        + (where.startsWith("file:") ? "the embedded store" : "PostgreSQL"));
    }

    private void killAt(String where, String failpoint) throws Exception {
        String run = failpoint.replaceAll("[^A-Za-z]+", "-");
        try (OtherJvm child = new OtherJvm(StoreWorker.class, where, "work", run, failpoint, "5")) {
            child.readUntil(line -> line.equals("FAILPOINT") || child.lines().size() > 1000);
            assertTrue(child.lines().contains("FAILPOINT"), () -> failpoint + " was not reached");
            check(where, child.kill());
        }
    }

    private void check(String where, List<String> lines) {
        Set<String> tried = new HashSet<>();
        try (JdbcStore store = StoreWorker.open(where, null)) {
            for (String line : lines) {
                String[] words = line.split(" ");
                if (words.length == 2) {
                    ChallengeRecord challenge = store.find(ChallengeId.of(words[1]))
                            .orElseThrow(() -> new AssertionError("acknowledged and lost: " + line));
                    switch (words[0]) {
                        case "I" -> acknowledged++;
                        case "C" -> assertEquals(1, challenge.attempts(), line);
                        case "b" -> tried.add(words[1]);
                        case "A" -> consumed(store, challenge, line);
                        default -> throw new AssertionError(line);
                    }
                }
            }
            for (String line : lines) {
                if (line.startsWith("I ") && !tried.contains(line.substring(2))) {
                    stillUsable(store, ChallengeId.of(line.substring(2)));
                }
            }
        }
    }

    private void consumed(JdbcStore store, ChallengeRecord challenge, String line) {
        acknowledged++;
        assertEquals(ChallengeState.APPROVED, challenge.state(), line);
        assertEquals(Optional.empty(), challenge.payload(), line);
        assertFalse(store.apply(challenge.id(), AGAIN).won(), line);
        assertEquals(
                List.of(), store.findOpen(new OpenQuery.ByLookup("look-" + challenge.id(), StoreWorker.NOW), 1), line);
    }

    /** The person whose challenge was not yet answered goes on after the restart. */
    private static void stillUsable(JdbcStore store, ChallengeId id) {
        assertEquals(
                1,
                store.findOpen(new OpenQuery.ByLookup("look-" + id, StoreWorker.NOW), 1)
                        .size());
        assertTrue(store.apply(id, AGAIN).won(), id::value);
    }
}
