package io.chatauth.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.StoreException;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Transition;
import io.chatauth.testkit.SampleChallenge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The embedded store and its file. */
class FileTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("made/by/itself/store.db");
    }

    @Test
    void whatWasStoredIsThereAfterARestart() {
        ChallengeRecord challenge = SampleChallenge.named("kept").lookup("look").build();
        try (JdbcStore store = JdbcStore.embedded(file())) {
            store.insert(challenge);
            store.put("key", "value", Duration.ofHours(1));
        }
        try (JdbcStore store = JdbcStore.embedded(file())) {
            assertEquals(Optional.of(challenge), store.find(challenge.id()));
            assertEquals(Optional.of("value"), store.get("key"));
            assertTrue(store.apply(challenge.id(), new Transition.Cancel(SampleChallenge.CREATED))
                    .won());
        }
    }

    @Test
    void everyConnectionFlushesBeforeItAcknowledges() throws SQLException {
        try (EmbeddedAccess access = new EmbeddedAccess(file())) {
            for (boolean writes : new boolean[] {true, false}) {
                List<String> settings = access.lend(
                        writes,
                        connection -> List.of(
                                pragma(connection, "synchronous"),
                                pragma(connection, "journal_mode"),
                                pragma(connection, "fullfsync"),
                                pragma(connection, "checkpoint_fullfsync")));
                assertEquals(List.of("2", "wal", "1", "1"), settings);
            }
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        return Sql.of("PRAGMA " + name)
                .first(connection, row -> row.getString(1))
                .orElseThrow();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerReadsTheFile() throws Exception {
        try (JdbcStore store = JdbcStore.embedded(file())) {
            store.insert(SampleChallenge.named("private").build());
            for (String end : List.of("", "-wal", "-shm")) {
                Path part = Path.of(file() + end);
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(part)), end);
            }
        }
    }

    @Test
    void aFileThatIsNoStoreIsRefusedWithItsName() throws Exception {
        Path text = Files.writeString(
                folder.resolve("text.db"), "This is no database, but long enough to be taken for one.");
        StoreException refused = assertThrows(StoreException.class, () -> JdbcStore.embedded(text));
        assertTrue(refused.getMessage().contains("text.db"), refused::getMessage);
        assertEquals("This is no database, but long enough to be taken for one.", Files.readString(text));
    }

    @Test
    void aClosedStoreRefuses() {
        JdbcStore store = JdbcStore.embedded(file());
        store.close();
        StoreException refused = assertThrows(
                StoreException.class,
                () -> store.insert(SampleChallenge.named("late").build()));
        assertTrue(refused.getMessage().contains("is closed"), refused::getMessage);
    }

    @Test
    void anotherDatabaseThanPostgresIsRefused() {
        SQLiteDataSource other = new SQLiteDataSource();
        other.setUrl("jdbc:sqlite:" + folder.resolve("other.db"));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> JdbcStore.of(other));
        assertEquals(
                "the DataSource leads to SQLite, expected PostgreSQL; for a file of this machine use"
                        + " JdbcStore.embedded(path)",
                refused.getMessage());
    }
}
