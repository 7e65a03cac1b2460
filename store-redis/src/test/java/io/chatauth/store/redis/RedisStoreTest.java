package io.chatauth.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Assurance;
import io.chatauth.ChallengeState;
import io.chatauth.Secret;
import io.chatauth.StoreException;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.DueKind;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.SharedState.Counter;
import io.chatauth.store.Transition;
import io.chatauth.testkit.SampleChallenge;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.Protocol;
import redis.embedded.RedisServer;

class RedisStoreTest {
    private static final Instant NOW = SampleChallenge.CREATED.plusSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    /** Everything once. */
    private static void use(RedisStore store) {
        ChallengeRecord challenge = SampleChallenge.named("used")
                .lookup("look")
                .nextStep(MINUTE)
                .keys("a", "b", "c")
                .build();
        store.insert(challenge);
        store.insert(
                SampleChallenge.named("open").lookup("other").nextStep(MINUTE).build());
        assertTrue(store.apply(challenge.id(), new Transition.CountAttempt(NOW, 2, MINUTE, Set.of("a")))
                .won());
        for (DueKind kind : DueKind.values()) {
            assertEquals(
                    2,
                    store.claim(kind, "node-2", NOW.plus(Duration.ofHours(1)), MINUTE, 9)
                            .size());
        }
        assertEquals(1, store.findOpen(new OpenQuery.ByLookup("look", NOW), 1).size());
        assertTrue(store.apply(
                        challenge.id(), new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.SECRET, true))
                .won());
        store.put("value", "x", MINUTE);
        assertTrue(
                store.addUnless(List.of("none"), List.of(new Counter("n", MINUTE, 5), new Counter("m", MINUTE, 5)), 1)
                        .tally()
                        .added());
    }

    @Test
    void nothingLivesForEverAndAllStandsUnderOneHashTag() {
        RedisOptions options = Servers.ownNamespace().retention(MINUTE);
        try (RedisStore store = RedisStore.connect(Servers.shared(), options);
                JedisPooled server = new JedisPooled(Servers.shared())) {
            use(store);
            Set<String> names = server.keys(options.root() + "*");
            assertTrue(names.size() > 10, names::toString);
            for (String name : names) {
                long left = server.pttl(name);
                assertTrue(left > 0 && left <= Duration.ofMinutes(6).toMillis(), () -> name + " lives " + left + " ms");
            }
        }
    }

    @Test
    void whatRedisRemovedLeavesTheIndexes() {
        RedisOptions options = Servers.ownNamespace();
        try (RedisStore store = RedisStore.connect(Servers.shared(), options);
                JedisPooled server = new JedisPooled(Servers.shared())) {
            ChallengeRecord challenge = SampleChallenge.named("gone")
                    .lookup("look")
                    .nextStep(MINUTE)
                    .build();
            store.insert(challenge);
            server.del(options.root() + "c:gone");
            assertEquals(List.of(), store.findOpen(new OpenQuery.BySubject(challenge.subjectKey(), NOW), 9));
            assertEquals(List.of(), store.findOpen(new OpenQuery.ByKey("key-1", NOW), 9));
            for (DueKind kind : DueKind.values()) {
                assertEquals(List.of(), store.claim(kind, "n", NOW.plus(Duration.ofHours(1)), MINUTE, 9));
            }
            assertEquals(0, store.purge(NOW.plus(Duration.ofHours(1)), 9));
            Set<String> left = server.keys(options.root() + "*");
            left.removeIf(name -> name.contains(":r:") || name.contains(":u:") || name.contains(":l:"));
            assertEquals(Set.of(), left);
            store.insert(SampleChallenge.named("heir").lookup("look").build());
        }
    }

    @Test
    void aClusterTakesEveryOperation() {
        int port = Servers.freePort() % 20_000 + 10_000; // its bus has the port 10,000 above
        RedisServer server = Servers.start(port, folder, "cluster-enabled yes");
        try (Jedis node = new Jedis("127.0.0.1", port)) {
            byte[][] slots = Stream.concat(
                            Stream.of("ADDSLOTS"), IntStream.range(0, 16_384).mapToObj(String::valueOf))
                    .map(String::getBytes)
                    .toArray(byte[][]::new);
            node.sendCommand(Protocol.Command.CLUSTER, slots);
            while (!node.clusterInfo().contains("cluster_state:ok")) {
                Thread.onSpinWait();
            }
            try (JedisCluster cluster = new JedisCluster(new HostAndPort("127.0.0.1", port));
                    RedisStore store = RedisStore.of(cluster)) {
                use(store);
            }
        } finally {
            Servers.stop(server);
        }
    }

    @Test
    void aWriteThatTooFewReplicasHaveIsNotAcknowledged() {
        RedisOptions options = Servers.ownNamespace().waitReplicas(1, Duration.ofMillis(50));
        try (RedisStore store = RedisStore.connect(Servers.shared(), options)) {
            StoreException alone = assertThrows(StoreException.class, () -> store.put("k", "v", MINUTE));
            assertTrue(alone.getMessage().contains("0 of 1 replicas"), alone::getMessage);
        }
    }

    @Test
    void aWriteThatAReplicaHasIsAcknowledged() {
        int primaryPort = Servers.freePort();
        RedisServer primary = Servers.start(primaryPort, null, "repl-diskless-sync-delay 0");
        RedisServer replica = Servers.start(Servers.freePort(), null, "replicaof 127.0.0.1 " + primaryPort);
        RedisOptions options = Servers.ownNamespace().timeout(Duration.ofSeconds(30));
        try (RedisStore store =
                RedisStore.connect(Servers.uri(primaryPort), options.waitReplicas(1, Duration.ofSeconds(20)))) {
            use(store);
        } finally {
            Servers.stop(replica);
            Servers.stop(primary);
        }
    }

    @Test
    void thePasswordIsUsedAndNeverShown() {
        int port = Servers.freePort();
        RedisServer server = Servers.start(port, null, "requirepass s3cret-word");
        RedisOptions options = RedisOptions.defaults();
        try (RedisStore right = RedisStore.connect(Servers.uri(port), options.password(Secret.of("s3cret-word")));
                RedisStore wrong = RedisStore.connect(Servers.uri(port), options.password(Secret.of("guess-word")))) {
            use(right);
            StoreException refused = assertThrows(StoreException.class, () -> wrong.get("k"));
            List<String> shown = new ArrayList<>(List.of(right.toString(), options.toString()));
            for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                shown.add(cause.toString());
            }
            shown.forEach(text -> assertFalse(text.contains("-word"), text));
        } finally {
            Servers.stop(server);
        }
    }

    @Test
    void aUserWithTheRightsThatTheGuideNamesIsEnough() {
        int port = Servers.freePort();
        RedisServer server = Servers.start(
                port, null, "user chatauth on >word ~{chatauth}:* +@read +@write +@scripting +@connection +time +wait");
        RedisOptions options = RedisOptions.defaults().user("chatauth").password(Secret.of("word"));
        try (RedisStore store = RedisStore.connect(Servers.uri(port), options);
                RedisStore elsewhere = RedisStore.connect(Servers.uri(port), options.namespace("other"))) {
            use(store);
            assertEquals(1, store.purge(SampleChallenge.CREATED.plus(MINUTE), 9));
            assertThrows(StoreException.class, () -> elsewhere.get("k"));
        } finally {
            Servers.stop(server);
        }
    }

    @Test
    void addressesThatShowAPasswordOrLeadElsewhereAreRefused() {
        for (String address : List.of("redis://me:pass@host", "redis://host/zero", "http://host", "redis:///0")) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> RedisStore.connect(URI.create(address)));
            assertFalse(refused.getMessage().contains("pass@"), refused::getMessage);
        }
        assertThrows(
                IllegalArgumentException.class, () -> RedisOptions.defaults().namespace("{a}"));
        assertThrows(
                IllegalArgumentException.class, () -> RedisOptions.defaults().retention(Duration.ZERO));
        assertThrows(
                IllegalArgumentException.class, () -> RedisOptions.defaults().connections(0));
    }

    @Test
    void aServerThatIsNotThereIsSaid() {
        int port = Servers.freePort();
        try (RedisStore store = RedisStore.connect(Servers.uri(port))) {
            StoreException nobody = assertThrows(StoreException.class, () -> store.get("k"));
            assertTrue(nobody.getMessage().contains("redis://127.0.0.1:" + port), nobody::getMessage);
        }
    }
}
