package io.chatauth.store.jdbc;

import io.chatauth.ChallengeId;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.Due;
import io.chatauth.store.DueKind;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.SharedState;
import io.chatauth.store.Transition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Keeps challenges and shared state in a database: in a file for one machine, in PostgreSQL for many. Give the same object to
 * {@code challengeStore(…)} and {@code sharedState(…)} of the builder. Safe for use by many threads, and in PostgreSQL by many
 * nodes.
 *
 * <p>A transition of a challenge is one conditional statement, and the count of rows it changed decides. Nothing is
 * acknowledged before the database has committed it. What failed only because another transaction came first was undone and is
 * tried again. When a connection breaks, a write may have been done all the same; then the row is read again, and if it proves
 * what happened, that is the answer, else a {@link io.chatauth.StoreException} says that it is unknown. In that one case, where
 * an ending is proven by the row, the winner's challenge comes without its payload and look-ups, which are erased by then.
 *
 * <p>The tables are created and brought forward by the first node that needs it, under a lock; their names begin with
 * {@code chatauth_}. Times are kept to the microsecond. What is over in the shared state is removed by the way, some rows with
 * every 200th write and with every {@link #purge}.
 */
public final class JdbcStore implements ChallengeStore, SharedState, AutoCloseable {
    private final Access access;
    private final ChallengeTable challenges;
    private final StateTable state;

    JdbcStore(Access access, Dialect dialect, List<Schema.Migration> migrations) {
        this.access = access;
        Runner runner = new Runner(access);
        new Schema(dialect, migrations).migrate(runner);
        challenges = new ChallengeTable(dialect, runner);
        state = new StateTable(dialect, runner);
    }

    /**
     * Opens a store in a SQLite file of this machine; makes it, and its folder, where there is none. On POSIX systems a new
     * file can be read by its owner only. It brings its own connections and counts time with this machine's clock.
     *
     * <p>Before a write is acknowledged the file is flushed to the disk ({@code synchronous=FULL}, a write-ahead log), so
     * what was acknowledged survives the kill of the process, the crash of the system, and a power cut, if the disk keeps what
     * it says it has flushed. A disk with a volatile cache that lies about it can lose its last writes then; the file stays whole.
     *
     * <p>Writes come one after the other, each as long as a flush of the disk takes. Several processes of one machine may
     * open the same file; it must not lie on a network drive.
     *
     * @param file the file, such as {@code /var/lib/bank/chatauth.db}; two more with {@code -wal} and {@code -shm} stand
     *     beside it and belong to it
     * @return the store, to be closed
     * @throws io.chatauth.StoreException if the file can't be opened, or a newer ChatAuth made its tables unreadable for this
     *     one
     */
    public static JdbcStore embedded(Path file) {
        return embedded(file, Clock.systemUTC());
    }

    static JdbcStore embedded(Path file, Clock clock) {
        Dialect dialect = new Sqlite(clock);
        return over(new EmbeddedAccess(file), dialect, dialect.migrations());
    }

    /**
     * Opens a store in a PostgreSQL database, version 12 or later.
     *
     * <p>Every call takes a connection and gives it back, so the {@code DataSource} should be a pool; it stays the caller's, and
     * {@link #close()} leaves it open. READ COMMITTED is enough. With the server's {@code synchronous_commit} on, its default, what was
     * acknowledged survives a crash; in a fail-over it survives if the standby is a synchronous one. Shared state counts time with
     * the server's clock.
     *
     * @param source gives connections to the database; the tables are made in the first schema of its search path
     * @return the store
     * @throws io.chatauth.StoreException if the database can't be reached, or a newer ChatAuth made its tables unreadable for
     *     this one
     * @throws IllegalArgumentException if it is another database
     */
    public static JdbcStore of(DataSource source) {
        Objects.requireNonNull(source, "source");
        Access access = new DataSourceAccess(source);
        String product = new Runner(access)
                .read(
                        "asking for the kind of the database",
                        connection -> connection.getMetaData().getDatabaseProductName());
        if (!"PostgreSQL".equals(product)) {
            throw new IllegalArgumentException("the DataSource leads to " + product
                    + ", expected PostgreSQL; for a file of this machine use JdbcStore.embedded(path)");
        }
        Dialect dialect = new Postgres(() -> null);
        return over(access, dialect, dialect.migrations());
    }

    static JdbcStore over(Access access, Dialect dialect, List<Schema.Migration> migrations) {
        boolean opened = false;
        try {
            JdbcStore store = new JdbcStore(access, dialect, migrations);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                access.close();
            }
        }
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

    /**
     * Removes challenges that are over, in batches of at most 500, and as many values and counters of the shared state that are
     * over, which are not counted.
     */
    @Override
    public int purge(Instant before, int limit) {
        int purged = challenges.purge(before, limit);
        state.sweep(limit);
        return purged;
    }

    @Override
    public long uses(String keyId) {
        return challenges.uses(keyId);
    }

    @Override
    public Optional<String> get(String key) {
        return state.get(key);
    }

    @Override
    public void put(String key, String value, Duration timeToLive) {
        state.put(key, value, timeToLive);
    }

    @Override
    public boolean putIfAbsent(String key, String value, Duration timeToLive) {
        return state.putIfAbsent(key, value, timeToLive);
    }

    @Override
    public Tally add(List<Counter> counters, long amount) {
        return state.add(counters, amount);
    }

    @Override
    public Checked addUnless(List<String> against, List<Counter> counters, long amount) {
        return state.addUnless(against, counters, amount);
    }

    @Override
    public void takeBack(List<Counter> counters, long amount) {
        state.takeBack(counters, amount);
    }

    @Override
    public long count(Counter counter) {
        return state.count(counter);
    }

    @Override
    public boolean remove(String key) {
        return state.remove(key);
    }

    @Override
    public boolean remove(String key, String value) {
        return state.remove(key, value);
    }

    /** Closes the embedded file; a {@code DataSource} stays open. Later calls of an embedded store fail. */
    @Override
    public void close() {
        access.close();
    }

    /**
     * Says where it keeps things.
     *
     * @return the file, or the kind of the {@code DataSource}
     */
    @Override
    public String toString() {
        return "JdbcStore[" + access + "]";
    }
}
