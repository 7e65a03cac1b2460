package io.chatauth.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** What the contracts share: how long they race, and how they start a race. */
final class Contracts {
    private static final int LONGEST_MINUTES = 5;

    private Contracts() {}

    /** Scales a count by the system property {@code chatauth.contract.scale}, a positive number, 1 if it is not set. */
    static int scaled(int count) {
        String scale = System.getProperty("chatauth.contract.scale", "1");
        return (int) Math.max(1, Math.round(count * Double.parseDouble(scale)));
    }

    /** Runs as many racers at the same moment, round after round, and gives each round's results to the judge. */
    static <T> void race(int racers, int rounds, IntFunction<IntFunction<T>> round, Judge<T> judge) {
        ExecutorService threads = Executors.newFixedThreadPool(racers);
        try {
            for (int i = 0; i < rounds; i++) {
                judge.check(i, together(threads, racers, round.apply(i)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the race was interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("a racer failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> List<T> together(ExecutorService threads, int racers, IntFunction<T> racer)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(racers);
        List<Callable<T>> all = new ArrayList<>();
        for (int i = 0; i < racers; i++) {
            int number = i;
            all.add(() -> {
                await(start);
                return racer.apply(number);
            });
        }
        List<T> results = new ArrayList<>();
        for (Future<T> result : threads.invokeAll(all, LONGEST_MINUTES, TimeUnit.MINUTES)) {
            results.add(result.get());
        }
        return results;
    }

    private static void await(CyclicBarrier start) throws InterruptedException {
        try {
            start.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException("another racer did not start", e);
        }
    }

    /** Looks at the results of a round. */
    interface Judge<T> {
        void check(int round, List<T> results);
    }
}
