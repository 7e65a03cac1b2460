package io.chatauth.store.jdbc;

import io.chatauth.store.ChallengeStore;
import io.chatauth.testkit.ChallengeStoreContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;

class PostgresChallengesTest extends ChallengeStoreContract {
    private final SmallPool pool = new SmallPool(PostgresServer.newDatabase(), 50);

    @Override
    protected ChallengeStore newStore() {
        return JdbcStore.of(pool);
    }

    @Override
    protected ChallengeStore otherNode(ChallengeStore first) {
        return newStore();
    }

    @AfterEach
    void close() throws SQLException {
        pool.close();
    }
}
