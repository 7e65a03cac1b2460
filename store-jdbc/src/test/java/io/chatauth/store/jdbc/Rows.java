package io.chatauth.store.jdbc;

import io.chatauth.ChallengeId;
import io.chatauth.testkit.SampleChallenge;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;

/** Fills tables in PostgreSQL faster than one by one: one challenge in fifty is open, as after hours of work. */
final class Rows {
    /** Some time in the life of the open ones. */
    static final Instant NOW = SampleChallenge.CREATED.plusSeconds(60);

    static final int OPEN_EVERY = 50;

    private Rows() {}

    /** An open one, from 0. */
    static ChallengeId open(int number) {
        return ChallengeId.of("filled-" + number * OPEN_EVERY);
    }

    static void fill(DataSource source, int challenges) throws SQLException {
        long created = Micros.of(SampleChallenge.CREATED);
        String id = "md5(g::text)";
        String messages =
                "jsonb_build_object('m', jsonb_build_object('n', 0, 'step', 0, 'send', 0, 'channel', 'sample',"
                        + " 'status', CASE WHEN open THEN 'QUEUED' ELSE 'SEEN' END, 'at', " + created
                        + ", 'node', 'node-1', 'leasedUntil', " + created + " + g))";
        String fill = "INSERT INTO chatauth_challenge (" + Stored.COLUMNS
                + ", lease_due, step_due, expiry_due, purge_at)"
                + " SELECT 'filled-' || g, 'default', 'verification-code', 'sample',"
                + " CASE WHEN open THEN 'OPEN' ELSE 'APPROVED' END, @, @ + 300000000,"
                + " CASE WHEN open THEN NULL ELSE @ - 86400000000 + g END, 0, 5, @, 1, 5, @, @ + 1000000, 0, " + id
                + ", 'key-1', 'key-1', 'recipient-' || g / 50, 'subject-' || g / 50, 'purpose-' || " + id
                + " || " + id + ", CASE WHEN open THEN '[\"look-' || g || '\"]' ELSE '[]' END,"
                + " CASE WHEN open THEN decode(repeat(" + id + ", 12), 'hex') END,"
                + " CASE WHEN open THEN 'key-1' END, CASE WHEN open THEN NULL ELSE 'SECRET' END, NOT open, " + messages
                + ", 0, CASE WHEN open THEN @ + g END, CASE WHEN open THEN @ + 1000000 + g END,"
                + " CASE WHEN open THEN @ + 300000000 + g END, CASE WHEN open THEN @ + 300000000 ELSE @ - 86400000000 + g END"
                + " FROM (SELECT g, g % " + OPEN_EVERY + " = 0 AS open FROM generate_series(0, " + (challenges - 1)
                + ") AS g) AS filled";
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(fill.replace("@", String.valueOf(created)));
            statement.execute("INSERT INTO chatauth_lookup SELECT 'look-' || g, 'filled-' || g FROM generate_series(0, "
                    + (challenges - 1) + ") AS g");
            for (String table : new String[] {"value", "counter"}) {
                String columns =
                        table.equals("value") ? "(key, value, written_at, ends_at, writer)" : "(key, count, ends_at)";
                String values = table.equals("value") ? "'x', 0, @, 0" : "1, @";
                long end = Micros.of(Instant.now());
                statement.execute("INSERT INTO chatauth_" + table + " " + columns + " SELECT '" + table + "-' || g, "
                        + values.replace(
                                "@", end + " - 1000000000 + g::bigint * " + Math.max(1, 100_000_000_000L / challenges))
                        + " FROM generate_series(1, " + challenges + ") AS g");
            }
            statement.execute("VACUUM ANALYZE");
        }
    }
}
