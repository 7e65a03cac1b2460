package io.chatauth.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Assurance;
import io.chatauth.ChallengeState;
import io.chatauth.MessageStatus;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.DueKind;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.SealedPayload;
import io.chatauth.store.SharedState.Counter;
import io.chatauth.store.Transition;
import io.chatauth.testkit.SampleChallenge;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements each operation sends to PostgreSQL: a statement that commits by itself is one round trip. */
class RoundTripsTest {
    private static final Instant NOW = SampleChallenge.CREATED.plusSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<String> sent = new ArrayList<>();
    private static SmallPool pool;
    private JdbcStore store;

    @BeforeAll
    static void makeDatabase() {
        pool = new SmallPool(PostgresServer.newDatabase(), 2);
    }

    @BeforeEach
    void open() {
        Dialect dialect = new Postgres(() -> null);
        Watched.Watch counting = new Watched.Watch() {
            @Override
            public void before(Connection connection, String sql) {
                sent.add(sql);
            }
        };
        store = JdbcStore.over(new Watched(new DataSourceAccess(pool), counting), dialect, dialect.migrations());
        PostgresServer.empty(pool);
    }

    @AfterAll
    static void close() throws SQLException {
        pool.close();
    }

    private void takes(int statements, Runnable operation) {
        sent.clear();
        operation.run();
        assertEquals(statements, sent.size(), () -> "sent: " + sent);
    }

    private ChallengeRecord inserted(SampleChallenge sample) {
        ChallengeRecord challenge = sample.build();
        store.insert(challenge);
        return challenge;
    }

    private void wins(int statements, ChallengeRecord challenge, Transition transition) {
        takes(
                statements,
                () -> assertTrue(store.apply(challenge.id(), transition).won(), transition::toString));
    }

    @Test
    void storingTakesOneStatementWithLookUpsToo() {
        takes(1, () -> inserted(SampleChallenge.named("plain")));
        takes(1, () -> inserted(SampleChallenge.named("found").lookup("one").lookup("two")));
    }

    @Test
    void aTransitionThatWinsTakesOneStatement() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("winner").lookup("look"));
        String message = challenge.messages().get(0).id();
        MessageRecord second = MessageRecord.queued(
                SampleChallenge.messageId(challenge.id(), 1),
                0,
                1,
                challenge.channel(),
                NOW,
                "node-1",
                NOW.plus(MINUTE));
        wins(1, challenge, new Transition.CountAttempt(NOW, 2, MINUTE, Set.of("key-1", "key-2")));
        wins(1, challenge, new Transition.Send(NOW, second, NOW, Optional.empty(), false));
        wins(1, challenge, new Transition.Lease(NOW, message, SampleChallenge.NODE, NOW.plus(MINUTE)));
        wins(
                1,
                challenge,
                new Transition.MessageUpdate(NOW, message, MessageStatus.ACCEPTED, Optional.empty(), Optional.empty()));
        wins(1, challenge, new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.SECRET, false));
        wins(1, challenge, new Transition.HandOut(NOW));
        wins(1, inserted(SampleChallenge.named("cancelled")), new Transition.Cancel(NOW));
        wins(1, inserted(SampleChallenge.named("expired")), new Transition.Expire(NOW.plus(Duration.ofHours(1))));
    }

    @Test
    void aTransitionThatLosesReadsHowTheChallengeStands() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("loser"));
        takes(
                2,
                () -> assertFalse(
                        store.apply(challenge.id(), new Transition.HandOut(NOW)).won()));
    }

    @Test
    void reKeyingIsATransactionOfItsOwn() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("rekeyed").lookup("old"));
        Transition rekey = new Transition.Rekey(
                NOW, "r", "s", "p", List.of("new"), "key-2", SealedPayload.of("key-2", new byte[] {1}));
        wins(5, challenge, rekey);
        assertEquals(Watched.COMMIT, sent.get(4));
    }

    @Test
    void findingTakesOneStatement() {
        ChallengeRecord challenge = inserted(SampleChallenge.named("found").lookup("look"));
        takes(1, () -> store.find(challenge.id()));
        for (OpenQuery query : List.of(
                new OpenQuery.ByLookup("look", NOW),
                new OpenQuery.BySubject(challenge.subjectKey(), NOW),
                new OpenQuery.ByRecipient(challenge.recipientKey(), challenge.channel(), NOW),
                new OpenQuery.ByKey("key-1", NOW))) {
            takes(1, () -> assertEquals(1, store.findOpen(query, 2).size()));
        }
        takes(1, () -> assertEquals(1, store.uses("key-1")));
    }

    @Test
    void claimingTakesOneStatementHoweverMuchIsDue() {
        for (int i = 0; i < 5; i++) {
            inserted(SampleChallenge.named("due-" + i).nextStep(MINUTE));
        }
        for (DueKind kind : DueKind.values()) {
            takes(
                    1,
                    () -> assertEquals(
                            5,
                            store.claim(kind, "node-2", NOW.plus(Duration.ofHours(1)), MINUTE, 10)
                                    .size()));
        }
    }

    @Test
    void purgingGoesInBatchesOfFiveHundred() {
        Stream.iterate(0, i -> i + 1).limit(700).forEach(i -> {
            ChallengeRecord challenge = inserted(SampleChallenge.named("over-" + i));
            store.apply(challenge.id(), new Transition.Cancel(NOW));
        });
        takes(2 + 2, () -> assertEquals(600, store.purge(NOW.plus(MINUTE), 600)));
        takes(1 + 2, () -> assertEquals(100, store.purge(NOW.plus(MINUTE), 600)));
        takes(1 + 2, () -> assertEquals(0, store.purge(NOW.plus(MINUTE), 600)));
    }

    @Test
    void everyUseOfTheSharedStateTakesOneStatement() {
        List<Counter> counters =
                List.of(new Counter("a", MINUTE, 1), new Counter("b", MINUTE, 2), new Counter("c", MINUTE, 3));
        takes(1, () -> assertTrue(store.add(counters, 1).added()));
        takes(1, () -> assertFalse(store.add(counters, 1).added()));
        takes(
                1,
                () -> assertTrue(store.addUnless(List.of("x", "y"), counters.subList(1, 2), 1)
                        .tally()
                        .added()));
        takes(1, () -> store.takeBack(counters, 1));
        takes(1, () -> store.count(counters.get(0)));
        takes(1, () -> store.put("key", "value", MINUTE));
        takes(1, () -> assertFalse(store.putIfAbsent("key", "value", MINUTE)));
        takes(1, () -> store.get("key"));
        takes(1, () -> assertFalse(store.remove("key", "other")));
        takes(1, () -> assertTrue(store.remove("key")));
    }

    @Test
    void everyTwoHundredthWriteSweepsTwoTables() {
        AtomicInteger key = new AtomicInteger();
        takes(
                StateTable.SWEEP_EVERY + 2,
                () -> Stream.generate(key::incrementAndGet)
                        .limit(StateTable.SWEEP_EVERY)
                        .forEach(i -> store.put("key-" + i, "value", MINUTE)));
    }
}
