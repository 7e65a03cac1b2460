package io.chatauth.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.MessageStatus;
import io.chatauth.store.DueKind;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.SealedPayload;
import io.chatauth.store.SharedState.Counter;
import io.chatauth.store.Transition;
import io.chatauth.testkit.SampleChallenge;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How PostgreSQL finds the rows of each statement, over 20,000 challenges: by an index, never by reading a table. */
class PlansTest {
    private static final Instant NOW = Rows.NOW;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ROWS = 20_000;

    private static final List<String> PLANS = new ArrayList<>();
    private static SmallPool pool;
    private static JdbcStore store;

    @BeforeAll
    static void fill() throws SQLException {
        pool = new SmallPool(PostgresServer.newDatabase(), 2);
        Dialect dialect = new Postgres(() -> null);
        store = JdbcStore.over(
                new Watched(new DataSourceAccess(pool), new Explaining()), dialect, dialect.migrations());
        Rows.fill(pool, ROWS);
    }

    @AfterAll
    static void close() throws SQLException {
        pool.close();
    }

    /** Asks for the plan of each statement with the values it is given, just before it runs. */
    private static final class Explaining implements Watched.Watch {
        private final List<Setting> settings = new ArrayList<>();

        private record Setting(Method setter, Object[] args) {}

        @Override
        public void bound(String sql, Method setter, Object[] args) {
            settings.add(new Setting(setter, args));
        }

        @Override
        public void before(Connection connection, String sql) throws SQLException {
            if (sql.equals(Watched.COMMIT)) {
                return;
            }
            try (PreparedStatement explain = connection.prepareStatement("EXPLAIN (COSTS OFF) " + sql)) {
                for (Setting setting : settings) {
                    setting.setter().invoke(explain, setting.args());
                }
                StringBuilder plan = new StringBuilder(sql).append('\n');
                try (ResultSet rows = explain.executeQuery()) {
                    while (rows.next()) {
                        plan.append(rows.getString(1)).append('\n');
                    }
                }
                PLANS.add(plan.toString());
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new SQLException(e);
            } finally {
                settings.clear();
            }
        }
    }

    private static String plan(Runnable operation) {
        PLANS.clear();
        operation.run();
        String plans = String.join("\n", PLANS);
        assertFalse(PLANS.isEmpty());
        assertFalse(plans.contains("Seq Scan on chatauth"), plans);
        return plans;
    }

    private static void uses(String index, Runnable operation) {
        String plan = plan(operation);
        assertTrue(plan.contains("using " + index) || plan.contains("on " + index), () -> index + " in " + plan);
    }

    @Test
    void everyTransitionGoesToItsRowByTheId() {
        ChallengeId id = Rows.open(0);
        MessageRecord second = MessageRecord.queued("second", 0, 1, SampleChallenge.CHANNEL, NOW, "node-1", NOW);
        List<Transition> transitions = List.of(
                new Transition.CountAttempt(NOW, 2, MINUTE, Set.of("key-1", "key-2")),
                new Transition.Send(NOW, second, NOW, Optional.empty(), false),
                new Transition.Lease(NOW, "second", "node-1", NOW),
                new Transition.MessageUpdate(NOW, "second", MessageStatus.SENT, Optional.empty(), Optional.empty()),
                new Transition.Rekey(
                        NOW, "r", "s", "p", List.of("look"), "key-2", SealedPayload.of("key-2", new byte[] {1})),
                new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.LOW, false),
                new Transition.HandOut(NOW));
        for (Transition transition : transitions) {
            uses(
                    "chatauth_challenge_pkey",
                    () -> assertTrue(store.apply(id, transition).won(), transition::toString));
        }
        uses("chatauth_challenge_pkey", () -> store.apply(Rows.open(1), new Transition.Cancel(NOW)));
        uses("chatauth_challenge_pkey", () -> store.apply(Rows.open(2), new Transition.Expire(NOW)));
        uses("chatauth_challenge_pkey", () -> store.find(id));
    }

    @Test
    void openChallengesAreFoundByTheKeyAskedFor() {
        uses(
                "chatauth_challenge_recipient",
                () -> assertEquals(
                        1,
                        store.findOpen(new OpenQuery.ByRecipient("recipient-3", SampleChallenge.CHANNEL, NOW), 2)
                                .size()));
        uses(
                "chatauth_challenge_subject",
                () -> assertEquals(
                        1,
                        store.findOpen(new OpenQuery.BySubject("subject-3", NOW), 2)
                                .size()));
        uses(
                "chatauth_challenge_key",
                () -> assertEquals(
                        2, store.findOpen(new OpenQuery.ByKey("key-1", NOW), 2).size()));
        uses(
                "chatauth_lookup_pkey",
                () -> assertEquals(
                        1,
                        store.findOpen(new OpenQuery.ByLookup("look-200", NOW), 2)
                                .size()));
    }

    @Test
    void usesOfAKeyAreCountedAmongOpenChallengesOnly() {
        uses("chatauth_challenge_", () -> assertTrue(store.uses("key-1") > 0));
    }

    @Test
    void dueWorkIsFoundInTheOrderItCameDue() {
        uses("chatauth_challenge_lease", () -> claim(DueKind.MESSAGE));
        uses("chatauth_challenge_step", () -> claim(DueKind.STEP));
        uses("chatauth_challenge_expiry", () -> claim(DueKind.EXPIRY));
    }

    private static void claim(DueKind kind) {
        assertEquals(
                3,
                store.claim(kind, "node-2", NOW.plus(Duration.ofHours(1)), MINUTE, 3)
                        .size());
    }

    @Test
    void purgingBeginsWithTheOldest() {
        uses("chatauth_challenge_purge", () -> assertEquals(3, store.purge(NOW.minus(MINUTE), 3)));
    }

    @Test
    void sharedStateIsFoundByItsKeyAndSweptByItsEnd() throws SQLException {
        Counter counter = new Counter("counter-7", MINUTE, Long.MAX_VALUE);
        uses("chatauth_value_pkey", () -> store.get("value-7"));
        uses("chatauth_value_pkey", () -> store.remove("value-7"));
        uses("chatauth_value_pkey", () -> store.remove("value-8", "x"));
        uses("chatauth_counter_pkey", () -> store.count(counter));
        uses("chatauth_counter_pkey", () -> store.takeBack(List.of(counter), 1));
        plan(() -> store.put("value-9", "x", MINUTE));
        plan(() -> store.putIfAbsent("value-10", "x", MINUTE));
        plan(() -> store.add(List.of(counter), 1));
        uses("chatauth_value_ends", () -> store.purge(Instant.EPOCH, 3));
        uses("chatauth_counter_ends", () -> store.purge(Instant.EPOCH, 3));
        // What chatauth_add does inside.
        new DataSourceAccess(pool).lend(false, connection -> {
            String plan = String.join(
                    "\n",
                    Sql.of(
                                    "EXPLAIN SELECT count, ends_at FROM chatauth_counter WHERE key = 'counter-7' AND ends_at > 1")
                            .list(connection, row -> row.getString(1)));
            assertTrue(plan.contains("chatauth_counter_pkey"), plan);
            return plan;
        });
    }
}
