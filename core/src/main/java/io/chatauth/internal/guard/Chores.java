package io.chatauth.internal.guard;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what nobody waits for: giving back what was counted for a right answer, remembering a device. One daemon thread and a
 * bounded queue; who finds it full does the work himself.
 */
final class Chores implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final int WAITING = 10_000;
    private static final long IDLE_SECONDS = 30;
    private static final long FAREWELL_SECONDS = 2;

    private final ThreadPoolExecutor pool;

    Chores(ThreadFactory threads) {
        pool = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING),
                task -> {
                    Thread thread = threads.newThread(task);
                    thread.setName("chatauth-guard");
                    return thread;
                },
                (task, full) -> task.run());
        pool.allowCoreThreadTimeOut(true);
    }

    void later(Runnable chore) {
        pool.execute(() -> {
            try {
                chore.run();
            } catch (RuntimeException e) {
                LOG.warn("What was to be counted afterwards could not be: {}", e.getMessage());
            }
        });
    }

    /** Waits until what was put off before is done, for two seconds at most. */
    void settle() {
        if (pool.getQueue().isEmpty() && pool.getActiveCount() == 0) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        pool.execute(done::countDown);
        try {
            if (!done.await(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("The guard has still {} chores to do", pool.getQueue().size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "{} right answers stay counted as failures",
                        pool.getQueue().size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
