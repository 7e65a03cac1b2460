package io.chatauth.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Assurance;
import io.chatauth.ChallengeState;
import io.chatauth.MessageStatus;
import io.chatauth.StoreException;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.DueKind;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.SealedPayload;
import io.chatauth.store.SharedState.Counter;
import io.chatauth.store.Transition;
import io.chatauth.testkit.SampleChallenge;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server ends the connection before or after a write was committed: the error is the same, the truth is not. */
class LostConnectionsTest {
    private static final Instant NOW = SampleChallenge.CREATED.plusSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static SmallPool pool;
    private final Severing severing = new Severing();
    private final JdbcStore store = JdbcStore.over(
            new Watched(new DataSourceAccess(pool), severing),
            new Postgres(() -> null),
            new Postgres(() -> null).migrations());

    /** Has the server end the connection around the next statement that begins so. */
    private static final class Severing implements Watched.Watch {
        private String statement = "";
        private boolean committed;
        private Runnable meanwhile = () -> {};

        @Override
        public void before(Connection connection, String sql) throws SQLException {
            if (!statement.isEmpty() && !committed && sql.startsWith(statement)) {
                sever(connection);
            }
        }

        @Override
        public void after(Connection connection, String sql) throws SQLException {
            if (!statement.isEmpty() && committed && sql.startsWith(statement)) {
                sever(connection);
                throw new SQLException("terminating connection due to administrator command", "57P01");
            }
        }

        private void sever(Connection connection) throws SQLException {
            statement = "";
            try {
                Sql.of("SELECT pg_terminate_backend(pg_backend_pid())").list(connection, row -> true);
            } catch (SQLException e) {
                assertEquals("57P01", e.getSQLState());
            }
            meanwhile.run();
        }
    }

    @BeforeEach
    void empty() {
        PostgresServer.empty(pool);
    }

    @BeforeAll
    static void makeDatabase() {
        pool = new SmallPool(PostgresServer.newDatabase(), 3);
    }

    @AfterAll
    static void close() throws SQLException {
        pool.close();
    }

    private void sever(String statement, boolean committed) {
        severing.statement = statement;
        severing.committed = committed;
    }

    private ChallengeRecord inserted(SampleChallenge sample) {
        ChallengeRecord challenge = sample.build();
        store.insert(challenge);
        return challenge;
    }

    private static Transition approval() {
        return new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.SECRET, true);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChallengeIsStoredOnceAndAcknowledged(boolean committed) {
        sever("INSERT INTO chatauth_challenge", committed);
        ChallengeRecord challenge = inserted(SampleChallenge.named("once"));
        assertEquals(Optional.of(challenge), store.find(challenge.id()));
        sever("WITH stored AS (INSERT", committed);
        ChallengeRecord other = inserted(SampleChallenge.named("twice").lookup("look"));
        assertEquals(Optional.of(other), store.find(other.id()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoseAnswerWasLostStillWinsIfNobodyElseDid(boolean committed) {
        ChallengeRecord challenge = inserted(SampleChallenge.named("mine"));
        sever("WITH before AS", committed);
        Applied applied = store.apply(challenge.id(), approval());
        assertTrue(applied.won());
        assertEquals(ChallengeState.APPROVED, applied.challenge().orElseThrow().state());
        assertFalse(store.apply(challenge.id(), approval()).won());
    }

    @Test
    void whoeverAnsweredWhileTheConnectionWasLostHasWon() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("theirs"));
        severing.meanwhile = () ->
                assertTrue(JdbcStore.of(pool).apply(challenge.id(), approval()).won());
        sever("WITH before AS", false);
        Applied applied = store.apply(challenge.id(), approval());
        assertFalse(applied.won());
        assertEquals(ChallengeState.APPROVED, applied.challenge().orElseThrow().state());
    }

    @Test
    void anApprovalThatOthersHandedOutMeanwhileIsUnknown() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("handed-out"));
        severing.meanwhile = () -> assertTrue(JdbcStore.of(pool)
                .apply(challenge.id(), new Transition.HandOut(NOW))
                .won());
        sever("WITH before AS", true);
        Transition later = new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.LOW, false);
        assertThrows(StoreException.class, () -> store.apply(challenge.id(), later));
    }

    @Test
    void aCountedAttemptIsKnownByItsMarkAndElseUnknown() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("attempt"));
        Transition attempt = new Transition.CountAttempt(NOW, 10, MINUTE, Set.of("key-1"));
        sever("UPDATE chatauth_challenge SET attempts", true);
        assertTrue(store.apply(challenge.id(), attempt).won());
        assertEquals(1, store.find(challenge.id()).orElseThrow().attempts());
        sever("UPDATE chatauth_challenge SET attempts", false);
        StoreException unknown = assertThrows(StoreException.class, () -> store.apply(challenge.id(), attempt));
        assertTrue(unknown.getMessage().contains("it may have been done"), unknown::getMessage);
        assertEquals(1, store.find(challenge.id()).orElseThrow().attempts());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsReportsLeasesAndHandOutsWinOnce(boolean committed) {
        ChallengeRecord challenge = inserted(SampleChallenge.named("others"));
        String first = challenge.messages().get(0).id();
        MessageRecord second =
                MessageRecord.queued("second", 0, 1, challenge.channel(), NOW, "node-1", NOW.plus(MINUTE));
        for (Transition transition : List.of(
                new Transition.Send(NOW, second, NOW, Optional.empty(), true),
                new Transition.Lease(NOW, first, SampleChallenge.NODE, NOW.plus(MINUTE)),
                new Transition.MessageUpdate(NOW, first, MessageStatus.SENT, Optional.empty(), Optional.empty()))) {
            sever("UPDATE chatauth_challenge", committed);
            assertTrue(store.apply(challenge.id(), transition).won(), transition::toString);
        }
        assertEquals(1, store.find(challenge.id()).orElseThrow().generation());
        Transition.Answer answer = new Transition.Answer(NOW, 1, ChallengeState.APPROVED, Assurance.LOW, false);
        assertTrue(store.apply(challenge.id(), answer).won());
        sever("UPDATE chatauth_challenge", committed);
        assertTrue(store.apply(challenge.id(), new Transition.HandOut(NOW)).won());
        assertFalse(store.apply(challenge.id(), new Transition.HandOut(NOW)).won());
    }

    @Test
    void aCommitThatWasLostIsKnownByItsMark() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("rekeyed").lookup("old"));
        Transition rekey = new Transition.Rekey(
                NOW, "r", "s", "p", List.of("new"), "key-2", SealedPayload.of("key-2", new byte[] {1}));
        sever(Watched.COMMIT, true);
        assertTrue(store.apply(challenge.id(), rekey).won());
        sever(Watched.COMMIT, false);
        assertThrows(StoreException.class, () -> store.apply(challenge.id(), rekey));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMarkIsSetByOneCallAndByItself(boolean committed) {
        sever("INSERT INTO chatauth_value", committed);
        assertTrue(store.putIfAbsent("mark", "mine", MINUTE));
        sever("INSERT INTO chatauth_value", committed);
        assertFalse(store.putIfAbsent("mark", "mine", MINUTE));
        sever("INSERT INTO chatauth_value", committed);
        store.put("value", "kept", MINUTE);
        sever("SELECT value", committed);
        assertEquals(Optional.of("kept"), store.get("value"));
    }

    @Test
    void aRemovalThatWasLostIsTriedAgainOnlyIfTheValueIsThere() {
        store.put("value", "x", MINUTE);
        sever("DELETE FROM chatauth_value", false);
        assertTrue(store.remove("value"));
        store.put("value", "x", MINUTE);
        sever("DELETE FROM chatauth_value", true);
        assertThrows(StoreException.class, () -> store.remove("value", "x"));
    }

    @Test
    void countersAndClaimsAreNeverRepeated() {
        List<Counter> counters = List.of(new Counter("counter", MINUTE, 10));
        for (boolean committed : new boolean[] {true, false}) {
            sever("SELECT p.present", committed);
            assertThrows(StoreException.class, () -> store.add(counters, 1));
        }
        assertEquals(1, store.count(counters.get(0)));
        sever("UPDATE chatauth_counter", true);
        assertThrows(StoreException.class, () -> store.takeBack(counters, 1));
        assertEquals(0, store.count(counters.get(0)));
        inserted(SampleChallenge.named("due"));
        Instant late = NOW.plus(Duration.ofHours(1));
        sever("WITH due AS", true);
        assertThrows(StoreException.class, () -> store.claim(DueKind.EXPIRY, "node-1", late, MINUTE, 10));
        assertEquals(List.of(), store.claim(DueKind.EXPIRY, "node-1", late, MINUTE, 10));
        assertEquals(
                1,
                store.claim(DueKind.EXPIRY, "node-1", late.plus(MINUTE), MINUTE, 10)
                        .size());
    }

    @Test
    void aDatabaseThatCannotBeReachedIssuesNothing() {
        JdbcStore unreachable = JdbcStore.over(
                new Access() {
                    private boolean gone;

                    @Override
                    public <T> T lend(boolean writes, Work<T> work) throws SQLException {
                        if (gone) {
                            throw new Unreachable(new SQLException("Connection refused", "08001"));
                        }
                        T result = new DataSourceAccess(pool).lend(writes, work);
                        gone = true;
                        return result;
                    }

                    @Override
                    public void close() {}

                    @Override
                    public String toString() {
                        return "db.example.com";
                    }
                },
                new Postgres(() -> null),
                new Postgres(() -> null).migrations());
        StoreException refused = assertThrows(
                StoreException.class,
                () -> unreachable.insert(SampleChallenge.named("never").build()));
        assertTrue(
                refused.getMessage().contains("db.example.com: Connection refused; nothing was done"),
                refused::getMessage);
        assertEquals(
                Optional.empty(),
                store.find(SampleChallenge.named("never").build().id()));
    }
}
