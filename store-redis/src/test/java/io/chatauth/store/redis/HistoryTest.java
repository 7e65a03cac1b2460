package io.chatauth.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.testkit.History;
import io.chatauth.testkit.OtherJvm;
import io.chatauth.testkit.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;
import redis.embedded.RedisServer;

/**
 * Three JVMs issue and approve on one Redis, 200,000 operations in full. Meanwhile one is stopped and goes on, one is killed and
 * started anew, all connections are severed, and the server is killed. Where it comes back with its own file, nothing may be
 * missing; where a replica takes its place, what is missing is counted and said.
 */
class HistoryTest {
    private static final int NODES = 3;
    private static final int OPERATIONS = Proof.scaled(200_000);

    @TempDir
    Path folder;

    private final int port = Servers.freePort();

    private interface Change {
        RedisServer server() throws IOException;
    }

    @Test
    void ofAServerThatFlushesEachWriteAndComesBackNothingIsLost() throws Exception {
        Path own = Files.createDirectory(folder.resolve("own"));
        History.Findings findings = run(own, () -> {
            Servers.kill(port);
            return Servers.start(port, own);
        });
        say("a killed server that came back", findings);
        assertEquals(0, findings.lost() + findings.undone() + findings.twice(), findings::toString);
    }

    /** Replication waits for nobody, so something may be missing: how much is a figure, no promise. */
    @Test
    void whatAReplicaHadNotYetIsLostInAFailoverAndCounted() throws Exception {
        Path own = Files.createDirectory(folder.resolve("own"));
        Path copy = Files.createDirectory(folder.resolve("copy"));
        int replicaPort = Servers.freePort();
        History.Findings findings = run(own, () -> {
            RedisServer replica = Servers.start(replicaPort, copy, "replicaof 127.0.0.1 " + port);
            awaitLink(replicaPort);
            Servers.kill(port);
            Servers.stop(replica);
            return Servers.start(port, copy); // what the replica had, under the address of the primary
        });
        say("a failover to a replica", findings);
        assertTrue(findings.lost() + findings.undone() < OPERATIONS / 10, findings::toString);
    }

    private static void say(String what, History.Findings findings) {
        System.out.println(
                "proof: " + OPERATIONS + " operations of 3 JVMs on Redis (appendfsync always) with a stop, a kill,"
                        + " severed connections and " + what + ": " + findings);
    }

    private History.Findings run(Path own, Change change) throws IOException, InterruptedException {
        RedisServer server = Servers.start(port, own);
        List<OtherJvm> nodes = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        try {
            for (int i = 0; i < NODES; i++) {
                nodes.add(node(i, "first"));
            }
            for (OtherJvm node : nodes) {
                node.tell("go");
            }
            int part = OPERATIONS / NODES / 10;
            History.follow(nodes.get(0), part);
            nodes.get(1).signal("STOP");
            History.follow(nodes.get(0), part);
            sever();
            History.follow(nodes.get(0), part);
            lines.addAll(nodes.get(2).kill());
            nodes.set(2, node(2, "second"));
            nodes.get(2).tell("go");
            nodes.get(1).signal("CONT");
            History.follow(nodes.get(0), part);
            server = change.server();
            for (OtherJvm node : nodes) {
                assertTrue(node.readUntil("done"::equals), "a node ended by itself");
                lines.addAll(node.lines());
            }
            try (RedisStore store = RedisStore.connect(Servers.uri(port))) {
                History.Findings findings = History.check(store, lines);
                assertTrue(findings.of('I') > OPERATIONS / 4, findings::toString);
                assertTrue(findings.of('A') > OPERATIONS / 20, findings::toString);
                return findings;
            }
        } finally {
            nodes.forEach(OtherJvm::close);
            Servers.stop(server);
        }
    }

    private OtherJvm node(int number, String run) throws IOException {
        OtherJvm node = new OtherJvm(
                StoreWorker.class,
                Servers.uri(port).toString(),
                "chatauth",
                "history",
                number + "/" + NODES + "/" + run,
                String.valueOf(OPERATIONS / NODES));
        assertTrue(node.readUntil("ready"::equals), "a node did not start");
        return node;
    }

    private void sever() {
        try (Jedis client = new Jedis("127.0.0.1", port)) {
            client.clientKill(ClientKillParams.clientKillParams().type(ClientType.NORMAL));
        }
    }

    private static void awaitLink(int replica) {
        try (Jedis client = new Jedis("127.0.0.1", replica)) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!client.info("replication").contains("master_link_status:up")) {
                assertTrue(System.nanoTime() < deadline, "the replica did not come up");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }
}
