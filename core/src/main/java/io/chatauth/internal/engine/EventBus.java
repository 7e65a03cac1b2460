package io.chatauth.internal.engine;

import io.chatauth.event.ChatAuthEvent;
import io.chatauth.event.ChatAuthListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to listeners on one thread, in order, from a bounded queue. Nobody waits for it. */
public final class EventBus implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);
    private static final int CAPACITY = 10_000;
    private static final long FAREWELL_MILLIS = 2_000;

    private final List<ChatAuthListener> listeners;
    private final BlockingQueue<ChatAuthEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final CountDownLatch drained = new CountDownLatch(1);
    private final Thread thread;

    public EventBus(List<ChatAuthListener> listeners, ThreadFactory threads) {
        this.listeners = List.copyOf(listeners);
        thread = threads.newThread(this::run);
        thread.setName("chatauth-events");
        if (!this.listeners.isEmpty()) {
            thread.start();
        }
    }

    /** Queues an event; drops and counts it if the queue is full. */
    void tell(ChatAuthEvent event) {
        if (!listeners.isEmpty() && open.get() && !queue.offer(event) && dropped.incrementAndGet() == 1) {
            LOG.warn("Listeners are too slow: the queue of {} events is full, and events are dropped", CAPACITY);
        }
    }

    /** The same for an event that is made only if anybody listens. */
    void tell(Supplier<? extends ChatAuthEvent> event) {
        if (heard()) {
            tell(event.get());
        }
    }

    /** Tells whether anybody listens. */
    boolean heard() {
        return !listeners.isEmpty();
    }

    /** How many events found the queue full. */
    public long dropped() {
        return dropped.get();
    }

    /** Lets the listeners hear what is queued, for two seconds at most, and ends the thread. */
    @Override
    public void close() {
        if (open.compareAndSet(true, false) && !listeners.isEmpty() && thread != Thread.currentThread()) {
            thread.interrupt();
            try {
                if (!drained.await(FAREWELL_MILLIS, TimeUnit.MILLISECONDS)) {
                    LOG.warn("A listener is still busy; {} events were not heard", queue.size());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            while (open.get()) {
                deliver(queue.take());
            }
        } catch (InterruptedException e) {
            LOG.trace("The listeners' thread ends, because ChatAuth is closed");
        }
        List<ChatAuthEvent> rest = new ArrayList<>();
        queue.drainTo(rest);
        rest.forEach(this::deliver);
        drained.countDown();
    }

    private void deliver(ChatAuthEvent event) {
        for (ChatAuthListener listener : listeners) {
            try {
                listener.on(event);
            } catch (RuntimeException | LinkageError e) {
                LOG.warn(
                        "The listener {} failed on {}",
                        listener.getClass().getName(),
                        event.getClass().getSimpleName(),
                        e);
            }
        }
    }
}
