package io.chatauth.store.redis;

import io.chatauth.StoreException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Runs scripts, and runs them again where that is safe: what only reads can't do harm, a server that is loading has done nothing,
 * and after a lost connection the row is asked what became of a write. In all other cases a {@link StoreException} says that it
 * is unknown.
 */
final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(RedisStore.class);
    private static final List<Integer> PAUSES = List.of(20, 200, 800);

    private final Wire wire;

    Runner(Wire wire) {
        this.wire = wire;
    }

    /**
     * A script with what it is about.
     *
     * @param what for errors, such as {@code reading the challenge x}
     * @param script the script
     * @param keys its keys
     * @param args its arguments
     */
    record Call(String what, Script script, List<String> keys, List<String> args) {}

    /** Finds out what became of a write whose answer was lost. */
    interface Inquiry<T> {
        /**
         * Looks.
         *
         * @return the result that was lost; empty if the write was not done, or may be done twice
         * @throws Unknown if that can't be said
         */
        Optional<T> look();
    }

    /** What became of a write can't be said. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String why) {
            super(why);
        }
    }

    /** For writes that leave no trace of who made them. */
    static <T> Inquiry<T> unknown() {
        return () -> {
            throw new Unknown("nothing in Redis can tell");
        };
    }

    /** Runs what may be done twice without a difference: reads, and writes that know their own mark. */
    <T> T repeatable(Call call, Function<@Nullable Object, T> reading) {
        return write(call, reading, Optional::empty);
    }

    <T> T write(Call call, Function<@Nullable Object, T> reading, Inquiry<T> inquiry) {
        for (int lost = 0; ; lost++) {
            try {
                return reading.apply(wire.run(call.script(), call.keys(), call.args()));
            } catch (JedisException e) {
                boolean gone = e instanceof JedisConnectionException;
                if (gone) {
                    LOG.debug("A connection to {} broke: {}", wire, e.getMessage());
                    wire.forget();
                }
                if (!(gone || notReady(e)) || lost == PAUSES.size()) {
                    throw failure(call.what(), e, gone && call.script().writes());
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSES.get(lost)));
                Optional<T> result = gone ? inquire(call.what(), inquiry, e) : Optional.empty();
                if (result.isPresent()) {
                    return result.get();
                }
            }
        }
    }

    private <T> Optional<T> inquire(String what, Inquiry<T> inquiry, JedisException first) {
        try {
            return inquiry.look();
        } catch (Unknown | StoreException e) {
            first.addSuppressed(e);
            throw new StoreException(
                    what + " got no answer from " + wire + ": " + first.getMessage()
                            + "; it may have been done, and what Redis says now does not tell: " + e.getMessage(),
                    first);
        }
    }

    /** A server that is starting, or a cluster that is moving a slot, has done nothing. */
    private static boolean notReady(JedisException e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof JedisDataException
                && (message.startsWith("LOADING") || message.startsWith("TRYAGAIN") || message.startsWith("BUSY "));
    }

    private StoreException failure(String what, JedisException e, boolean mayBeDone) {
        String message = String.valueOf(e.getMessage());
        String advice = mayBeDone ? "; it may have been done: check that Redis runs" : "; check that Redis runs";
        if (e instanceof JedisDataException) {
            String kind = message.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            advice = switch (kind) {
                case "READONLY" -> "; nothing was done: this is a replica, lead to the primary";
                case "OOM" -> "; nothing was done: give Redis more memory, and set maxmemory-policy noeviction";
                case "NOAUTH", "WRONGPASS", "NOPERM" -> "; nothing was done: check user, password and rights";
                default -> "; check the server";
            };
        }
        return new StoreException(what + " failed on " + wire + ": " + message + advice, e);
    }
}
