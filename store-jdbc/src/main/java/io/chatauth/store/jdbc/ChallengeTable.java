package io.chatauth.store.jdbc;

import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.StoreException;
import io.chatauth.store.AfterLoss;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.Due;
import io.chatauth.store.DueKind;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.Transition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Challenges: one row each, so that each transition is one conditional statement whose row count decides. */
final class ChallengeTable implements ChallengeStore {
    private static final int PURGED_AT_ONCE = 500;
    private static final String SELECT = "SELECT " + Stored.COLUMNS + " FROM chatauth_challenge WHERE ";

    private final Dialect dialect;
    private final Runner runner;

    ChallengeTable(Dialect dialect, Runner runner) {
        this.dialect = dialect;
        this.runner = runner;
    }

    @Override
    public void insert(ChallengeRecord challenge) {
        if (challenge.state() != ChallengeState.OPEN) {
            throw new IllegalArgumentException("the challenge " + challenge.id() + " is " + challenge.state()
                    + ", only an open one can be inserted");
        }
        String what = "storing the challenge " + challenge.id();
        long writer = writer();
        Access.Work<Boolean> work = connection -> {
            dialect.insert(connection, challenge, writer);
            return true;
        };
        try {
            boolean alone = !dialect.severalStatements() || challenge.lookups().isEmpty();
            if (alone) {
                runner.write(what, taken(challenge.id(), work), isThere(challenge, writer));
            } else {
                runner.together(what, taken(challenge.id(), work), isThere(challenge, writer));
            }
        } catch (Taken e) {
            if (!runner.read(what, isThere(challenge, writer)::look).orElse(false)) {
                throw e.told();
            }
        }
    }

    /** Something of that key is there; after a lost answer it may be this very challenge. */
    private static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String why;

        Taken(String why, SQLException cause) {
            super(why, cause);
            this.why = why;
        }

        StoreException told() {
            return new StoreException(why, getCause());
        }
    }

    private static <T> Access.Work<T> taken(ChallengeId id, Access.Work<T> work) {
        return connection -> {
            try {
                return work.run(connection);
            } catch (SQLException e) {
                if (Failures.taken(e)) {
                    String why = Failures.takenLookup(e)
                            ? "another open one has one of its look-up keys; make others"
                            : "its id is taken; make another";
                    throw new Taken("the challenge " + id + " can't be stored: " + why, e);
                }
                throw e;
            }
        };
    }

    private Runner.Inquiry<Boolean> isThere(ChallengeRecord challenge, long writer) {
        return connection -> Sql.of(
                        "SELECT 1 FROM chatauth_challenge WHERE id = ? AND writer = ? AND salt = ?",
                        challenge.id().value(),
                        writer,
                        challenge.salt())
                .first(connection, row -> true);
    }

    @Override
    public Optional<ChallengeRecord> find(ChallengeId id) {
        return runner.read("reading the challenge " + id, connection -> stored(connection, id))
                .map(Stored::challenge);
    }

    private static Optional<Stored> stored(Connection connection, ChallengeId id) throws SQLException {
        return Sql.of(SELECT + "id = ?", id.value()).first(connection, Stored::read);
    }

    @Override
    public List<ChallengeRecord> findOpen(OpenQuery query, int limit) {
        requireLimit(limit);
        Sql sql = Sql.of(SELECT)
                .add(condition(query))
                .add(
                        " AND state = 'OPEN' AND expires_at > ? ORDER BY created_at DESC LIMIT ?",
                        Micros.of(query.at()),
                        limit);
        return runner.read(
                "looking for open challenges",
                connection -> sql.list(connection, row -> Stored.read(row).challenge()));
    }

    private static Sql condition(OpenQuery query) {
        if (query instanceof OpenQuery.ByLookup by) {
            return Sql.of("id = (SELECT challenge_id FROM chatauth_lookup WHERE lookup = ?)", by.lookup());
        } else if (query instanceof OpenQuery.ByRecipient by) {
            return Sql.of(
                    "recipient_key = ? AND channel = ?",
                    by.recipientKey(),
                    by.channel().value());
        } else if (query instanceof OpenQuery.BySubject by) {
            return Sql.of("subject_key = ?", by.subjectKey());
        }
        return Sql.of("code_key = ?", ((OpenQuery.ByKey) query).keyId());
    }

    @Override
    public Applied apply(ChallengeId id, Transition transition) {
        long writer = writer();
        String what = "writing " + transition.getClass().getSimpleName() + " to the challenge " + id;
        Change change = Changes.of(transition, writer, dialect);
        Access.Work<Applied> work = connection -> {
            Optional<Stored> won = transition instanceof Transition.Rekey rekey
                    ? rekey(connection, id, rekey, change)
                    : dialect.change(connection, id, change);
            Optional<Stored> stands = won.isPresent() ? won : stored(connection, id);
            boolean ours = stands.filter(row -> row.writer() == writer).isPresent();
            return new Applied(won.isPresent() || ours, stands.map(Stored::challenge));
        };
        Runner.Inquiry<Applied> inquiry = connection -> {
            Optional<Stored> found = stored(connection, id);
            boolean marked = found.filter(row -> row.writer() == writer).isPresent();
            return told(AfterLoss.judge(transition, marked, found.map(Stored::challenge), Micros::of));
        };
        boolean several = transition instanceof Transition.Rekey || (dialect.severalStatements() && change.ends());
        try {
            return several
                    ? runner.together(what, taken(id, work), inquiry)
                    : runner.write(what, taken(id, work), inquiry);
        } catch (Taken e) {
            throw e.told();
        }
    }

    private static Optional<Applied> told(AfterLoss.Judgement judgement) throws SQLException {
        if (judgement instanceof AfterLoss.Judgement.Untold untold) {
            throw new SQLException(untold.why());
        }
        return judgement instanceof AfterLoss.Judgement.Known known ? Optional.of(known.applied()) : Optional.empty();
    }

    /** The row is locked before the look-ups are seen, or else two changes at once would miss each other's. */
    private Optional<Stored> rekey(Connection connection, ChallengeId id, Transition.Rekey rekey, Change change)
            throws SQLException {
        Sql lock = Sql.of(
                "SELECT id FROM chatauth_challenge WHERE id = ? AND state = 'OPEN'" + dialect.forUpdate(), id.value());
        if (lock.first(connection, row -> true).isEmpty()) {
            return Optional.empty();
        }
        Sql.of("DELETE FROM chatauth_lookup WHERE challenge_id = ? AND NOT (", id.value())
                .add(Sql.in("lookup", rekey.lookups()))
                .add(")")
                .update(connection);
        for (String lookup : rekey.lookups().stream().distinct().sorted().toList()) {
            Sql.of(
                            "INSERT INTO chatauth_lookup (lookup, challenge_id) SELECT ?, ? WHERE NOT EXISTS"
                                    + " (SELECT 1 FROM chatauth_lookup WHERE lookup = ? AND challenge_id = ?)",
                            lookup,
                            id.value(),
                            lookup,
                            id.value())
                    .update(connection);
        }
        return dialect.change(connection, id, change);
    }

    @Override
    public List<Due> claim(DueKind kind, String node, Instant now, Duration lease, int limit) {
        requireLimit(limit);
        Objects.requireNonNull(node, "node");
        if (lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("a lease of " + lease + " can't be claimed, expected more than zero");
        }
        Access.Work<List<Due>> work =
                connection -> dialect.claim(connection, kind, node, Micros.of(now), Micros.of(now.plus(lease)), limit);
        String what = "claiming due work of the kind " + kind;
        return dialect.severalStatements()
                ? runner.together(what, work, Runner.unknown())
                : runner.write(what, work, Runner.unknown());
    }

    @Override
    public int purge(Instant before, int limit) {
        requireLimit(limit);
        int purged = 0;
        int some = -1;
        while (purged < limit && some != 0) {
            int most = Math.min(PURGED_AT_ONCE, limit - purged);
            Access.Work<Integer> work = connection -> dialect.purge(connection, Micros.of(before), most);
            some = dialect.severalStatements()
                    ? runner.together("purging", work, Runner.unknown())
                    : runner.write("purging", work, Runner.unknown());
            purged += some;
            some = some < most ? 0 : some;
        }
        return purged;
    }

    @Override
    public long uses(String keyId) {
        Objects.requireNonNull(keyId, "keyId");
        return runner.read(
                "counting the uses of a key",
                connection -> Sql.of(
                                "SELECT count(*) FROM chatauth_challenge WHERE state = 'OPEN'"
                                        + " AND (code_key = ? OR index_key = ? OR payload_key = ?)",
                                keyId,
                                keyId,
                                keyId)
                        .first(connection, row -> row.getLong(1))
                        .orElse(0L));
    }

    private static long writer() {
        return ThreadLocalRandom.current().nextLong();
    }

    private static void requireLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit is " + limit + ", expected 1 or more");
        }
    }
}
