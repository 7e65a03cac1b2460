package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.ChallengeRequestBuilder;
import io.chatauth.Expect;
import io.chatauth.Transaction;
import io.chatauth.flow.TransactionConfirmation;
import io.chatauth.flow.TransactionConfirmationProvider;
import io.chatauth.flow.VerificationCode;
import io.chatauth.flow.VerificationCodeProvider;
import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.spi.FlowPlan;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.SharedState;
import io.chatauth.testkit.FlowBench.Begun;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * How often a whole ChatAuth goes to its stores for what people wait for, as the stores' servers count it. Challenges and shared
 * state count together. What runs in the background every few seconds comes on top at times: the least of several rounds counts.
 */
public abstract class RoundTripsContract {
    private static final int ROUNDS = 6;
    private static final long QUIET_MILLIS = 150;
    private static final Expect EXPECTED = Expect.purpose("trips");

    /** Calls of the stores by the thread of the test: those that somebody waits for. */
    private final AtomicLong mine = new AtomicLong();

    private final Thread tester = Thread.currentThread();

    /** For subclasses. */
    protected RoundTripsContract() {}

    /**
     * Gives the store of challenges; for each test one that is open.
     *
     * @return the store
     */
    protected abstract ChallengeStore challenges();

    /**
     * Gives the shared state.
     *
     * @return the shared state; may be the same store
     */
    protected abstract SharedState state();

    /**
     * Counts.
     *
     * @return how many round trips were made so far, to both
     */
    protected abstract long trips();

    private FlowBench bench(AuthFlowProvider flow) {
        return new FlowBench(
                flow,
                List.of(),
                builder -> builder.challengeStore(counted(ChallengeStore.class, challenges()))
                        .sharedState(counted(SharedState.class, state())));
    }

    /** What is put off runs on other threads, and may be done before the answer is there. */
    private <T> T counted(Class<T> type, T store) {
        return type.cast(Proxy.newProxyInstance(
                RoundTripsContract.class.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
                    if (Thread.currentThread() == tester) {
                        mine.incrementAndGet();
                    }
                    try {
                        return method.invoke(store, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static Begun begin(FlowBench bench, Function<Address, ChallengeRequestBuilder<?>> request) {
        Address person = bench.someone();
        return bench.start(
                request.apply(person).via(FlowChannel.ID).purpose("trips").build(), person);
    }

    /** A start takes two before its message leaves, and one after it. */
    @Test
    public void aStartTakesTwoTripsBeforeTheMessageLeavesAndOneAfterIt() {
        try (FlowBench bench = bench(new VerificationCodeProvider())) {
            AtomicLong left = new AtomicLong();
            bench.arrival = () -> left.set(trips());
            assertArrayEquals(new long[] {2, 1}, least(() -> {
                long before = trips();
                begin(bench, VerificationCode::to);
                return new long[] {left.get() - before, settled() - left.get()};
            }));
        }
    }

    /** A right code takes three; when the caller has his answer, the reservation goes back, and failures in a row begin anew. */
    @Test
    public void aRightCodeTakesThreeTripsAndTwoMoreOffTheAnswersPath() {
        try (FlowBench bench = bench(new VerificationCodeProvider())) {
            assertArrayEquals(new long[] {3, 5}, least(() -> {
                Begun begun = begin(bench, VerificationCode::to);
                String code = code(begun);
                long before = settled();
                long mineBefore = mine.get();
                assertTrue(bench.chatAuth
                        .verify(begun.started().id(), code, EXPECTED)
                        .approved());
                return new long[] {mine.get() - mineBefore, settled() - before};
            }));
        }
    }

    /** A wrong code takes no more: it is counted with the recipient and the challenge, and changes nothing else. */
    @Test
    public void aWrongCodeTakesTwoTrips() {
        try (FlowBench bench = bench(new VerificationCodeProvider())) {
            assertArrayEquals(new long[] {2}, least(() -> {
                Begun begun = begin(bench, VerificationCode::to);
                String wrong = code(begun).equals("000000") ? "000001" : "000000";
                long before = settled();
                bench.chatAuth.verify(begun.started().id(), wrong, EXPECTED);
                return new long[] {settled() - before};
            }));
        }
    }

    /** A report takes one. */
    @Test
    public void aReportTakesOneTrip() {
        try (FlowBench bench = bench(new VerificationCodeProvider())) {
            assertArrayEquals(new long[] {1}, least(() -> {
                Begun begun = begin(bench, VerificationCode::to);
                String message = begun.message().orElseThrow().path("id").asText();
                long before = settled();
                bench.report(message);
                return new long[] {settled() - before};
            }));
        }
    }

    /** What a person taps takes five: that it came, who else writes so, the challenge, the outcome, and that it was taken in. */
    @Test
    public void anAnswerOutOfTheChatTakesFiveTripsAndOneMoreOffItsPath() {
        try (FlowBench bench = bench(new TransactionConfirmationProvider())) {
            assertArrayEquals(new long[] {5, 6}, least(() -> {
                Begun begun = begin(
                        bench, to -> TransactionConfirmation.to(to, Transaction.of("120.50", "EUR", "Landlord Ltd")));
                long before = settled();
                long mineBefore = mine.get();
                bench.reply(begun.person(), Map.of("payload", FlowPerson.payload(begun, true)));
                return new long[] {mine.get() - mineBefore, settled() - before};
            }));
        }
    }

    private static String code(Begun begun) {
        FlowPlan plan = begun.plan();
        return begun.value(plan.secret().orElseThrow().placeholder());
    }

    /** Each figure's least over the rounds. */
    private static long[] least(Supplier<long[]> round) {
        long[] least = round.get();
        for (int i = 1; i < ROUNDS; i++) {
            long[] now = round.get();
            Arrays.setAll(least, figure -> Math.min(least[figure], now[figure]));
        }
        return least;
    }

    /** The count when nothing more comes. */
    private long settled() {
        long count = trips();
        long quietSince = System.nanoTime();
        while (System.nanoTime() - quietSince < TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            long now = trips();
            if (now != count) {
                count = now;
                quietSince = System.nanoTime();
            }
        }
        return count;
    }
}
