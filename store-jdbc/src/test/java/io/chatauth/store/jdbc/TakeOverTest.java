package io.chatauth.store.jdbc;

import io.chatauth.testkit.OtherJvm;
import io.chatauth.testkit.Proof;
import io.chatauth.testkit.TakeOver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node had queued is sent by another when it is killed, and not before: 10,000 messages in full. */
class TakeOverTest {
    private static final int MESSAGES = Proof.scaled(10_000);

    @TempDir
    Path folder;

    @Test
    void onPostgres() throws Exception {
        String where =
                PostgresServer.port() + "/" + PostgresServer.newDatabase().getDatabaseName();
        prove(where);
        try (SmallPool pool = StoreWorker.pool(where)) {
            for (String table : List.of("challenge", "lookup", "value", "counter")) {
                String name = "chatauth_" + table;
                String size = new DataSourceAccess(pool)
                        .lend(
                                false,
                                connection -> Sql.of("SELECT (SELECT count(*) FROM " + name
                                                + ") || ' rows, ' || pg_table_size('" + name
                                                + "') || ' bytes and ' || pg_indexes_size('" + name
                                                + "') || ' of indexes'")
                                        .first(connection, row -> row.getString(1))
                                        .orElseThrow());
                System.out.println("proof: " + MESSAGES + " codes were sent; " + name + " has " + size);
            }
        }
    }

    @Test
    void onTheEmbeddedStoreOfTwoProcesses() throws Exception {
        Path file = folder.resolve("queued.db");
        prove("file:" + file);
        System.out.println("proof: " + MESSAGES + " codes were sent; the file has " + Files.size(file) + " bytes");
    }

    private static void prove(String where) throws Exception {
        try (JdbcStore store = StoreWorker.open(where, null)) {
            String shown = TakeOver.prove(
                    store,
                    store,
                    MESSAGES,
                    (baseUrl, count) ->
                            new OtherJvm(StoreWorker.class, where, "queue", baseUrl, String.valueOf(count)));
            System.out.println("proof: " + shown);
        }
    }
}
