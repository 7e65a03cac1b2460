package io.chatauth.internal.dispatch;

import io.chatauth.BusyException;
import io.chatauth.ChannelId;
import io.chatauth.FailureReason;
import io.chatauth.internal.http.Transport;
import io.chatauth.internal.text.Masking;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages on threads of its own. Every endpoint (channel and lane) has a few requests in flight: a message that finds
 * a free slot leaves at once, alone; a freed slot takes all that wait, up to the channel's batch size. Safe for use by many
 * threads.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration SWEEP = Duration.ofMillis(250);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private record LaneKey(ChannelId channel, String lane) {
        /** By hand, because this is asked for every message: what the compiler makes goes over method handles. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof LaneKey key
                    && lane.equals(key.lane)
                    && channel.value().equals(key.channel.value());
        }

        @Override
        public int hashCode() {
            return lane.hashCode() * 31 + channel.value().hashCode();
        }
    }

    private final DispatchSettings settings;
    private final Clock clock;
    private final Timer timer;
    private final SendPool pool;
    private final Sender sender;
    private final Map<LaneKey, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * Makes a dispatcher. Threads are started when first needed.
     *
     * @param transport carries the requests; not closed by this dispatcher
     * @param settings how messages are sent
     * @param clock tells the time of deadlines
     * @param threads makes the threads; they become daemons named {@code chatauth-…}
     */
    public Dispatcher(Transport transport, DispatchSettings settings, Clock clock, ThreadFactory threads) {
        this(transport, settings, clock, threads, new Random(), new DaemonTimer(threads));
    }

    Dispatcher(
            Transport transport,
            DispatchSettings settings,
            Clock clock,
            ThreadFactory threads,
            Random random,
            Timer timer) {
        this.settings = settings;
        this.clock = clock;
        this.timer = timer;
        pool = new SendPool(settings.threads(), threads);
        Backoff backoff = new Backoff(settings.backoffBase(), settings.backoffCap(), random);
        sender = new Sender(transport, settings, clock, backoff, new Inside());
    }

    /**
     * Takes a place for a message, before anything is counted or stored.
     *
     * @return the place; close it if no message follows
     * @throws BusyException if all places are taken
     * @throws IllegalStateException if the dispatcher is closed
     */
    public Permit reserve() {
        if (closed) {
            throw new IllegalStateException("ChatAuth is closed: nothing can be sent any more");
        }
        int capacity = settings.queueCapacity();
        if (taken.getAndUpdate(now -> now < capacity ? now + 1 : now) >= capacity) {
            throw new BusyException("the queue is full: " + capacity
                    + " messages wait or are being sent; try again later, or allow more by chatauth.dispatch.queue");
        }
        return new Permit(taken);
    }

    /**
     * Sends a message; returns at once.
     *
     * @param permit a place of this dispatcher, not yet used
     * @param shipment the message; ended exactly once, on another thread, or before this returns if the dispatcher is closed
     * @throws IllegalStateException if the permit was used, closed, or belongs to another dispatcher
     */
    public void submit(Permit permit, Shipment shipment) {
        if (!permit.belongsTo(taken) || !permit.use()) {
            throw new IllegalStateException("a permit is good for one message of the dispatcher that gave it");
        }
        Entry entry = new Entry(shipment, permit);
        Lane lane;
        try {
            lane = lane(shipment);
        } catch (RuntimeException | Error e) {
            refuse(entry, shipment.channelId(), e);
            return;
        }
        if (closed) {
            entry.leave();
            return;
        }
        switch (lane.offer(entry, clock.instant())) {
            case GO -> execute(lane, new Batch(List.of(entry), false));
            case WAITS -> resume(lane);
            case CLOSED -> entry.leave();
        }
    }

    /**
     * Tells how many messages have no answer yet.
     *
     * @return messages that wait, are being sent or will be tried again, and places reserved
     */
    public int pending() {
        return taken.get();
    }

    private Lane lane(Shipment shipment) {
        String lane = shipment.channel().lane(shipment.message());
        LaneKey key = new LaneKey(shipment.channelId(), lane);
        Lane known = lanes.get(key);
        return known != null ? known : lanes.computeIfAbsent(key, missing -> open(missing, shipment));
    }

    private Lane open(LaneKey key, Shipment shipment) {
        String name =
                key.lane().isEmpty() ? key.channel().value() : key.channel() + " (" + Masking.clean(key.lane()) + ")";
        Lane lane = new Lane(
                name, shipment.channel(), batchSize(shipment), settings.requestsPerLane(), settings.breakerOpenFor());
        pool.start(opened.incrementAndGet() * settings.requestsPerLane());
        return lane;
    }

    /** Only what goes by template shares requests. */
    private static int batchSize(Shipment shipment) {
        return shipment.message().windowForm().isPresent()
                ? 1
                : Math.max(1, shipment.channel().capabilities().batchSize());
    }

    private void refuse(Entry entry, ChannelId channel, Throwable failure) {
        String text = "the channel " + channel + " can't name its endpoint: " + Refusals.shown(failure);
        LOG.warn("Message {}: {}", entry.message().id(), text);
        try {
            pool.execute(() -> entry.settle(Refusals.refused(entry, FailureReason.INVALID_REQUEST, text)));
        } catch (RejectedExecutionException e) {
            entry.leave();
        }
    }

    private void execute(Lane lane, Batch batch) {
        try {
            pool.execute(() -> run(lane, batch));
        } catch (RejectedExecutionException e) {
            batch.entries().forEach(Entry::leave);
        }
    }

    /** Works with one slot of the lane, as long as it has work. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing but the size of batches depends on the yield
    private void run(Lane lane, Batch first) {
        Batch batch = first;
        while (batch != null) {
            sender.send(lane, batch);
            // Those who were just answered may have their next message ready: where processors are short, batches grow
            // by half.
            Thread.yield();
            batch = lane.next(clock.instant());
            if (batch != null && pool.isShort()) {
                execute(lane, batch);
                return;
            }
        }
        if (lane.hasWaiting()) {
            sweepLater();
        }
    }

    /** Uses the free slots of a lane that may go on. */
    private void resume(Lane lane) {
        for (Batch batch = lane.start(clock.instant()); batch != null; batch = lane.start(clock.instant())) {
            execute(lane, batch);
        }
        if (lane.hasWaiting()) {
            sweepLater();
        }
    }

    private void sweepLater() {
        if (!closed && sweeping.compareAndSet(false, true)) {
            timer.after(SWEEP, this::sweep);
        }
    }

    /** While anything waits: ends the wait of messages whose time has run out, and sees that no lane stands still. */
    private void sweep() {
        Instant now = clock.instant();
        for (Lane lane : lanes.values()) {
            for (Batch late : lane.takeExpired(now, settings.tryFor())) {
                try {
                    pool.execute(() -> late.entries().forEach(entry -> Sender.expire(lane, late, entry)));
                } catch (RejectedExecutionException e) {
                    late.entries().forEach(Entry::leave);
                }
            }
        }
        sweeping.set(false);
        lanes.values().forEach(this::resume);
    }

    /**
     * Takes no more, leaves everything that is not in flight, waits for what is in flight (as long as the settings say), then
     * interrupts it, and ends all threads.
     */
    @Override
    public void close() {
        closed = true;
        timer.close();
        int left = 0;
        for (Lane lane : lanes.values()) {
            List<Entry> unsent = lane.close();
            unsent.forEach(Entry::leave);
            left += unsent.size();
        }
        for (Runnable task : pool.close(settings.closeTimeout())) {
            task.run();
        }
        if (!pool.ended(GRACE)) {
            LOG.warn("Closing: a request did not end in time; its thread ends with it");
        }
        LOG.debug("Closed; {} messages that waited were left", left);
    }

    private final class Inside implements Desk {
        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void later(Lane lane, Batch batch, Duration delay) {
            if (!lane.delay(batch)) {
                batch.entries().forEach(Entry::leave);
                return;
            }
            timer.after(delay, () -> {
                lane.ready(batch);
                resume(lane);
            });
        }

        @Override
        public void wake(Lane lane, Duration delay) {
            if (delay.isZero()) {
                resume(lane);
            } else {
                timer.after(delay, () -> resume(lane));
            }
        }
    }
}
