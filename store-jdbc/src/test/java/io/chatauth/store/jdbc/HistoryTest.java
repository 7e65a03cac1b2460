package io.chatauth.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.testkit.History;
import io.chatauth.testkit.OtherJvm;
import io.chatauth.testkit.Proof;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three JVMs issue and approve on one PostgreSQL, 200,000 operations in full. Meanwhile one is stopped and goes on, one is killed
 * and started anew, all connections are severed, and the database is killed and started anew. Of all that was said there is no
 * challenge that two approved, and none acknowledged that is missing.
 */
class HistoryTest {
    private static final int NODES = 3;
    private static final int OPERATIONS = Proof.scaled(200_000);

    @TempDir
    Path folder;

    private int port;

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    @Test
    void noChallengeIsApprovedTwiceAndNoAcknowledgementIsLost() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        EmbeddedPostgres server = start();
        List<OtherJvm> nodes = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        String where = port + "/postgres";
        try {
            StoreWorker.open(where, null).close();
            for (int i = 0; i < NODES; i++) {
                nodes.add(node(where, i, "first"));
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
            nodes.set(2, node(where, 2, "second"));
            nodes.get(2).tell("go");
            nodes.get(1).signal("CONT");
            History.follow(nodes.get(0), part);
            server = restart(server);
            for (OtherJvm node : nodes) {
                assertTrue(node.readUntil("done"::equals), "a node ended by itself");
                lines.addAll(node.lines());
            }
            check(where, lines);
        } finally {
            nodes.forEach(OtherJvm::close);
            server.close();
        }
    }

    private static OtherJvm node(String where, int number, String run) throws IOException {
        OtherJvm node = new OtherJvm(
                StoreWorker.class,
                where,
                "history",
                number + "/" + NODES + "/" + run,
                String.valueOf(OPERATIONS / NODES));
        assertTrue(node.readUntil("ready"::equals), "a node did not start");
        return node;
    }

    private void sever() throws Exception {
        try (Connection connection = PostgresServer.source(port, "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
        }
    }

    /** SIGKILL for the server, and its recovery from its log. */
    private EmbeddedPostgres restart(EmbeddedPostgres server) throws Exception {
        String pid =
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip();
        assertEquals(0, new ProcessBuilder("kill", "-KILL", pid).start().waitFor());
        server.close();
        return start();
    }

    private static void check(String where, List<String> lines) {
        try (JdbcStore store = StoreWorker.open(where, null)) {
            History.Findings findings = History.check(store, lines);
            System.out.println(
                    "proof: " + OPERATIONS + " operations of 3 JVMs on PostgreSQL with a stop, a kill, severed"
                            + " connections and a killed server: " + findings);
            assertEquals(0, findings.lost() + findings.undone() + findings.twice(), findings::toString);
            assertTrue(findings.of('I') > OPERATIONS / 4, findings::toString);
            assertTrue(findings.of('A') > OPERATIONS / 20, findings::toString);
        }
    }
}
