package io.chatauth.store.jdbc;

import io.chatauth.store.SharedState;
import io.chatauth.testkit.MovableClock;
import io.chatauth.testkit.SampleChallenge;
import io.chatauth.testkit.SharedStateContract;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStateTest extends SharedStateContract {
    @TempDir
    Path folder;

    private final MovableClock clock = MovableClock.at(SampleChallenge.CREATED);
    private final Opened opened = new Opened();

    @Override
    protected SharedState newState() {
        return opened.add(JdbcStore.embedded(folder.resolve("state.db"), clock));
    }

    @Override
    protected void advance(Duration duration) {
        clock.move(duration);
    }

    @AfterEach
    void close() {
        opened.close();
    }
}
