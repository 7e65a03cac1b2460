package io.chatauth.store.jdbc;

import io.chatauth.store.ChallengeStore;
import io.chatauth.store.SharedState;
import io.chatauth.testkit.RoundTripsContract;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A whole ChatAuth on the embedded store: what is counted is transactions, each of which waits for the disk once if it writes. */
class EmbeddedEngineTripsTest extends RoundTripsContract {
    private final AtomicLong transactions = new AtomicLong();

    @TempDir
    Path folder;

    private JdbcStore store;

    @BeforeEach
    void open() {
        Dialect dialect = new Sqlite(Clock.systemUTC());
        Access file = new EmbeddedAccess(folder.resolve("trips.db"));
        Access counting = new Access() {
            @Override
            public <T> T lend(boolean writes, Work<T> work) throws SQLException {
                transactions.incrementAndGet();
                return file.lend(writes, work);
            }

            @Override
            public void close() {
                file.close();
            }
        };
        store = JdbcStore.over(counting, dialect, dialect.migrations());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected ChallengeStore challenges() {
        return store;
    }

    @Override
    protected SharedState state() {
        return store;
    }

    @Override
    protected long trips() {
        return transactions.get();
    }
}
