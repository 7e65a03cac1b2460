package io.chatauth.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.StoreException;
import io.chatauth.testkit.SampleChallenge;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who makes the tables, and who may work with them. */
class SchemaTest {
    private static final int NODES = 10;

    @TempDir
    Path folder;

    private static int versions(Access access) throws SQLException {
        return access.lend(
                false,
                connection -> Sql.of("SELECT count(*) FROM chatauth_schema")
                        .first(connection, row -> row.getInt(1))
                        .orElseThrow());
    }

    private static void startTogether(Supplier<JdbcStore> start) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(NODES);
        try {
            List<Callable<JdbcStore>> nodes = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                nodes.add(start::get);
            }
            List<Future<JdbcStore>> stores = threads.invokeAll(nodes);
            for (int i = 0; i < NODES; i++) {
                stores.get(i).get().insert(SampleChallenge.named("node-" + i).build());
            }
            for (Future<JdbcStore> store : stores) {
                store.get().close();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void ofTenNodesThatStartAtOnceOneCreatesTheTables() throws Exception {
        try (SmallPool pool = new SmallPool(PostgresServer.newDatabase(), NODES)) {
            startTogether(() -> JdbcStore.of(pool));
            assertEquals(1, versions(new DataSourceAccess(pool)));
        }
    }

    @Test
    void ofTenProcessesThatOpenOneFileAtOnceOneCreatesTheTables() throws Exception {
        Path file = folder.resolve("store.db");
        startTogether(() -> JdbcStore.embedded(file));
        try (Access access = new EmbeddedAccess(file)) {
            assertEquals(1, versions(access));
        }
    }

    @Test
    void aNodeThatIsTooOldRefusesTablesThatNeedNewerOnes() {
        Path file = folder.resolve("store.db");
        Dialect dialect = new Sqlite(Clock.systemUTC());
        List<Schema.Migration> newer = new ArrayList<>(dialect.migrations());
        newer.add(new Schema.Migration(2, 2, "ALTER TABLE chatauth_value RENAME COLUMN value TO content;\n"));
        JdbcStore.over(new EmbeddedAccess(file), dialect, newer).close();
        StoreException refused = assertThrows(StoreException.class, () -> JdbcStore.embedded(file));
        assertEquals(
                "ChatAuth's tables have version 2, which needs nodes that know version 2; this one knows 1: upgrade it",
                refused.getMessage());
    }

    @Test
    void aMigrationThatFailsLeavesNothingBehind() throws SQLException {
        try (SmallPool pool = new SmallPool(PostgresServer.newDatabase(), 2)) {
            Dialect dialect = new Postgres(() -> null);
            List<Schema.Migration> broken = List.of(
                    dialect.migrations().get(0),
                    new Schema.Migration(2, 1, "CREATE TABLE chatauth_more (id text);\nOOPS;\n"));
            assertThrows(StoreException.class, () -> JdbcStore.over(new DataSourceAccess(pool), dialect, broken));
            boolean there = new DataSourceAccess(pool)
                    .lend(
                            false,
                            connection -> Sql.of("SELECT to_regclass('chatauth_challenge') IS NOT NULL")
                                    .first(connection, row -> row.getBoolean(1))
                                    .orElseThrow());
            assertFalse(there);
            JdbcStore.of(pool).insert(SampleChallenge.named("after").build());
            assertEquals(1, versions(new DataSourceAccess(pool)));
        }
    }

    @Test
    void scriptsOfBothDatabasesNameTheSameTablesAndColumns() {
        List<String> columns = columns(new Postgres(() -> null));
        assertTrue(columns.contains("purpose_key"), columns::toString);
        assertEquals(columns, columns(new Sqlite(Clock.systemUTC())));
    }

    private static List<String> columns(Dialect dialect) {
        return dialect.migrations()
                .get(0)
                .script()
                .lines()
                .takeWhile(line -> !line.contains("FUNCTION"))
                .filter(line -> line.startsWith("    ") && !line.strip().startsWith("--") && !line.contains("WHERE"))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();
    }
}
