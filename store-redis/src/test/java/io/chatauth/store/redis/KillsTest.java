package io.chatauth.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.SharedState.Counter;
import io.chatauth.testkit.OtherJvm;
import io.chatauth.testkit.Proof;
import io.chatauth.testkit.SampleChallenge;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;

/**
 * The server or a node is killed (SIGKILL) while nodes work; the server flushes each write ({@code appendfsync always}). Then
 * nothing that was acknowledged is missing, and nothing that was consumed can be consumed again. 200 kills in full, of each kind.
 */
class KillsTest {
    private static final int KILLS = Proof.scaled(200);

    @TempDir
    Path folder;

    private final int port = Servers.freePort();
    private int acknowledged;

    private RedisServer start() {
        return Servers.start(port, folder);
    }

    private RedisServer killAndStart(RedisServer server) {
        Servers.kill(port);
        Servers.stop(server);
        return start();
    }

    @Test
    void aStoreGoesOnWithARestartedServerAndNothingIsLost() {
        RedisServer server = start();
        try (RedisStore store = RedisStore.connect(Servers.uri(port))) {
            ChallengeRecord open = SampleChallenge.named("open").lookup("look").build();
            ChallengeRecord used = SampleChallenge.named("used").build();
            store.insert(open);
            store.insert(used);
            assertTrue(store.apply(used.id(), StoreWorker.APPROVAL).won());
            store.put("value", "kept", Duration.ofHours(1));
            Counter counter = new Counter("counter", Duration.ofHours(1), 3);
            assertTrue(store.add(List.of(counter), 2).added());
            server = killAndStart(server);
            assertFalse(store.apply(used.id(), StoreWorker.APPROVAL).won());
            assertEquals(Optional.of(open), store.find(open.id()));
            assertEquals(List.of(open), store.findOpen(new OpenQuery.ByLookup("look", StoreWorker.NOW), 1));
            assertEquals(Optional.of("kept"), store.get("value"));
            assertEquals(2, store.count(counter));
            assertFalse(store.add(List.of(counter), 2).added());
        } finally {
            Servers.stop(server);
        }
    }

    @Test
    void killedServersKeepWhatTheyAcknowledged() throws Exception {
        Random random = new Random(7);
        RedisServer server = start();
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                int lines = 50 + random.nextInt(400);
                try (OtherJvm child = new OtherJvm(
                        StoreWorker.class, Servers.uri(port).toString(), "chatauth", "work", "server-" + kill)) {
                    child.readUntil(line -> child.lines().size() >= lines);
                    server = killAndStart(server);
                    int more = child.lines().size() + 50;
                    assertTrue(child.readUntil(line -> child.lines().size() >= more), "the child did not go on");
                    check(child.kill());
                }
            }
        } finally {
            Servers.stop(server);
        }
        say("of the server");
    }

    @Test
    void killedNodesLoseNothing() throws Exception {
        Random random = new Random(11);
        RedisServer server = start();
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                int lines = 1 + random.nextInt(400);
                try (OtherJvm child = new OtherJvm(
                        StoreWorker.class, Servers.uri(port).toString(), "chatauth", "work", "node-" + kill)) {
                    assertTrue(child.readUntil(line -> child.lines().size() >= lines), "the child ended by itself");
                    check(child.kill());
                }
            }
        } finally {
            Servers.stop(server);
        }
        say("of a node");
    }

    private void say(String whose) {
        assertTrue(acknowledged > KILLS, "too little was acknowledged: " + acknowledged);
        System.out.println("proof: " + KILLS + " SIGKILLs " + whose + " at random, " + acknowledged
                + " acknowledgements, none lost, on Redis with appendfsync always");
    }

    private void check(List<String> lines) {
        Set<String> uncertain = new HashSet<>();
        lines.stream()
                .filter(line -> line.startsWith("b ") || line.startsWith("E "))
                .forEach(line -> uncertain.add(line.substring(2)));
        try (RedisStore store = RedisStore.connect(Servers.uri(port))) {
            for (String line : lines) {
                String id = line.substring(2);
                switch (line.charAt(0)) {
                    case 'I' -> stored(store, id, uncertain.contains(id));
                    case 'C' -> assertTrue(found(store, id).attempts() >= 1, line);
                    case 'A' -> consumed(store, found(store, id));
                    case 'L' -> throw new AssertionError("nobody else decides: " + line);
                    default -> {}
                }
            }
        }
    }

    private static ChallengeRecord found(RedisStore store, String id) {
        return store.find(ChallengeId.of(id)).orElseThrow(() -> new AssertionError("acknowledged and lost: " + id));
    }

    private void stored(RedisStore store, String id, boolean tried) {
        acknowledged++;
        ChallengeRecord challenge = found(store, id);
        if (!tried) {
            assertTrue(store.apply(challenge.id(), StoreWorker.APPROVAL).won(), "not usable any more: " + id);
        }
    }

    private void consumed(RedisStore store, ChallengeRecord challenge) {
        acknowledged++;
        String id = challenge.id().value();
        assertEquals(ChallengeState.APPROVED, challenge.state(), id);
        assertEquals(Optional.empty(), challenge.payload(), id);
        assertFalse(store.apply(challenge.id(), StoreWorker.APPROVAL).won(), id);
        assertEquals(List.of(), store.findOpen(new OpenQuery.ByLookup("look-" + id, StoreWorker.NOW), 1), id);
    }
}
