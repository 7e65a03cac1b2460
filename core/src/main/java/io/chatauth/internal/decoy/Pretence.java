package io.chatauth.internal.decoy;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the provider that takes a decoy's message: one daemon thread, started with the first. */
public final class Pretence implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pretence.class);

    private final ScheduledThreadPoolExecutor executor;

    /**
     * Makes no thread yet.
     *
     * @param threads makes it
     */
    public Pretence(ThreadFactory threads) {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = Objects.requireNonNull(threads.newThread(task), "the thread factory gave no thread");
            thread.setName("chatauth-decoys");
            return thread;
        });
    }

    /**
     * Runs a task later, on another thread.
     *
     * @param delay how much later
     * @param task the task
     * @return false if it was closed, and the task will never run
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the task tells its own failure
    public boolean after(Duration delay, Runnable task) {
        try {
            executor.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("What becomes of a decoy could not be played; please report this", e);
        }
    }

    /** Drops what has not run. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
