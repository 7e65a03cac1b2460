package io.chatauth.store.jdbc;

import io.chatauth.StoreException;
import io.chatauth.store.SharedState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Values and counters. Every {@link #SWEEP_EVERY}th write also removes some of what is over: more than came meanwhile. */
final class StateTable implements SharedState {
    /** After how many writes something is swept away. */
    static final int SWEEP_EVERY = 200;

    private static final Logger LOG = LoggerFactory.getLogger(JdbcStore.class);
    private static final int SWEPT = 500;
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_VALUE = 8192;

    private final Dialect dialect;
    private final Runner runner;
    private final AtomicLong writes = new AtomicLong();

    StateTable(Dialect dialect, Runner runner) {
        this.dialect = dialect;
        this.runner = runner;
    }

    @Override
    public Optional<String> get(String key) {
        requireKey(key);
        return runner.read(
                "reading a value",
                connection -> Sql.of("SELECT value FROM chatauth_value WHERE key = ? AND ends_at > ", key)
                        .add(dialect.now())
                        .first(connection, row -> row.getString(1)));
    }

    @Override
    public void put(String key, String value, Duration timeToLive) {
        requireEntry(key, value, timeToLive);
        runner.repeatable(
                "writing a value",
                connection -> write(key, value, timeToLive, mark()).update(connection));
        sweepNowAndThen();
    }

    @Override
    public boolean putIfAbsent(String key, String value, Duration timeToLive) {
        requireEntry(key, value, timeToLive);
        long mark = mark();
        boolean written = runner.write(
                "writing a value",
                connection -> write(key, value, timeToLive, mark)
                                .add(" WHERE chatauth_value.ends_at <= excluded.written_at")
                                .update(connection)
                        > 0,
                connection -> Sql.of("SELECT writer FROM chatauth_value WHERE key = ? AND ends_at > ", key)
                        .add(dialect.now())
                        .first(connection, row -> row.getLong(1) == mark));
        sweepNowAndThen();
        return written;
    }

    private Sql write(String key, String value, Duration timeToLive, long mark) {
        return Sql.of(
                        "INSERT INTO chatauth_value (key, value, written_at, ends_at, writer)"
                                + " SELECT ?, ?, now_at, now_at + ?, ? FROM (SELECT ",
                        key,
                        value,
                        Micros.of(timeToLive),
                        mark)
                .add(dialect.now())
                .add(" AS now_at) AS clock WHERE true ON CONFLICT (key) DO UPDATE SET value = excluded.value,"
                        + " written_at = excluded.written_at, ends_at = excluded.ends_at, writer = excluded.writer");
    }

    private static long mark() {
        return ThreadLocalRandom.current().nextLong();
    }

    @Override
    public Tally add(List<Counter> counters, long amount) {
        requireCounters(counters, amount);
        return count(List.of(), counters, amount).tally();
    }

    @Override
    public Checked addUnless(List<String> against, List<Counter> counters, long amount) {
        against.forEach(StateTable::requireKey);
        if (!counters.isEmpty()) {
            requireCounters(counters, amount);
        }
        return count(against, counters, amount);
    }

    private Checked count(List<String> against, List<Counter> counters, long amount) {
        Checked checked = several("counting", connection -> dialect.addUnless(connection, against, counters, amount));
        sweepNowAndThen();
        return checked;
    }

    @Override
    public void takeBack(List<Counter> counters, long amount) {
        requireCounters(counters, amount);
        List<String> keys = counters.stream().map(Counter::key).sorted().toList();
        several("taking back what was counted", connection -> {
            dialect.takeBack(connection, keys, amount);
            return true;
        });
    }

    private <T> T several(String what, Access.Work<T> work) {
        return dialect.severalStatements()
                ? runner.together(what, work, Runner.unknown())
                : runner.write(what, work, Runner.unknown());
    }

    @Override
    public long count(Counter counter) {
        requireKey(counter.key());
        return runner.read(
                "reading a counter",
                connection -> Sql.of("SELECT count FROM chatauth_counter WHERE key = ? AND ends_at > ", counter.key())
                        .add(dialect.now())
                        .first(connection, row -> row.getLong(1))
                        .orElse(0L));
    }

    @Override
    public boolean remove(String key) {
        requireKey(key);
        return remove(Sql.of("DELETE FROM chatauth_value WHERE key = ?", key), key);
    }

    @Override
    public boolean remove(String key, String value) {
        requireKey(key);
        Objects.requireNonNull(value, "value");
        return remove(Sql.of("DELETE FROM chatauth_value WHERE key = ? AND value = ?", key, value), key);
    }

    /** After a lost answer, a value that is still there was not removed; one that is gone may have been removed by others. */
    private boolean remove(Sql delete, String key) {
        Sql living = delete.add(" AND ends_at > ").add(dialect.now());
        return runner.write("removing a value", connection -> living.update(connection) > 0, connection -> {
            Sql there = Sql.of("SELECT 1 FROM chatauth_value WHERE key = ?", key);
            if (there.first(connection, row -> true).isEmpty()) {
                throw new SQLException("the value is gone, by whom is unknown");
            }
            return Optional.empty();
        });
    }

    private void sweepNowAndThen() {
        if (writes.incrementAndGet() % SWEEP_EVERY == 0) {
            try {
                sweep(SWEPT);
            } catch (StoreException e) {
                LOG.warn("What is over was not swept away, which is tried again later: {}", e.getMessage());
            }
        }
    }

    /** Removes some of what is over. */
    void sweep(int limit) {
        for (String table : List.of("chatauth_value", "chatauth_counter")) {
            runner.repeatable("sweeping " + table, connection -> dialect.sweep(connection, table, limit));
        }
    }

    private static void requireEntry(String key, String value, Duration timeToLive) {
        requireKey(key);
        if (value.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException("the value of '" + key + "' has " + value.length()
                    + " characters, at most " + LONGEST_VALUE + " are kept");
        }
        if (timeToLive.isNegative() || timeToLive.isZero()) {
            throw new IllegalArgumentException(
                    "the value of '" + key + "' can't live for " + timeToLive + ", expected more than zero");
        }
    }

    private static void requireCounters(List<Counter> counters, long amount) {
        if (counters.isEmpty() || amount < 1) {
            throw new IllegalArgumentException(
                    "expected 1 counter or more and an amount of 1 or more, not " + counters.size() + " and " + amount);
        }
        counters.forEach(counter -> requireKey(counter.key()));
        long different = counters.stream().map(Counter::key).distinct().count();
        if (different < counters.size()) {
            throw new IllegalArgumentException("a counter comes twice in " + counters);
        }
    }

    private static void requireKey(String key) {
        boolean printable = key.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (key.isEmpty() || key.length() > LONGEST_KEY || !printable) {
            throw new IllegalArgumentException("a key of shared state has 1 to " + LONGEST_KEY
                    + " printable ASCII characters; this one has " + key.length()
                    + (printable ? "" : ", not all of them printable ASCII"));
        }
    }
}
