package io.chatauth.store.jdbc;

import io.chatauth.store.ChallengeStore;
import io.chatauth.testkit.ChallengeStoreContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresChallengesTest extends ChallengeStoreContract {
    private static SmallPool pool;

    @Override
    protected ChallengeStore newStore() {
        JdbcStore store = JdbcStore.of(pool);
        PostgresServer.empty(pool);
        return store;
    }

    @Override
    protected ChallengeStore otherNode(ChallengeStore first) {
        return JdbcStore.of(pool);
    }

    @BeforeAll
    static void makeDatabase() {
        pool = new SmallPool(PostgresServer.newDatabase(), 50);
    }

    @AfterAll
    static void close() throws SQLException {
        pool.close();
    }
}
