package io.chatauth.testkit;

import io.chatauth.store.Applied;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Threads that start each round at the same moment, and what came of it. Run rounds from one thread only. */
public final class Racers implements AutoCloseable {
    private final int count;
    private final ExecutorService threads;
    private final CyclicBarrier barrier;
    private volatile IntFunction<Applied> action = racer -> {
        throw new IllegalStateException("no round has begun");
    };
    private final AtomicInteger won = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile String failure = "";

    /**
     * Starts the threads.
     *
     * @param count how many
     */
    public Racers(int count) {
        this.count = count;
        threads = Executors.newFixedThreadPool(count);
        barrier = new CyclicBarrier(count + 1);
        for (int i = 0; i < count; i++) {
            int racer = i;
            threads.execute(() -> rounds(racer));
        }
    }

    private void rounds(int racer) {
        try {
            while (true) {
                barrier.await();
                try {
                    if (action.apply(racer).won()) {
                        won.incrementAndGet();
                    }
                } catch (RuntimeException e) {
                    failure = e.toString();
                    failed.incrementAndGet();
                }
                barrier.await();
            }
        } catch (InterruptedException | BrokenBarrierException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Runs one round.
     *
     * @param each what each racer does, by its number from 0
     * @return {@code <won> <failed> <a failure>}
     * @throws InterruptedException if this thread is interrupted
     */
    public String run(IntFunction<Applied> each) throws InterruptedException {
        action = each;
        won.set(0);
        failed.set(0);
        failure = "";
        try {
            barrier.await();
            barrier.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        return (won.get() + " " + failed.get() + " " + failure).strip();
    }

    /** Ends the threads. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /**
     * Says how many there are.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return count + " racers";
    }
}
