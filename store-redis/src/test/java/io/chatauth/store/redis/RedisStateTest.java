package io.chatauth.store.redis;

import io.chatauth.store.SharedState;
import io.chatauth.testkit.SharedStateContract;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisStateTest extends SharedStateContract {
    private static RedisStore store;

    @BeforeAll
    static void open() {
        store = RedisStore.connect(Servers.shared(), Servers.ownNamespace());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    protected SharedState newState() {
        return store;
    }

    /** The time is the server's: one can only wait. */
    @Override
    protected void advance(Duration duration) {
        long until = System.nanoTime() + duration.plusMillis(2).toNanos();
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
