package io.chatauth.store.jdbc;

import io.chatauth.store.SharedState;
import io.chatauth.testkit.MovableClock;
import io.chatauth.testkit.SampleChallenge;
import io.chatauth.testkit.SharedStateContract;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStateTest extends SharedStateContract {
    private static SmallPool pool;

    private final MovableClock clock = MovableClock.at(SampleChallenge.CREATED);

    @BeforeAll
    static void makeDatabase() {
        pool = new SmallPool(PostgresServer.newDatabase(), 50);
    }

    @AfterAll
    static void close() throws SQLException {
        pool.close();
    }

    @Override
    protected SharedState newState() {
        Dialect dialect = new Postgres(() -> Micros.of(clock.instant()));
        return JdbcStore.over(new DataSourceAccess(pool), dialect, dialect.migrations());
    }

    @Override
    protected void advance(Duration duration) {
        clock.move(duration);
    }
}
