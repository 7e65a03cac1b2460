package io.chatauth.store.redis;

import io.chatauth.store.ChallengeStore;
import io.chatauth.store.SharedState;
import io.chatauth.testkit.RoundTripsContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import redis.clients.jedis.JedisPooled;

/** A whole ChatAuth on Redis: what is counted is the calls of scripts that the server counted. */
class EngineTripsTest extends RoundTripsContract {
    private final RedisStore store = RedisStore.connect(Servers.shared(), Servers.ownNamespace());
    private final JedisPooled server = new JedisPooled(Servers.shared());

    @BeforeEach
    void loadEveryScript() {
        for (Script script : Script.values()) {
            server.scriptLoad(script.text());
        }
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
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
        return Servers.calls(server);
    }
}
