package io.chatauth.store.jdbc;

import io.chatauth.store.ChallengeStore;
import io.chatauth.testkit.ChallengeStoreContract;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

/**
 * The tables of a version that does not exist yet, used by a node of today that was there first, and by a node of tomorrow: the
 * whole contract, with its races between the two.
 */
@DisplayName("An old node beside a new one")
class RollingUpgradeTest extends ChallengeStoreContract {
    /** What a later version may do while old nodes work: add columns with defaults, tables, indexes, functions. */
    private static final Schema.Migration NEXT = new Schema.Migration(2, 1, """
            ALTER TABLE chatauth_challenge ADD COLUMN region text NOT NULL DEFAULT 'everywhere';
            ALTER TABLE chatauth_value ADD COLUMN note text;
            CREATE INDEX chatauth_challenge_region ON chatauth_challenge (region, created_at) WHERE state = 'OPEN';
            CREATE TABLE chatauth_more (id text PRIMARY KEY);
            """);

    private static SmallPool pool;

    @Override
    protected ChallengeStore newStore() {
        JdbcStore old = JdbcStore.of(pool);
        newer();
        PostgresServer.empty(pool);
        return old;
    }

    /** A node that was started anew, and knows the new version. */
    @Override
    protected ChallengeStore otherNode(ChallengeStore first) {
        return newer();
    }

    private static JdbcStore newer() {
        Dialect dialect = new Postgres(() -> null);
        List<Schema.Migration> next = new ArrayList<>(dialect.migrations());
        next.add(NEXT);
        return JdbcStore.over(new DataSourceAccess(pool), dialect, next);
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
