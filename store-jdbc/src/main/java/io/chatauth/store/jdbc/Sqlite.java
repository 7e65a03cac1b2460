package io.chatauth.store.jdbc;

import io.chatauth.ChallengeId;
import io.chatauth.MessageStatus;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Due;
import io.chatauth.store.DueKind;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.SharedState.Checked;
import io.chatauth.store.SharedState.Counter;
import io.chatauth.store.SharedState.Tally;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * SQLite. A write of several statements is one transaction, and there is one writer at a time; the condition stands in the
 * update all the same.
 */
final class Sqlite implements Dialect {
    private static final String QUEUED_UNTIL =
            "(SELECT min(json_extract(e.value, '$.leasedUntil')) FROM json_each(m) AS e"
                    + " WHERE json_extract(e.value, '$.status') = 'QUEUED' AND state = 'OPEN')";

    private final Clock clock;

    Sqlite(Clock clock) {
        this.clock = clock;
    }

    private record Candidate(ChallengeRecord challenge, Optional<MessageRecord> message, long was) {}

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public String tableExists() {
        return "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?";
    }

    @Override
    public void lockSchema(Connection connection) {
        // The transaction began as the writer.
    }

    @Override
    public boolean severalStatements() {
        return true;
    }

    private long micros() {
        return Micros.of(clock.instant());
    }

    @Override
    public Sql now() {
        return Sql.of("?", micros());
    }

    @Override
    public String json() {
        return "?";
    }

    private static String path(String key, String name) {
        return "$.\"" + key + "\"" + name;
    }

    @Override
    public Sql field(String key, String name) {
        return Sql.of("json_extract(messages, ?)", path(key, "." + name));
    }

    @Override
    public Sql number(String key, String name) {
        return field(key, name);
    }

    @Override
    public Sql beginsStep(int step) {
        return Sql.of(
                "NOT EXISTS (SELECT 1 FROM json_each(messages) AS b WHERE json_extract(b.value, '$.step') >= ?)", step);
    }

    @Override
    public Sql addMessage(String key, String message) {
        return Sql.of("messages = json_set(messages, ?, json_set(?, '$.n', sends))", path(key, ""), message);
    }

    @Override
    public Sql reported(String key, String patch) {
        return replaced(
                key,
                Sql.of(
                        "json_patch(?, json_remove(json_extract(messages, ?), '$.failure', '$.status', '$.at'))",
                        patch,
                        path(key, "")));
    }

    @Override
    public Sql leased(String key, String patch) {
        return replaced(key, Sql.of("json_patch(json_extract(messages, ?), ?)", path(key, ""), patch));
    }

    private static Sql replaced(String key, Sql message) {
        return Sql.of(
                        "(messages, lease_due) = (SELECT m, " + QUEUED_UNTIL + " FROM (SELECT json_set(messages, ?, ",
                        path(key, ""))
                .add(message)
                .add(") AS m))");
    }

    @Override
    public void insert(Connection connection, ChallengeRecord challenge, long writer) throws SQLException {
        Stored.insert(challenge, writer, json()).update(connection);
        for (String lookup : challenge.lookups().stream().distinct().toList()) {
            Sql.of(
                            "INSERT INTO chatauth_lookup (lookup, challenge_id) VALUES (?, ?)",
                            lookup,
                            challenge.id().value())
                    .update(connection);
        }
    }

    /** An update here can't tell what was before it, so that is read first, in the same transaction. */
    @Override
    public Optional<Stored> change(Connection connection, ChallengeId id, Change change) throws SQLException {
        Optional<Stored> before = change.ends()
                ? Sql.of("SELECT " + Stored.COLUMNS + " FROM chatauth_challenge WHERE id = ?", id.value())
                        .first(connection, Stored::read)
                : Optional.empty();
        Optional<Stored> after = Sql.of("UPDATE chatauth_challenge SET ")
                .add(change.sets())
                .add(" WHERE id = ? AND ", id.value())
                .add(change.where())
                .add(" RETURNING " + Stored.COLUMNS)
                .first(connection, Stored::read);
        if (after.isPresent() && before.isPresent()) {
            Sql.of("DELETE FROM chatauth_lookup WHERE challenge_id = ?", id.value())
                    .update(connection);
            return Optional.of(after.get().unerased(before.get()));
        }
        return after;
    }

    @Override
    public List<Due> claim(Connection connection, DueKind kind, String node, long now, long until, int limit)
            throws SQLException {
        String column =
                switch (kind) {
                    case MESSAGE -> "lease_due";
                    case STEP -> "step_due";
                    case EXPIRY -> "expiry_due";
                };
        List<Candidate> candidates = Sql.of(
                        "SELECT " + Stored.COLUMNS
                                + ", @ FROM chatauth_challenge WHERE @ <= ? ORDER BY @ LIMIT ?".replace("@", column),
                        now,
                        limit)
                .list(
                        connection,
                        row -> new Candidate(Stored.read(row).challenge(), Optional.empty(), row.getLong(30)));
        if (kind == DueKind.MESSAGE) {
            candidates = candidates.stream()
                    .flatMap(one -> dueMessages(one.challenge(), now))
                    .sorted(Comparator.comparingLong(Candidate::was))
                    .limit(limit)
                    .toList();
        }
        List<Due> claimed = new ArrayList<>();
        for (Candidate one : candidates) {
            Sql sets = one.message().isPresent()
                    ? leased(Json.key(one.message().get().id()), Json.lease(node, until))
                    : Sql.of(column + " = ?", until);
            change(connection, one.challenge().id(), new Change(sets, Sql.of(column + " <= ?", now), false))
                    .ifPresent(stored -> claimed.add(
                            new Due(kind, stored.challenge(), one.message().map(MessageRecord::id))));
        }
        return kind == DueKind.MESSAGE ? asTheyStand(claimed) : claimed;
    }

    private static Stream<Candidate> dueMessages(ChallengeRecord challenge, long now) {
        return challenge.messages().stream()
                .filter(message -> message.status() == MessageStatus.QUEUED && Micros.of(message.leasedUntil()) <= now)
                .map(message -> new Candidate(challenge, Optional.of(message), Micros.of(message.leasedUntil())));
    }

    /** Two messages of one challenge are claimed one after the other; both are told with the challenge after the last. */
    private static List<Due> asTheyStand(List<Due> claimed) {
        List<Due> all = new ArrayList<>();
        for (Due due : claimed) {
            ChallengeRecord last = due.challenge();
            for (Due other : claimed) {
                last = other.challenge().id().equals(last.id()) ? other.challenge() : last;
            }
            all.add(new Due(due.kind(), last, due.messageId()));
        }
        return all;
    }

    @Override
    public int purge(Connection connection, long before, int limit) throws SQLException {
        String over = "IN (SELECT id FROM chatauth_challenge WHERE purge_at < ? ORDER BY purge_at LIMIT ?)";
        Sql.of("DELETE FROM chatauth_lookup WHERE challenge_id " + over, before, limit)
                .update(connection);
        return Sql.of("DELETE FROM chatauth_challenge WHERE id " + over, before, limit)
                .update(connection);
    }

    @Override
    public Checked addUnless(Connection connection, List<String> against, List<Counter> counters, long amount)
            throws SQLException {
        List<String> present = Sql.of("SELECT key FROM chatauth_value WHERE ")
                .add(Sql.in("key", against))
                .add(" AND ends_at > ?", micros())
                .list(connection, row -> row.getString(1));
        Optional<String> first = against.stream().filter(present::contains).findFirst();
        return new Checked(first, first.isPresent() ? Tally.ADDED : add(connection, counters, amount));
    }

    private Tally add(Connection connection, List<Counter> counters, long amount) throws SQLException {
        long now = micros();
        for (Counter counter : counters) {
            long[] running = Sql.of(
                            "SELECT count, ends_at FROM chatauth_counter WHERE key = ? AND ends_at > ?",
                            counter.key(),
                            now)
                    .first(connection, row -> new long[] {row.getLong(1), row.getLong(2)})
                    .orElseGet(() -> new long[] {0, now + Micros.of(counter.window())});
            if (amount > counter.limit() - running[0]) {
                return new Tally(Optional.of(counter), Optional.of(Micros.at(running[1])));
            }
        }
        for (Counter counter : counters) {
            Sql.of(
                            "INSERT INTO chatauth_counter (key, count, ends_at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE"
                                    + " SET count = CASE WHEN ends_at > ? THEN count + excluded.count ELSE excluded.count END,"
                                    + " ends_at = CASE WHEN ends_at > ? THEN ends_at ELSE excluded.ends_at END",
                            counter.key(),
                            amount,
                            now + Micros.of(counter.window()),
                            now,
                            now)
                    .update(connection);
        }
        return Tally.ADDED;
    }

    @Override
    public void takeBack(Connection connection, List<String> keys, long amount) throws SQLException {
        Sql.of("UPDATE chatauth_counter SET count = max(0, count - ?) WHERE ", amount)
                .add(Sql.in("key", keys))
                .add(" AND ends_at > ?", micros())
                .update(connection);
    }

    @Override
    public int sweep(Connection connection, String table, int limit) throws SQLException {
        return Sql.of(
                        "DELETE FROM " + table + " WHERE key IN (SELECT key FROM " + table
                                + " WHERE ends_at <= ? ORDER BY ends_at LIMIT ?)",
                        micros(),
                        limit)
                .update(connection);
    }

    @Override
    public String forUpdate() {
        return "";
    }
}
