package io.chatauth.store;

import io.chatauth.MessageStatus;
import io.chatauth.store.InMemoryChallengeStore.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The ordered ways to the challenges in memory. Each may be changed by many threads at once; the entries of one row are
 * changed under the row's monitor only. Readers may see an entry a moment longer than the row, so they check the row.
 */
final class ChallengeIndex {
    private final ConcurrentHashMap<String, Row> byLookup = new ConcurrentHashMap<>();
    private final Groups byRecipient = new Groups();
    private final Groups bySubject = new Groups();
    /** The keys are few and stay; all challenges are in the groups of very few. */
    private final ConcurrentHashMap<String, Calendar<Row>> byKey = new ConcurrentHashMap<>();

    /** By the end of their leases. */
    private final Calendar<Work> messages = new Calendar<>(ChallengeIndex::leasedUntil);

    private final Calendar<Work> steps = new Calendar<>(work -> work.row().stepDue());
    private final Calendar<Work> expiries = new Calendar<>(work -> work.row().expiryDue());
    /** What ended, when it did; and what expired and somebody claimed the expiry of, which is not due then. */
    private final Calendar<Row> over = new Calendar<>(Row::overAt);

    private final ConcurrentHashMap<String, LongAdder> uses = new ConcurrentHashMap<>();

    /** Something to do for a row. */
    interface Work {
        Row row();

        /** The message it is about; empty if it is about the challenge. */
        Optional<String> message();
    }

    private record Queued(Row row, String id) implements Work {
        @Override
        public Optional<String> message() {
            return Optional.of(id);
        }
    }

    /** Takes what the row wants and does not hold yet: all, or nothing more if another row has one. */
    boolean takeLookups(Row row, List<String> held, List<String> wanted) {
        for (String lookup : wanted) {
            Row holder = byLookup.putIfAbsent(lookup, row);
            if (holder != null && !holder.equals(row)) {
                releaseLookups(row, wanted, held);
                return false;
            }
        }
        return true;
    }

    void releaseLookups(Row row, List<String> held, List<String> kept) {
        for (String lookup : held) {
            if (!kept.contains(lookup)) {
                byLookup.remove(lookup, row);
            }
        }
    }

    /** Adds a row whose look-ups were taken before. */
    void add(Row row) {
        ChallengeRecord challenge = row.challenge;
        enterGroups(row, challenge);
        ofKey(challenge.codeKeyId()).put(row, challenge.createdAt());
        for (MessageRecord message : challenge.messages()) {
            if (message.status() == MessageStatus.QUEUED) {
                messages.put(new Queued(row, message.id()), message.leasedUntil());
            }
        }
        row.stepDue.ifPresent(at -> steps.put(row, at));
        expiries.put(row, row.expiryDue);
    }

    /** Replaces the row's challenge. New look-ups were taken before. */
    void replace(Row row, ChallengeRecord after) {
        ChallengeRecord before = row.challenge;
        if (before.state().ended()) {
            row.challenge = after;
        } else if (after.state().ended()) {
            leaveGroups(row, before);
            row.challenge = after;
            leaveCalendars(row, before);
            over.put(row, after.endedAt().orElseThrow());
        } else if (sameKeys(before, after)) {
            row.challenge = after;
        } else {
            enterGroups(row, after);
            row.challenge = after;
            leaveOldGroups(row, before, after);
            releaseLookups(row, before.lookups(), after.lookups());
        }
        if (!after.state().ended() && before.messages() != after.messages()) {
            move(row, before, after);
        }
    }

    private void move(Row row, ChallengeRecord before, ChallengeRecord after) {
        for (MessageRecord message : after.messages()) {
            if (message.status() == MessageStatus.QUEUED && !waits(before, message)) {
                messages.put(new Queued(row, message.id()), message.leasedUntil());
            }
        }
        for (MessageRecord message : before.messages()) {
            if (message.status() == MessageStatus.QUEUED && !waits(after, message)) {
                messages.left(message.leasedUntil());
            }
        }
    }

    /** Whether the message waits there just as it does here. */
    private static boolean waits(ChallengeRecord there, MessageRecord message) {
        return there.message(message.id())
                .filter(same -> same.status() == MessageStatus.QUEUED
                        && same.leasedUntil().equals(message.leasedUntil()))
                .isPresent();
    }

    private static @Nullable Instant leasedUntil(Work work) {
        Row row = work.row();
        return work.message()
                .filter(id -> row.isOpen())
                .flatMap(row.challenge::message)
                .filter(message -> message.status() == MessageStatus.QUEUED)
                .map(MessageRecord::leasedUntil)
                .orElse(null);
    }

    private static boolean sameKeys(ChallengeRecord one, ChallengeRecord other) {
        return one.recipientKey().equals(other.recipientKey())
                && one.subjectKey().equals(other.subjectKey())
                && one.indexKeyId().equals(other.indexKeyId())
                && one.lookups().equals(other.lookups())
                && one.payload().equals(other.payload());
    }

    /** Removes a row that is purged, and knows it. */
    void remove(Row row) {
        ChallengeRecord challenge = row.challenge;
        if (challenge.state().ended()) {
            over.left(overAt(challenge));
        } else {
            leaveGroups(row, challenge);
            leaveCalendars(row, challenge);
        }
    }

    /** To be called when the row is open no more. */
    private void leaveCalendars(Row row, ChallengeRecord before) {
        ofKey(before.codeKeyId()).left(before.createdAt());
        for (MessageRecord message : before.messages()) {
            if (message.status() == MessageStatus.QUEUED) {
                messages.left(message.leasedUntil());
            }
        }
        row.stepDue.ifPresent(steps::left);
        expiries.left(row.expiryDue);
        if (row.expiryClaimed()) {
            over.left(before.expiresAt());
        }
    }

    private void enterGroups(Row row, ChallengeRecord open) {
        byRecipient.add(open.recipientKey(), row);
        bySubject.add(open.subjectKey(), row);
        countKeys(open, 1);
    }

    private void leaveGroups(Row row, ChallengeRecord open) {
        byRecipient.remove(open.recipientKey(), row);
        bySubject.remove(open.subjectKey(), row);
        releaseLookups(row, open.lookups(), List.of());
        countKeys(open, -1);
    }

    /** After the row entered its new groups: leaves those of its old groups that are none of the new. */
    private void leaveOldGroups(Row row, ChallengeRecord before, ChallengeRecord after) {
        if (!before.recipientKey().equals(after.recipientKey())) {
            byRecipient.remove(before.recipientKey(), row);
        }
        if (!before.subjectKey().equals(after.subjectKey())) {
            bySubject.remove(before.subjectKey(), row);
        }
        countKeys(before, -1);
    }

    private Calendar<Row> ofKey(String keyId) {
        Calendar<Row> known = byKey.get(keyId);
        return known != null ? known : byKey.computeIfAbsent(keyId, none -> new Calendar<>(Row::openSince));
    }

    /** Counts each key once that the challenge needs, be it for its code, its look-up keys or its payload. */
    private void countKeys(ChallengeRecord open, int change) {
        String code = open.codeKeyId();
        String index = open.indexKeyId();
        count(code, change);
        if (!index.equals(code)) {
            count(index, change);
        }
        open.payload()
                .map(SealedPayload::keyId)
                .filter(key -> !key.equals(code) && !key.equals(index))
                .ifPresent(key -> count(key, change));
    }

    private void count(String keyId, int change) {
        LongAdder known = uses.get(keyId);
        (known != null ? known : uses.computeIfAbsent(keyId, none -> new LongAdder())).add(change);
    }

    void stepDue(Row row, Optional<Instant> at) {
        Optional<Instant> before = row.stepDue;
        row.stepDue = at;
        at.ifPresent(due -> steps.put(row, due));
        before.ifPresent(steps::left);
    }

    void expiryDue(Row row, Instant at) {
        Instant before = row.expiryDue;
        boolean claimed = row.expiryClaimed();
        row.expiryDue = at;
        expiries.put(row, at);
        expiries.left(before);
        if (!claimed && row.expiryClaimed()) {
            over.put(row, overAt(row.challenge));
        }
    }

    /** Visits what may be due, longest due first. */
    void due(DueKind kind, Instant now, Calendar.Visitor<Work> visitor) {
        of(kind).until(now, visitor);
    }

    /** Whether that work is still there; to be asked under the row's monitor. */
    boolean holds(DueKind kind, Work work, Instant at) {
        return of(kind).holds(work, at);
    }

    private Calendar<Work> of(DueKind kind) {
        return switch (kind) {
            case MESSAGE -> messages;
            case STEP -> steps;
            case EXPIRY -> expiries;
        };
    }

    /** Visits what is over since a time, longest ago first, then what expired before it and nobody claimed. */
    void overBefore(Instant before, Calendar.Visitor<Row> visitor) {
        boolean[] more = {true};
        over.before(before, (row, at) -> {
            more[0] = visitor.visit(row, at);
            return more[0];
        });
        if (more[0]) {
            expiries.before(before, (work, at) -> visitor.visit(work.row(), at));
        }
    }

    /** Whether the challenge ended or expired before a time; to be asked under the row's monitor. */
    static boolean isOver(ChallengeRecord challenge, Instant before) {
        return overAt(challenge).isBefore(before);
    }

    List<ChallengeRecord> findOpen(OpenQuery query, int limit) {
        if (query instanceof OpenQuery.ByLookup by) {
            Row row = byLookup.get(by.lookup());
            return row == null
                    ? List.of()
                    : open(List.of(row), by, limit, found -> found.lookups().contains(by.lookup()));
        } else if (query instanceof OpenQuery.ByRecipient by) {
            return open(
                    byRecipient.of(by.recipientKey()),
                    by,
                    limit,
                    found -> found.recipientKey().equals(by.recipientKey())
                            && found.channel().equals(by.channel()));
        } else if (query instanceof OpenQuery.BySubject by) {
            return open(
                    bySubject.of(by.subjectKey()),
                    by,
                    limit,
                    found -> found.subjectKey().equals(by.subjectKey()));
        }
        OpenQuery.ByKey by = (OpenQuery.ByKey) query;
        List<ChallengeRecord> found = new ArrayList<>();
        ofKey(by.keyId()).newestFirst((row, at) -> {
            if (isOpen(row, row.challenge, by)) {
                found.add(row.challenge);
            }
            return found.size() < limit;
        });
        return found;
    }

    private static List<ChallengeRecord> open(
            Iterable<Row> rows, OpenQuery query, int limit, Predicate<ChallengeRecord> wanted) {
        List<ChallengeRecord> found = new ArrayList<>();
        for (Row row : rows) {
            ChallengeRecord challenge = row.challenge;
            if (isOpen(row, challenge, query) && wanted.test(challenge)) {
                found.add(challenge);
            }
            if (found.size() == limit) {
                break;
            }
        }
        return found;
    }

    private static boolean isOpen(Row row, ChallengeRecord challenge, OpenQuery query) {
        return row.stored && !challenge.state().ended() && challenge.expiresAt().isAfter(query.at());
    }

    long uses(String keyId) {
        LongAdder count = uses.get(keyId);
        return count == null ? 0 : count.sum();
    }

    static Instant overAt(ChallengeRecord challenge) {
        return challenge.endedAt().orElse(challenge.expiresAt());
    }
}
