package io.chatauth.internal.dispatch;

import io.chatauth.spi.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint: its slots, the messages that wait for one, the batches that wait for their next try, and its breaker. Safe
 * for use by many threads; no code of others runs under its lock.
 */
final class Lane {
    private final String name;
    private final Channel channel;
    private final Set<String> hosts;
    private final int slots;
    private final int batchSize;
    private final Breaker breaker;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final Deque<Batch> again = new ArrayDeque<>();
    private final Set<Batch> delayed = new HashSet<>();
    private Instant pausedUntil = Instant.MIN;
    private int busy;
    private boolean closed;

    /** What became of a message that was offered. */
    enum Offer {
        /** It goes at once, alone. */
        GO,
        /** It waits. */
        WAITS,
        /** The lane is closed. */
        CLOSED
    }

    Lane(String name, Channel channel, int batchSize, int slots, Duration breakerOpenFor) {
        this.name = name;
        this.channel = channel;
        this.batchSize = batchSize;
        this.slots = slots;
        hosts = Set.copyOf(channel.hosts());
        breaker = new Breaker(breakerOpenFor);
    }

    String name() {
        return name;
    }

    Channel channel() {
        return channel;
    }

    Set<String> hosts() {
        return hosts;
    }

    /** Takes a slot for the message if one is free and nothing waits; otherwise the message waits. */
    synchronized Offer offer(Entry entry, Instant now) {
        if (closed) {
            return Offer.CLOSED;
        }
        if (busy < slots && isIdle() && !now.isBefore(pausedUntil) && breaker.isClosed()) {
            busy++;
            return Offer.GO;
        }
        waiting.add(entry);
        return Offer.WAITS;
    }

    /** Takes a free slot and what shall use it; null if there is nothing to do, or the endpoint is to be left alone. */
    synchronized @Nullable Batch start(Instant now) {
        if (busy >= slots) {
            return null;
        }
        Batch batch = take(now);
        if (batch != null) {
            busy++;
        }
        return batch;
    }

    /** Gives what the slot in hand shall do next; null if nothing, and then the slot is free. */
    synchronized @Nullable Batch next(Instant now) {
        Batch batch = take(now);
        if (batch == null) {
            busy--;
        }
        return batch;
    }

    private @Nullable Batch take(Instant now) {
        if (closed || isIdle() || now.isBefore(pausedUntil) || !breaker.tryPass(now)) {
            return null;
        }
        boolean probe = breaker.isProbing();
        Batch retry = again.poll();
        if (retry != null) {
            return retry.withProbe(probe);
        }
        List<Entry> together = new ArrayList<>(Math.min(batchSize, waiting.size()));
        for (Entry entry = waiting.poll(); entry != null; entry = waiting.poll()) {
            together.add(entry);
            if (together.size() == batchSize) {
                break;
            }
        }
        return new Batch(together, probe);
    }

    private boolean isIdle() {
        return waiting.isEmpty() && again.isEmpty();
    }

    /** Tells whether something waits for a slot. */
    synchronized boolean hasWaiting() {
        return !isIdle();
    }

    /** Puts a batch before all waiting messages. False if the lane is closed. */
    synchronized boolean again(Batch batch) {
        return !closed && again.add(batch);
    }

    /** Keeps a batch until {@link #ready}. False if the lane is closed. */
    synchronized boolean delay(Batch batch) {
        return !closed && delayed.add(batch);
    }

    synchronized void ready(Batch batch) {
        if (delayed.remove(batch)) {
            again.add(batch);
        }
    }

    synchronized void pause(Instant until) {
        if (until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
    }

    /** Tells whether a further request would be against the wish of the provider or the breaker. */
    synchronized boolean holdsBack(Instant now) {
        return now.isBefore(pausedUntil) || !breaker.isClosed();
    }

    synchronized Breaker.Change record(boolean failure, boolean probe, Instant now) {
        return breaker.record(failure, probe, now);
    }

    synchronized void probeUnused() {
        breaker.probeUnused();
    }

    /** Takes out the messages whose time has run out while they waited, with what is known of them. */
    synchronized List<Batch> takeExpired(Instant now, Duration tryFor) {
        List<Batch> out = new ArrayList<>();
        List<Entry> late = new ArrayList<>();
        for (Iterator<Entry> all = waiting.iterator(); all.hasNext(); ) {
            Entry entry = all.next();
            if (!now.isBefore(entry.deadline())) {
                late.add(entry);
                all.remove();
            }
        }
        if (!late.isEmpty()) {
            out.add(new Batch(late, false));
        }
        for (Batch batch : again) {
            List<Entry> gone = batch.takeOut(entry -> !now.isBefore(batch.limit(entry, tryFor)));
            if (!gone.isEmpty()) {
                out.add(batch.ended(gone));
            }
        }
        again.removeIf(batch -> batch.size() == 0);
        return out;
    }

    /** Ends the lane and gives up what was not sent. */
    synchronized List<Entry> close() {
        closed = true;
        List<Entry> out = new ArrayList<>(waiting);
        again.forEach(batch -> out.addAll(batch.entries()));
        delayed.forEach(batch -> out.addAll(batch.entries()));
        waiting.clear();
        again.clear();
        delayed.clear();
        return out;
    }
}
