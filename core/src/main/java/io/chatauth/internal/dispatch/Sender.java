package io.chatauth.internal.dispatch;

import io.chatauth.ApiError;
import io.chatauth.CredentialsException;
import io.chatauth.FailureReason;
import io.chatauth.Receipt;
import io.chatauth.TransportException;
import io.chatauth.internal.http.ErrorReader;
import io.chatauth.internal.http.NotRetryable;
import io.chatauth.internal.http.Transport;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one batch on the calling thread, and whatever it has to be split into. */
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Transport transport;
    private final DispatchSettings settings;
    private final Clock clock;
    private final Backoff backoff;
    private final Desk desk;

    Sender(Transport transport, DispatchSettings settings, Clock clock, Backoff backoff, Desk desk) {
        this.transport = transport;
        this.settings = settings;
        this.clock = clock;
        this.backoff = backoff;
        this.desk = desk;
    }

    /** Never throws. Afterwards every message is settled, left, or waits for its next try. */
    void send(Lane lane, Batch first) {
        Deque<Batch> todo = new ArrayDeque<>();
        todo.add(first);
        boolean asked = false;
        for (Batch batch = todo.poll(); batch != null; batch = todo.poll()) {
            if (desk.isClosed()) {
                batch.entries().forEach(Entry::leave);
            } else if (asked && lane.holdsBack(clock.instant())) {
                if (!lane.again(batch)) {
                    batch.entries().forEach(Entry::leave);
                }
            } else {
                asked |= sendSafely(lane, batch, todo);
            }
        }
        if (first.isProbe() && !asked) {
            lane.probeUnused();
        }
    }

    private boolean sendSafely(Lane lane, Batch batch, Deque<Batch> todo) {
        List<Entry> entries = batch.entries();
        try {
            return sendOne(lane, batch, todo);
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "Sending to {} failed unexpectedly ({}); please report this",
                    lane.name(),
                    e.getClass().getName());
            for (Entry entry : entries) {
                entry.settle(Refusals.refused(
                        entry,
                        FailureReason.PROVIDER,
                        "an unexpected failure: " + e.getClass().getName()));
            }
            return false;
        }
    }

    /** Tells whether the endpoint was asked. */
    private boolean sendOne(Lane lane, Batch batch, Deque<Batch> todo) {
        Instant now = clock.instant();
        dropOut(lane, batch, now);
        if (batch.size() == 0) {
            return false;
        }
        WireRequest request;
        try {
            request = batch.request(lane.channel(), now);
        } catch (RuntimeException | Error e) {
            if (batch.size() == 1) {
                LOG.warn(
                        "{} can't encode {}: {}",
                        lane.name(),
                        batch.entries().get(0).message(),
                        Refusals.shown(e));
                settleAll(batch, entry -> Refusals.notEncoded(entry, lane, e));
            } else {
                split(batch.halves(), todo);
            }
            return false;
        }
        batch.begin(now);
        batch.countTry();
        try {
            Duration timeout = Duration.between(now, batch.lastLimit(settings.tryFor()));
            WireResponse response = transport.exchange(request, lane.hosts(), timeout);
            LOG.debug(
                    "{}: {} messages, try {}, status {}", lane.name(), batch.size(), batch.tries(), response.status());
            answered(lane, batch, response, todo);
            return true;
        } catch (TransportException e) {
            return failed(lane, batch, e);
        } catch (CredentialsException e) {
            locked(lane, batch, e);
            return true;
        }
    }

    private void dropOut(Lane lane, Batch batch, Instant now) {
        for (Entry entry : batch.takeOut(entry -> !entry.wanted())) {
            entry.settle(Refusals.notNeeded(entry));
        }
        for (Entry entry : batch.takeOut(entry -> !now.isBefore(batch.limit(entry, settings.tryFor())))) {
            expire(lane, batch, entry);
        }
    }

    /** Settles a message whose time ran out: by the failure it met last, if it was tried at all. */
    static void expire(Lane lane, Batch batch, Entry entry) {
        Function<Entry, Receipt> failure = batch.lastFailure();
        entry.settle(failure == null ? Refusals.expired(entry, lane) : failure.apply(entry));
    }

    private boolean failed(Lane lane, Batch batch, TransportException failure) {
        LOG.debug("{}: {} messages, try {}: {}", lane.name(), batch.size(), batch.tries(), failure.getMessage());
        if (desk.isClosed()) {
            batch.entries().forEach(Entry::leave);
            return false;
        }
        boolean rule = NotRetryable.isRule(failure);
        if (!rule) {
            record(lane, true, batch.isProbe());
        }
        String tries = tries(batch);
        Function<Entry, Receipt> receipt = entry -> Refusals.unreachable(entry, failure, tries);
        if (NotRetryable.marks(failure)) {
            settleAll(batch, receipt);
        } else {
            retry(lane, batch, Optional.empty(), receipt);
        }
        return !rule;
    }

    private void locked(Lane lane, Batch batch, CredentialsException failure) {
        record(lane, failure.passing(), batch.isProbe());
        if (failure.passing()) {
            FailureReason reason = Refusals.reason(failure.error().status());
            String tries = tries(batch);
            retry(lane, batch, Optional.empty(), entry -> Refusals.locked(entry, reason, failure, tries));
        } else {
            LOG.warn("{}: {}", lane.name(), failure.getMessage());
            settleAll(batch, entry -> Refusals.locked(entry, FailureReason.CREDENTIALS, failure, ""));
        }
    }

    private void answered(Lane lane, Batch batch, WireResponse response, Deque<Batch> todo) {
        int status = response.status();
        record(lane, status >= 500, batch.isProbe());
        if (status >= 200 && status < 300) {
            accepted(lane, batch, response);
            return;
        }
        ApiError error = error(lane, response);
        if (status == 429 || status >= 500) {
            Optional<Duration> wait = Backoff.retryAfter(response, clock.instant());
            String tries = tries(batch)
                    + wait.map(time -> "; the provider asks to wait " + time.toSeconds() + " s")
                            .orElse("");
            retry(lane, batch, wait, entry -> Refusals.refused(entry, Refusals.reason(status), error, tries));
        } else if (status == 400 && batch.size() > 1) {
            separate(batch, error, todo);
        } else {
            if (Refusals.reason(status) == FailureReason.CREDENTIALS) {
                LOG.warn("{} refused the credentials: {}", lane.name(), error.describe());
            }
            settleAll(batch, entry -> Refusals.refused(entry, Refusals.reason(status), error, ""));
        }
    }

    private void accepted(Lane lane, Batch batch, WireResponse response) {
        Map<String, Receipt> receipts = new HashMap<>();
        try {
            for (Receipt receipt : lane.channel().decodeResponse(batch.context(), response)) {
                receipts.putIfAbsent(receipt.messageId(), receipt);
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("The answer of {} to {} messages can't be read: {}", lane.name(), batch.size(), Refusals.shown(e));
            settleAll(batch, entry -> Refusals.unreadable(entry, lane, e));
            return;
        }
        for (Entry entry : batch.entries()) {
            Receipt receipt = receipts.get(entry.message().id());
            entry.settle(receipt == null ? Refusals.forgotten(entry, lane) : receipt);
        }
    }

    private ApiError error(Lane lane, WireResponse response) {
        try {
            return lane.channel().decodeError(response).orElseGet(() -> ErrorReader.read(response));
        } catch (RuntimeException | Error e) {
            LOG.warn("{} can't read an error answer: {}", lane.name(), Refusals.shown(e));
            return ErrorReader.read(response);
        }
    }

    /** A 400 costs only the messages it means: those it names, or else those that are refused alone. */
    private void separate(Batch batch, ApiError error, Deque<Batch> todo) {
        Map<Integer, ApiError> named = Violations.byIndex(error, batch.size());
        if (named.isEmpty()) {
            split(batch.halves(), todo);
            return;
        }
        List<Entry> rest = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Entry entry = batch.entries().get(i);
            ApiError own = named.get(i);
            if (own == null) {
                rest.add(entry);
            } else {
                entry.settle(Refusals.refused(entry, FailureReason.INVALID_REQUEST, own, ""));
            }
        }
        if (!rest.isEmpty()) {
            todo.push(batch.part(rest));
        }
    }

    private static void split(List<Batch> halves, Deque<Batch> todo) {
        todo.push(halves.get(1));
        todo.push(halves.get(0));
    }

    private void retry(Lane lane, Batch batch, Optional<Duration> wait, Function<Entry, Receipt> failure) {
        Instant now = clock.instant();
        if (wait.isPresent()) {
            Duration pause = shorter(wait.get(), settings.breakerOpenFor());
            lane.pause(now.plus(pause));
            desk.wake(lane, pause);
        }
        if (batch.tries() >= settings.maxTries()) {
            settleAll(batch, failure);
            return;
        }
        Duration jitter = backoff.jitter(batch.tries());
        Duration delay = wait.filter(least -> least.compareTo(jitter) > 0).orElse(jitter);
        Instant at = now.plus(delay);
        for (Entry entry : batch.takeOut(entry -> !at.isBefore(batch.limit(entry, settings.tryFor())))) {
            entry.settle(failure.apply(entry));
        }
        if (batch.size() > 0) {
            batch.failed(failure);
            desk.later(lane, batch, delay);
        }
    }

    private void record(Lane lane, boolean failure, boolean probe) {
        Instant now = clock.instant();
        switch (lane.record(failure, probe, now)) {
            case OPENED -> {
                LOG.warn(
                        "{} fails: it is left alone for {} ms, then one request tries it; its messages wait",
                        lane.name(),
                        settings.breakerOpenFor().toMillis());
                desk.wake(lane, settings.breakerOpenFor());
            }
            case CLOSED -> {
                LOG.info("{} works again", lane.name());
                desk.wake(lane, Duration.ZERO);
            }
            case NONE -> {}
        }
    }

    private String tries(Batch batch) {
        return " (try " + batch.tries() + " of " + settings.maxTries() + ")";
    }

    private static void settleAll(Batch batch, Function<Entry, Receipt> receipt) {
        for (Entry entry : batch.entries()) {
            entry.settle(receipt.apply(entry));
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
