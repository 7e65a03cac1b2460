package io.chatauth.store.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A client that was given; its connections are not ours to close. */
final class JedisWire implements Wire {
    private final UnifiedJedis client;

    JedisWire(UnifiedJedis client) {
        this.client = client;
    }

    @Override
    public @Nullable Object run(Script script, List<String> keys, List<String> args) {
        try {
            return client.evalsha(script.sha(), keys, args);
        } catch (JedisNoScriptException e) {
            return client.eval(script.text(), keys, args);
        }
    }

    @Override
    public void forget() {
        // the client's own matter
    }

    @Override
    public void close() {
        // it was given open and is left open
    }

    @Override
    public String toString() {
        return "the client that was given";
    }
}
