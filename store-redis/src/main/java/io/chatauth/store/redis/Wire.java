package io.chatauth.store.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way to the server. Errors are Jedis's own. */
interface Wire extends AutoCloseable {
    /**
     * Runs a script: one round trip, or two when the server does not know it yet.
     *
     * @return texts, numbers, lists of these, or null
     */
    @Nullable
    Object run(Script script, List<String> keys, List<String> args);

    /** Lets go of connections that may be as dead as the one that broke. */
    void forget();

    @Override
    void close();
}
