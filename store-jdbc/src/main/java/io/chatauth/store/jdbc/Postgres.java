package io.chatauth.store.jdbc;

import io.chatauth.ChallengeId;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Due;
import io.chatauth.store.DueKind;
import io.chatauth.store.SharedState.Checked;
import io.chatauth.store.SharedState.Counter;
import io.chatauth.store.SharedState.Tally;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL. Every write is one statement in a transaction of its own, so one round trip; where it waits for another's row,
 * the server looks at the conditions again before it goes on (READ COMMITTED).
 */
final class Postgres implements Dialect {
    /** Any number that nobody else takes for an advisory lock. */
    private static final long SCHEMA_LOCK = 0x6368617461757468L;

    private static final String QUEUED_UNTIL =
            "(SELECT min((e.value ->> 'leasedUntil')::bigint) FROM jsonb_each(m) AS e"
                    + " WHERE e.value ->> 'status' = 'QUEUED' AND state = 'OPEN')";

    private final Supplier<@Nullable Long> time;

    /**
     * Makes one.
     *
     * @param time tells the time for shared state; null for the server's own
     */
    Postgres(Supplier<@Nullable Long> time) {
        this.time = time;
    }

    private record Claimed(Due due, long was, int order) {}

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String tableExists() {
        // A query over the catalogue; to_regclass may remember from before the lock that there was none.
        return "SELECT count(*) > 0 FROM pg_catalog.pg_tables"
                + " WHERE tablename = ? AND schemaname = ANY(current_schemas(false))";
    }

    @Override
    public void lockSchema(Connection connection) throws SQLException {
        Sql.of("SELECT pg_advisory_xact_lock(?)", SCHEMA_LOCK).list(connection, row -> true);
    }

    @Override
    public boolean severalStatements() {
        return false;
    }

    @Override
    public Sql now() {
        return Sql.of("coalesce(?::bigint, (extract(epoch FROM statement_timestamp()) * 1000000)::bigint)", time.get());
    }

    @Override
    public String json() {
        return "?::jsonb";
    }

    @Override
    public Sql field(String key, String name) {
        return Sql.of("(messages -> ?::text ->> '" + name + "')", key);
    }

    @Override
    public Sql number(String key, String name) {
        return field(key, name).add("::bigint");
    }

    @Override
    public Sql beginsStep(int step) {
        return Sql.of(
                "NOT EXISTS (SELECT 1 FROM jsonb_each(messages) AS b WHERE (b.value ->> 'step')::int >= ?)", step);
    }

    @Override
    public Sql addMessage(String key, String message) {
        return Sql.of(
                "messages = messages || jsonb_build_object(?::text, ?::jsonb || jsonb_build_object('n', sends))",
                key,
                message);
    }

    @Override
    public Sql reported(String key, String patch) {
        return replaced(
                key, Sql.of("?::jsonb || ((messages -> ?::text) - ARRAY['failure', 'status', 'at'])", patch, key));
    }

    @Override
    public Sql leased(String key, String patch) {
        return replaced(key, Sql.of("(messages -> ?::text) || ?::jsonb", key, patch));
    }

    private static Sql replaced(String key, Sql message) {
        return Sql.of(
                        "(messages, lease_due) = (SELECT m, " + QUEUED_UNTIL
                                + " FROM (SELECT jsonb_set(messages, ARRAY[?::text], ",
                        key)
                .add(message)
                .add(") AS m) AS after)");
    }

    @Override
    public void insert(Connection connection, ChallengeRecord challenge, long writer) throws SQLException {
        Sql insert = Stored.insert(challenge, writer, json());
        if (challenge.lookups().isEmpty()) {
            insert.update(connection);
        } else {
            String[] lookups = challenge.lookups().stream().distinct().toArray(String[]::new);
            Sql.of("WITH stored AS (")
                    .add(insert)
                    .add(
                            ") INSERT INTO chatauth_lookup (lookup, challenge_id) SELECT one, ?"
                                    + " FROM unnest(?::text[]) AS one ORDER BY one",
                            challenge.id().value(),
                            lookups)
                    .update(connection);
        }
    }

    @Override
    public Optional<Stored> change(Connection connection, ChallengeId id, Change change) throws SQLException {
        if (change.ends()) {
            return end(connection, id, change);
        }
        return Sql.of("UPDATE chatauth_challenge SET ")
                .add(change.sets())
                .add(" WHERE id = ? AND ", id.value())
                .add(change.where())
                .add(" RETURNING " + Stored.COLUMNS)
                .first(connection, Stored::read);
    }

    /**
     * Locks the row if the condition holds, keeps what will be erased, and erases it. A look-up key that came by a change at
     * the same moment is not seen by this statement; then the list tells it, and it is removed by one more.
     */
    private static Optional<Stored> end(Connection connection, ChallengeId id, Change change) throws SQLException {
        Sql sql = Sql.of(
                        "WITH before AS (SELECT id, lookups, payload, payload_key FROM chatauth_challenge WHERE id = ? AND ",
                        id.value())
                .add(change.where())
                .add(" FOR UPDATE), ended AS (UPDATE chatauth_challenge c SET ")
                .add(change.sets())
                .add(" FROM before WHERE c.id = before.id RETURNING " + Stored.columns("c.", "before.")
                        + "), freed AS (DELETE FROM chatauth_lookup l USING ended WHERE l.challenge_id = ended.id"
                        + " RETURNING 1) SELECT ended.*, (SELECT count(*) FROM freed) FROM ended");
        List<Integer> freed = new ArrayList<>();
        Optional<Stored> stored = sql.first(connection, row -> {
            freed.add(row.getInt(30));
            return Stored.read(row);
        });
        if (stored.isPresent()
                && freed.get(0) < stored.get().challenge().lookups().size()) {
            Sql.of("DELETE FROM chatauth_lookup WHERE challenge_id = ?", id.value())
                    .update(connection);
        }
        return stored;
    }

    @Override
    public List<Due> claim(Connection connection, DueKind kind, String node, long now, long until, int limit)
            throws SQLException {
        List<Claimed> claimed =
                switch (kind) {
                    case MESSAGE -> claimMessages(connection, node, now, until, limit);
                    case STEP -> claimChallenges(connection, kind, "step_due", now, until, limit);
                    case EXPIRY -> claimChallenges(connection, kind, "expiry_due", now, until, limit);
                };
        List<Claimed> sorted = new ArrayList<>(claimed);
        sorted.sort(Comparator.comparingLong(Claimed::was).thenComparingInt(Claimed::order));
        return sorted.stream().map(Claimed::due).toList();
    }

    private static List<Claimed> claimChallenges(
            Connection connection, DueKind kind, String column, long now, long until, int limit) throws SQLException {
        String sql = "WITH due AS MATERIALIZED (SELECT id, @ AS was FROM chatauth_challenge WHERE @ <= ?"
                + " ORDER BY @ LIMIT ? FOR UPDATE SKIP LOCKED)"
                + " UPDATE chatauth_challenge c SET @ = ? FROM due WHERE c.id = due.id RETURNING "
                + Stored.columns("c.", "c.") + ", due.was";
        return Sql.of(sql.replace("@", column), now, limit, until)
                .list(
                        connection,
                        row -> new Claimed(
                                new Due(kind, Stored.read(row).challenge(), Optional.empty()), row.getLong(30), 0));
    }

    /** Takes the rows with the oldest leases, of those the oldest messages, and gives each its new lease. */
    private static List<Claimed> claimMessages(Connection connection, String node, long now, long until, int limit)
            throws SQLException {
        Sql sql = Sql.of(
                "WITH due AS MATERIALIZED (SELECT id, messages FROM chatauth_challenge WHERE lease_due <= ?"
                        + " ORDER BY lease_due LIMIT ? FOR UPDATE SKIP LOCKED),"
                        + " one AS (SELECT id, key, (value ->> 'leasedUntil')::bigint AS was, (value ->> 'n')::int AS n"
                        + " FROM due, jsonb_each(messages)"
                        + " WHERE value ->> 'status' = 'QUEUED' AND (value ->> 'leasedUntil')::bigint <= ?"
                        + " ORDER BY was, n LIMIT ?),"
                        + " mine AS (SELECT id, jsonb_object_agg(key, was) AS keys FROM one GROUP BY id)"
                        + " UPDATE chatauth_challenge c SET (messages, lease_due) = (SELECT m, " + QUEUED_UNTIL
                        + " FROM (SELECT jsonb_object_agg(b.key, CASE WHEN mine.keys -> b.key IS NULL THEN b.value"
                        + " ELSE b.value || ?::jsonb END) AS m FROM jsonb_each(c.messages) AS b) AS after)"
                        + " FROM mine WHERE c.id = mine.id RETURNING " + Stored.columns("c.", "c.")
                        + ", mine.keys::text",
                now,
                limit,
                now,
                limit,
                Json.lease(node, until));
        List<Claimed> all = new ArrayList<>();
        sql.list(connection, row -> {
            ChallengeRecord challenge = Stored.read(row).challenge();
            Json.numbers(row.getString(30)).forEach((messageId, was) -> {
                Due due = new Due(DueKind.MESSAGE, challenge, Optional.of(messageId));
                all.add(new Claimed(due, was, place(challenge, messageId)));
            });
            return challenge;
        });
        return all;
    }

    private static int place(ChallengeRecord challenge, String messageId) {
        int place = 0;
        while (!challenge.messages().get(place).id().equals(messageId)) {
            place++;
        }
        return place;
    }

    @Override
    public int purge(Connection connection, long before, int limit) throws SQLException {
        return Sql.of(
                        "WITH over AS MATERIALIZED (SELECT id FROM chatauth_challenge WHERE purge_at < ?"
                                + " ORDER BY purge_at LIMIT ? FOR UPDATE SKIP LOCKED),"
                                + " freed AS (DELETE FROM chatauth_lookup WHERE challenge_id = ANY(ARRAY(SELECT id FROM over)))"
                                + " DELETE FROM chatauth_challenge c USING over WHERE c.id = over.id",
                        before,
                        limit)
                .update(connection);
    }

    @Override
    public Checked addUnless(Connection connection, List<String> against, List<Counter> counters, long amount)
            throws SQLException {
        String[] keys = against.toArray(String[]::new);
        // Where a value is there, the function gets no counters: a FROM clause alone does not keep it from being
        // called.
        return Sql.of(
                        "SELECT p.present, a.refused, a.free_at FROM (SELECT (SELECT v.key FROM chatauth_value v"
                                + " WHERE v.key = ANY(?) AND v.ends_at > ",
                        (Object) keys)
                .add(now())
                .add(" ORDER BY array_position(?, v.key) LIMIT 1) AS present) AS p, LATERAL chatauth_add(", (Object)
                        keys)
                .add(
                        "CASE WHEN p.present IS NULL THEN ?::text[] ELSE '{}' END,"
                                + " CASE WHEN p.present IS NULL THEN ?::bigint[] ELSE '{}' END, ?, ?, ?::bigint) AS a",
                        counters.stream().map(Counter::key).toArray(String[]::new),
                        counters.stream()
                                .map(counter -> Micros.of(counter.window()))
                                .toArray(Long[]::new),
                        counters.stream().map(Counter::limit).toArray(Long[]::new),
                        amount,
                        time.get())
                .first(connection, row -> {
                    int refused = row.getInt(2);
                    Tally tally = refused == 0
                            ? Tally.ADDED
                            : new Tally(Optional.of(counters.get(refused - 1)), Optional.of(Micros.at(row.getLong(3))));
                    return new Checked(Optional.ofNullable(row.getString(1)), tally);
                })
                .orElseThrow();
    }

    @Override
    public void takeBack(Connection connection, List<String> keys, long amount) throws SQLException {
        Sql.of(
                        "UPDATE chatauth_counter c SET count = greatest(0, c.count - ?) FROM (SELECT key FROM chatauth_counter"
                                + " WHERE key = ANY(?) AND ends_at > ",
                        amount,
                        keys.toArray(String[]::new))
                .add(now())
                .add(" ORDER BY key FOR UPDATE) AS running WHERE c.key = running.key")
                .update(connection);
    }

    @Override
    public int sweep(Connection connection, String table, int limit) throws SQLException {
        return Sql.of("DELETE FROM " + table + " WHERE key = ANY(ARRAY(SELECT key FROM " + table + " WHERE ends_at <= ")
                .add(now())
                .add(" ORDER BY ends_at LIMIT ? FOR UPDATE SKIP LOCKED))", limit)
                .update(connection);
    }

    @Override
    public String forUpdate() {
        return " FOR UPDATE";
    }
}
