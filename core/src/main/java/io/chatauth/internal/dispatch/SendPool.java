package io.chatauth.internal.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Daemon threads named {@code chatauth-send-N}: started when an endpoint is first used, and kept until the pool is closed.
 * No task starts a thread.
 */
final class SendPool {
    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final ThreadPoolExecutor executor;
    private final int bound;

    SendPool(int bound, ThreadFactory threads) {
        this.bound = bound;
        AtomicInteger number = new AtomicInteger();
        executor = new ThreadPoolExecutor(0, bound, 1, TimeUnit.HOURS, queue, task -> {
            Thread thread = Objects.requireNonNull(threads.newThread(task), "the thread factory gave no thread");
            thread.setName("chatauth-send-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts a thread for every slot, and one for the news that nothing was sent; never more than the bound. */
    synchronized void start(int slots) {
        int threads = (int) Math.min(bound, slots + 1L);
        if (threads > executor.getCorePoolSize()) {
            executor.setCorePoolSize(threads);
            executor.prestartAllCoreThreads();
        }
    }

    /**
     * Runs a task soon.
     *
     * @throws RejectedExecutionException if the pool is closed
     */
    void execute(Runnable task) {
        executor.execute(task);
    }

    /** Tells whether work waits for a thread. */
    boolean isShort() {
        return !queue.isEmpty();
    }

    /** Lets running tasks end, then interrupts them. Returns what was never begun. */
    List<Runnable> close(Duration wait) {
        executor.shutdown();
        try {
            if (executor.awaitTermination(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                return List.of();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return executor.shutdownNow();
    }

    /** Waits for threads that were interrupted. */
    boolean ended(Duration wait) {
        try {
            return executor.awaitTermination(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return executor.isTerminated();
        }
    }
}
