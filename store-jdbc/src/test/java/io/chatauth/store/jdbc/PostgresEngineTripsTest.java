package io.chatauth.store.jdbc;

import io.chatauth.store.ChallengeStore;
import io.chatauth.store.SharedState;
import io.chatauth.testkit.RoundTripsContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A whole ChatAuth on PostgreSQL: what is counted is statements. */
class PostgresEngineTripsTest extends RoundTripsContract {
    private final AtomicLong statements = new AtomicLong();
    private SmallPool pool;
    private JdbcStore store;

    @BeforeEach
    void open() {
        pool = new SmallPool(PostgresServer.newDatabase(), 8);
        Dialect dialect = new Postgres(() -> null);
        Watched.Watch counting = new Watched.Watch() {
            @Override
            public void before(Connection connection, String sql) {
                statements.incrementAndGet();
            }
        };
        store = JdbcStore.over(new Watched(new DataSourceAccess(pool), counting), dialect, dialect.migrations());
    }

    @AfterEach
    void close() throws SQLException {
        pool.close();
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
        return statements.get();
    }
}
