package io.chatauth.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.MessageStatus;
import io.chatauth.store.DueKind;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.SharedState.Counter;
import io.chatauth.store.Transition;
import io.chatauth.testkit.Proof;
import io.chatauth.testkit.SampleChallenge;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/**
 * How long each decision takes in PostgreSQL over few rows and over a hundred times as many: in full 100,000 and 10 million, with
 * the limit that the 99th percentile may at most double. A hundredth of that is only run.
 */
class GrowthTest {
    private static final Instant NOW = Rows.NOW;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int FEW = Proof.scaled(100_000);
    private static final int MANY = Proof.scaled(10_000_000);
    private static final int TIMES = Proof.isFull() ? 1_000 : 10;
    private static final int WARM = Proof.isFull() ? 300 : 2;

    @Test
    void decisionsTakeNoLongerOverAHundredTimesTheRows() throws SQLException {
        Map<String, Long> few = measure(FEW);
        Map<String, Long> many = measure(MANY);
        few.forEach((name, before) -> {
            long after = many.getOrDefault(name, 0L);
            System.out.println("proof: "
                    + String.format("%-24s p99 %5d µs over %d rows, %5d µs over %d", name, before, FEW, after, MANY));
        });
        if (Proof.isFull()) {
            few.forEach((name, before) ->
                    assertTrue(many.getOrDefault(name, 0L) <= 2 * before, () -> name + ": " + few + ", then " + many));
        }
    }

    private static Map<String, Long> measure(int rows) throws SQLException {
        Map<String, Long> figures = new LinkedHashMap<>();
        try (SmallPool pool = new SmallPool(PostgresServer.newDatabase(), 2)) {
            JdbcStore store = JdbcStore.of(pool);
            Rows.fill(pool, rows);
            int open = rows / Rows.OPEN_EVERY;
            String run = "new-" + rows + "-";
            String message = "m";
            figures.put(
                    "insert",
                    time(i -> store.insert(
                            SampleChallenge.named(run + i).lookup(run + i).build())));
            figures.put("find", time(i -> store.find(Rows.open(i * 31 % open))));
            figures.put(
                    "find by look-up",
                    time(i ->
                            store.findOpen(new OpenQuery.ByLookup("look-" + i * 31 % open * Rows.OPEN_EVERY, NOW), 2)));
            figures.put(
                    "find by recipient",
                    time(i -> store.findOpen(
                            new OpenQuery.ByRecipient("recipient-" + i * 31 % open, SampleChallenge.CHANNEL, NOW), 2)));
            figures.put(
                    "find by subject",
                    time(i -> store.findOpen(new OpenQuery.BySubject("subject-" + i * 31 % open, NOW), 2)));
            figures.put(
                    "count an attempt",
                    time(i -> store.apply(
                            Rows.open(i % open), new Transition.CountAttempt(NOW, 9, Duration.ZERO, Set.of("key-1")))));
            figures.put(
                    "lease",
                    time(i -> store.apply(
                            Rows.open(i % open), new Transition.Lease(NOW, message, "node-1", NOW.plus(MINUTE)))));
            figures.put(
                    "report",
                    time(i -> store.apply(
                            Rows.open(i % open),
                            new Transition.MessageUpdate(
                                    NOW, message, MessageStatus.ACCEPTED, Optional.empty(), Optional.empty()))));
            figures.put(
                    "send",
                    time(i -> store.apply(
                            Rows.open(i % open),
                            new Transition.Send(
                                    NOW,
                                    MessageRecord.queued("second", 0, 1, SampleChallenge.CHANNEL, NOW, "node-1", NOW),
                                    NOW,
                                    Optional.empty(),
                                    false))));
            figures.put(
                    "answer",
                    time(i -> store.apply(
                            ChallengeId.of(run + i),
                            new Transition.Answer(NOW, 0, ChallengeState.APPROVED, Assurance.SECRET, false))));
            figures.put("hand out", time(i -> store.apply(ChallengeId.of(run + i), new Transition.HandOut(NOW))));
            figures.put("claim messages", time(i -> store.claim(DueKind.MESSAGE, "node-2", NOW, MINUTE, 1)));
            figures.put(
                    "claim expiries",
                    time(i -> store.claim(DueKind.EXPIRY, "node-2", NOW.plus(MINUTE.multipliedBy(9)), MINUTE, 1)));
            figures.put(
                    "count of three",
                    time(i -> store.add(
                            List.of(
                                    counter("a", i),
                                    counter("b", i),
                                    new Counter("counter-" + (i + 1), MINUTE, 1_000_000)),
                            1)));
            figures.put("mark", time(i -> store.putIfAbsent("mark-" + i, "x", MINUTE)));
            figures.put("read a value", time(i -> store.get("value-" + (i + 1))));
        }
        return figures;
    }

    private static Counter counter(String name, int number) {
        return new Counter(name + "-" + number % 7, MINUTE, 1_000_000);
    }

    /** The 99th percentile in microseconds. */
    private static long time(IntConsumer operation) {
        long[] nanos = new long[TIMES];
        for (int i = -WARM; i < TIMES; i++) {
            long begun = System.nanoTime();
            operation.accept(i + WARM);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - begun;
            }
        }
        Arrays.sort(nanos);
        return nanos[(int) Math.ceil(TIMES * 0.99) - 1] / 1000;
    }
}
