package io.chatauth.store.redis;

import io.chatauth.ChallengeId;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.Due;
import io.chatauth.store.DueKind;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.SharedState;
import io.chatauth.store.Transition;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/**
 * Keeps challenges and shared state in Redis, version 6.2 or later, for many nodes. Give the same object to
 * {@code challengeStore(…)} and {@code sharedState(…)} of the builder, or use it for one of them. Safe for use by many threads and
 * many nodes.
 *
 * <p><b>What it promises.</b> Every operation is one script, which Redis runs alone and as a whole, and whose reply decides: on one
 * primary, exactly one of many wins. What a crash can lose is the server's setting: with {@code appendfsync always} nothing that
 * was acknowledged; with {@code appendfsync everysec}, its default with {@code appendonly yes}, the last second or two; without
 * {@code appendonly}, all since the last snapshot. <b>A failover can lose acknowledged writes whatever is set</b>, because
 * replication is asynchronous: then a challenge may be gone, an attempt uncounted, and a code that was used may count once more
 * until it expires. {@link RedisOptions#waitReplicas} makes that rarer, not impossible. Who can't accept it keeps challenges in
 * PostgreSQL, and shared state here. The server must not evict: {@code maxmemory-policy noeviction}.
 *
 * <p><b>Names.</b> All names begin with one hash tag, {@code {chatauth}:}, so that they stand in one slot of a cluster, on one of its
 * primaries: only so a challenge, its look-up keys, its due work and its indexes change together, and values and counters are
 * checked together. Nothing spans slots, so there is nothing to heal between them. Who needs more than one primary carries gives
 * challenges and shared state different {@link RedisOptions#namespace namespaces}, or several {@code ChatAuth} one each.
 *
 * <p><b>Times.</b> The times of challenges are the caller's, kept to the millisecond; those of shared state are the server's.
 * Nothing stays for ever: Redis removes a challenge when its time to live and the {@link RedisOptions#retention retention} have
 * passed since it was stored, even if nobody purges; what the indexes still say of it is dropped when it is met.
 *
 * <p><b>Lost connections</b> are made anew. A write whose answer was lost is looked up: the mark of its writer proves that it was
 * done, or the state that it was not, and then it is tried again; else a {@link io.chatauth.StoreException} says that it is
 * unknown. Where an ending is proven so, the winner's challenge comes without its payload and look-ups, which are erased by then.
 */
public final class RedisStore implements ChallengeStore, SharedState, AutoCloseable {
    private final Wire wire;
    private final Challenges challenges;
    private final Values values;

    RedisStore(Wire wire, RedisOptions options) {
        this.wire = wire;
        Runner runner = new Runner(wire);
        challenges = new Challenges(options, runner);
        values = new Values(options, runner);
    }

    /**
     * Makes a store with connections of its own, of the default options.
     *
     * @param uri the server, such as {@code redis://cache.internal:6379/0}; {@code rediss://} for TLS
     * @return the store, to be closed; the first use connects
     * @throws IllegalArgumentException if the address is another's, or names a user or a password
     */
    public static RedisStore connect(URI uri) {
        return connect(uri, RedisOptions.defaults());
    }

    /**
     * Makes a store with connections of its own.
     *
     * @param uri the server, such as {@code redis://cache.internal:6379/0}; {@code rediss://} for TLS
     * @param options how to reach it, and how things are kept
     * @return the store, to be closed; the first use connects
     * @throws IllegalArgumentException if the address is another's, or names a user or a password
     */
    public static RedisStore connect(URI uri, RedisOptions options) {
        return new RedisStore(new PooledWire(uri, options), options);
    }

    /**
     * Makes a store over a client, such as one for a cluster or for sentinels.
     *
     * @param client the client; {@link #close()} leaves it open
     * @return the store
     */
    public static RedisStore of(UnifiedJedis client) {
        return of(client, RedisOptions.defaults());
    }

    /**
     * Makes a store over a client, such as one for a cluster or for sentinels.
     *
     * @param client the client; {@link #close()} leaves it open
     * @param options how things are kept; what they say of the connection does not count
     * @return the store
     */
    public static RedisStore of(UnifiedJedis client, RedisOptions options) {
        return new RedisStore(new JedisWire(Objects.requireNonNull(client, "client")), options);
    }

    @Override
    public void insert(ChallengeRecord challenge) {
        challenges.insert(challenge);
    }

    @Override
    public Optional<ChallengeRecord> find(ChallengeId id) {
        return challenges.find(id);
    }

    @Override
    public List<ChallengeRecord> findOpen(OpenQuery query, int limit) {
        return challenges.findOpen(query, limit);
    }

    @Override
    public Applied apply(ChallengeId id, Transition transition) {
        return challenges.apply(id, transition);
    }

    @Override
    public List<Due> claim(DueKind kind, String node, Instant now, Duration lease, int limit) {
        return challenges.claim(kind, node, now, lease, limit);
    }

    /** Removes challenges that are over, in batches of at most 100. */
    @Override
    public int purge(Instant before, int limit) {
        return challenges.purge(before, limit);
    }

    @Override
    public long uses(String keyId) {
        return challenges.uses(keyId);
    }

    @Override
    public Optional<String> get(String key) {
        return values.get(key);
    }

    @Override
    public void put(String key, String value, Duration timeToLive) {
        values.put(key, value, timeToLive);
    }

    @Override
    public boolean putIfAbsent(String key, String value, Duration timeToLive) {
        return values.putIfAbsent(key, value, timeToLive);
    }

    @Override
    public Tally add(List<Counter> counters, long amount) {
        return values.add(counters, amount);
    }

    @Override
    public Checked addUnless(List<String> against, List<Counter> counters, long amount) {
        return values.addUnless(against, counters, amount);
    }

    @Override
    public void takeBack(List<Counter> counters, long amount) {
        values.takeBack(counters, amount);
    }

    @Override
    public long count(Counter counter) {
        return values.count(counter);
    }

    @Override
    public boolean remove(String key) {
        return values.remove(key);
    }

    @Override
    public boolean remove(String key, String value) {
        return values.remove(key, value);
    }

    /** Closes the connections that the store made; a client that was given stays open. */
    @Override
    public void close() {
        wire.close();
    }

    /**
     * Says where it keeps things.
     *
     * @return the address without user and password
     */
    @Override
    public String toString() {
        return "RedisStore[" + wire + "]";
    }
}
