package io.chatauth.internal.dispatch;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One daemon thread named {@code chatauth-timer}, started with the first task. */
final class DaemonTimer implements Timer {
    private static final Logger LOG = LoggerFactory.getLogger(DaemonTimer.class);

    private final ScheduledThreadPoolExecutor executor;

    DaemonTimer(ThreadFactory threads) {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = Objects.requireNonNull(threads.newThread(task), "the thread factory gave no thread");
            thread.setName("chatauth-timer");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the task tells its own failure
    public void after(Duration delay, Runnable task) {
        try {
            executor.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.trace("closed; a task that was to run in {} is dropped", delay);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A timed task of the dispatcher failed; please report this", e);
        }
    }
}
