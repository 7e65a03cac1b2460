package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Started;
import io.chatauth.internal.guard.Figures;
import io.chatauth.internal.guard.Limit;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real challenges and decoys in turn, in random order, so that whatever disturbs the machine disturbs both. */
class DecoyTimingTest {
    private static final int PAIRS = 100_000;
    private static final int WARM_UP = 5_000;
    private static final long MOST_NANOS = 100_000;

    private final Random random = new Random(17);

    private static World world() {
        Figures open = Figures.DEFAULT;
        for (Limit limit : Limit.values()) {
            open = open.with(limit, 1_000_000);
        }
        MovableClock clock = new MovableClock();
        return new World(
                clock,
                World.RING,
                open,
                new InMemoryChallengeStore(1_000_000, Duration.ofMinutes(10)),
                new InMemorySharedState(clock));
    }

    /** Nanoseconds of start and of a wrong answer, for one pair. */
    private record Pair(long[] real, long[] decoy) {
        long difference(int what) {
            return real[what] - decoy[what];
        }
    }

    private Pair pair(World world) {
        boolean decoyFirst = random.nextBoolean();
        long[] first = one(world, decoyFirst);
        long[] second = one(world, !decoyFirst);
        return decoyFirst ? new Pair(second, first) : new Pair(first, second);
    }

    private static long[] one(World world, boolean decoy) {
        long begin = System.nanoTime();
        Started started = world.engine.start(
                decoy ? world.code().decoy().build() : world.code().build());
        long begun = System.nanoTime();
        if (!decoy) {
            world.receipt(started);
        }
        long asked = System.nanoTime();
        world.engine.verify(started.id(), "not a code", World.LOGIN);
        long answered = System.nanoTime();
        world.engine.cancel(started.id(), World.LOGIN);
        return new long[] {begun - begin, answered - asked};
    }

    @Test
    void ofAThousandPairsEachSendsOneMessage() {
        try (World world = world()) {
            for (int i = 0; i < PAIRS / 100; i++) {
                pair(world);
            }
            assertEquals(PAIRS / 100, world.wire.sent.size());
        }
    }

    @Test
    @Tag("proof")
    void halfOfAHundredThousandPairsDifferByLessThanATenthOfAMillisecond() {
        try (World world = world()) {
            for (int i = 0; i < WARM_UP; i++) {
                pair(world);
            }
            long[][] differences = new long[2][PAIRS];
            for (int i = 0; i < PAIRS; i++) {
                Pair pair = pair(world);
                differences[0][i] = pair.difference(0);
                differences[1][i] = pair.difference(1);
                if (i % 1_000 == 0) {
                    world.events.clear();
                    world.wire.sent.clear();
                    world.wire.targets.clear();
                    world.wire.arrived.clear();
                }
            }
            for (long[] of : differences) {
                Arrays.sort(of);
                long median = of[PAIRS / 2];
                System.out.println("median difference of " + PAIRS + " pairs: " + median + " ns; quartiles "
                        + of[PAIRS / 4] + " and " + of[PAIRS * 3 / 4]);
                assertTrue(Math.abs(median) < MOST_NANOS, "the median differs by " + median + " ns");
            }
        }
    }
}
