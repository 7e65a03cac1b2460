package io.chatauth.store.redis;

import java.util.List;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A way to the server that breaks around one script when told to. */
final class Faulty implements Wire {
    private final Wire wire;
    private Script breaking;
    private boolean done;
    private Runnable meanwhile = () -> {};

    Faulty(Wire wire) {
        this.wire = wire;
    }

    /** The next script of that name gets no answer: after it was done, or before. Then others do something. */
    void breakAt(Script script, boolean afterItWasDone, Runnable others) {
        breaking = script;
        done = afterItWasDone;
        meanwhile = others;
    }

    @Override
    public Object run(Script script, List<String> keys, List<String> args) {
        if (script != breaking) {
            return wire.run(script, keys, args);
        }
        breaking = null;
        if (done) {
            wire.run(script, keys, args);
        }
        meanwhile.run();
        throw new JedisConnectionException("Unexpected end of stream.");
    }

    @Override
    public void forget() {
        wire.forget();
    }

    @Override
    public void close() {
        wire.close();
    }
}
