package io.chatauth.internal.dispatch;

import io.chatauth.Receipt;
import io.chatauth.spi.Channel;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Messages that share a request. The request is made once and kept for every retry; only if a message drops out is it made
 * again, as of the same time. Belongs to one thread at a time.
 */
final class Batch {
    private List<Entry> entries;
    private final boolean probe;
    private @Nullable Instant begun;
    private @Nullable EncodeContext context;
    private @Nullable WireRequest request;
    private @Nullable Function<Entry, Receipt> lastFailure;
    private int tries;

    Batch(List<Entry> entries, boolean probe) {
        this(entries, probe, null);
    }

    private Batch(List<Entry> entries, boolean probe, @Nullable Instant begun) {
        this.entries = List.copyOf(entries);
        this.probe = probe;
        this.begun = begun;
    }

    List<Entry> entries() {
        return entries;
    }

    int size() {
        return entries.size();
    }

    boolean isProbe() {
        return probe;
    }

    /** The same batch, now being the one request that a recovering endpoint gets, or no longer. */
    Batch withProbe(boolean value) {
        if (value == probe) {
            return this;
        }
        Batch copy = new Batch(entries, value, begun);
        copy.context = context;
        copy.request = request;
        copy.tries = tries;
        copy.lastFailure = lastFailure;
        return copy;
    }

    /** A part of this batch; its tries count anew, its time goes on. */
    Batch part(List<Entry> some) {
        return new Batch(some, probe, begun);
    }

    /** Entries that were taken out because their time ended, with the failure that they last met. */
    Batch ended(List<Entry> some) {
        Batch batch = new Batch(some, false, begun);
        batch.lastFailure = lastFailure;
        return batch;
    }

    List<Batch> halves() {
        int middle = entries.size() / 2;
        return List.of(part(entries.subList(0, middle)), part(entries.subList(middle, entries.size())));
    }

    int tries() {
        return tries;
    }

    void countTry() {
        tries++;
    }

    void begin(Instant now) {
        if (begun == null) {
            begun = now;
        }
    }

    /** When the tries of a message must end. */
    Instant limit(Entry entry, Duration tryFor) {
        Instant start = begun;
        if (start == null) {
            return entry.deadline();
        }
        Instant end = start.plus(tryFor);
        return entry.deadline().isBefore(end) ? entry.deadline() : end;
    }

    Instant lastLimit(Duration tryFor) {
        Instant last = Instant.MIN;
        for (Entry entry : entries) {
            Instant limit = limit(entry, tryFor);
            last = limit.isAfter(last) ? limit : last;
        }
        return last;
    }

    @Nullable
    Function<Entry, Receipt> lastFailure() {
        return lastFailure;
    }

    void failed(Function<Entry, Receipt> receipt) {
        lastFailure = receipt;
    }

    /** Takes entries out; the request is made again if one goes. */
    List<Entry> takeOut(Predicate<Entry> condition) {
        List<Entry> out = new ArrayList<>();
        List<Entry> kept = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            (condition.test(entry) ? out : kept).add(entry);
        }
        if (!out.isEmpty()) {
            entries = List.copyOf(kept);
            request = null;
        }
        return out;
    }

    WireRequest request(Channel channel, Instant now) {
        WireRequest made = request;
        if (made == null) {
            EncodeContext before = context;
            EncodeContext fresh = EncodeContext.of(
                    entries.stream().map(Entry::message).toList(), before == null ? now : before.now());
            made = channel.encode(fresh);
            context = fresh;
            request = made;
        }
        return made;
    }

    EncodeContext context() {
        EncodeContext made = context;
        if (made == null) {
            throw new IllegalStateException("nothing is encoded yet");
        }
        return made;
    }
}
