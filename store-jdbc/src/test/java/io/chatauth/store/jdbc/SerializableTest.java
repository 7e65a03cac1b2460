package io.chatauth.store.jdbc;

import io.chatauth.store.ChallengeStore;
import io.chatauth.store.SharedState;
import io.chatauth.testkit.ChallengeStoreContract;
import io.chatauth.testkit.SharedStateContract;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL that was set to SERIALIZABLE: it refuses what READ COMMITTED would have waited for, and the store tries again. Here
 * shared state counts with the server's own clock.
 */
class SerializableTest {
    private static SmallPool pool;

    @BeforeAll
    static void makeDatabase() {
        PGSimpleDataSource source = PostgresServer.newDatabase();
        source.setOptions("-c default_transaction_isolation=serializable");
        pool = new SmallPool(source, 50);
    }

    @AfterAll
    static void close() throws SQLException {
        pool.close();
    }

    @Nested
    class Challenges extends ChallengeStoreContract {
        @Override
        protected ChallengeStore newStore() {
            JdbcStore store = JdbcStore.of(pool);
            PostgresServer.empty(pool);
            return store;
        }
    }

    @Nested
    class State extends SharedStateContract {
        @Override
        protected SharedState newState() {
            return JdbcStore.of(pool);
        }

        @Override
        protected void advance(Duration duration) {
            long end = System.nanoTime() + duration.toNanos() + TimeUnit.MILLISECONDS.toNanos(20);
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        }
    }
}
