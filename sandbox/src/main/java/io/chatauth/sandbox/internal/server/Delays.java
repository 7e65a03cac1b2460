package io.chatauth.sandbox.internal.server;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Lets short tasks wait, on one thread. What still waits when it is closed is never run. */
public final class Delays implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Delays.class.getName());

    private final ScheduledExecutorService scheduler;

    /**
     * Starts the thread.
     *
     * @param threads makes it
     */
    public Delays(ThreadFactory threads) {
        scheduler = Executors.newSingleThreadScheduledExecutor(threads);
    }

    /**
     * Runs a task later.
     *
     * @param millis how much later, in milliseconds
     * @param task the task, which must be short
     */
    public void after(long millis, Runnable task) {
        try {
            Future<?> unused = scheduler.schedule(task, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "the sandbox is closed; a delayed task is dropped");
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
