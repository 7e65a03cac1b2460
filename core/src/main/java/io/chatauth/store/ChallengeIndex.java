package io.chatauth.store;

import io.chatauth.MessageStatus;
import io.chatauth.store.InMemoryChallengeStore.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

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
    private final Calendar<Work> messages = new Calendar<>();

    private final Calendar<Work> steps = new Calendar<>();
    private final Calendar<Work> expiries = new Calendar<>();
    /** What ended, when it did; and what expired and somebody claimed the expiry of, which is not due then. */
    private final Calendar<Row> over = new Calendar<>();

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
        queued(row, challenge, messages::put);
        row.stepDue.ifPresent(at -> steps.put(row, at));
        expiries.put(row, row.expiryDue);
    }

    /** Replaces the row's challenge. New look-ups were taken before. */
    void replace(Row row, ChallengeRecord after) {
        ChallengeRecord before = row.challenge;
        if (!before.state().ended()) {
            if (after.state().ended()) {
                leave(row, before);
                over.put(row, overAt(after));
            } else {
                move(row, before, after);
            }
        }
        row.challenge = after;
    }

    private void move(Row row, ChallengeRecord before, ChallengeRecord after) {
        if (!sameKeys(before, after)) {
            enterGroups(row, after);
            leaveOldGroups(row, before, after);
            releaseLookups(row, before.lookups(), after.lookups());
        }
        if (before.messages() != after.messages()) {
            queued(row, after, messages::put);
            queued(row, before, (work, at) -> {
                if (!waits(after, work, at)) {
                    messages.remove(work, at);
                }
            });
        }
    }

    private static boolean sameKeys(ChallengeRecord one, ChallengeRecord other) {
        return one.recipientKey().equals(other.recipientKey())
                && one.subjectKey().equals(other.subjectKey())
                && one.indexKeyId().equals(other.indexKeyId())
                && one.lookups().equals(other.lookups())
                && one.payload().equals(other.payload());
    }

    void remove(Row row) {
        if (row.challenge.state().ended()) {
            over.remove(row, overAt(row.challenge));
        } else {
            leave(row, row.challenge);
        }
    }

    private void leave(Row row, ChallengeRecord open) {
        leaveGroups(row, open);
        releaseLookups(row, open.lookups(), List.of());
        queued(row, open, messages::remove);
        row.stepDue.ifPresent(at -> steps.remove(row, at));
        expiries.remove(row, row.expiryDue);
        if (expiryClaimed(row)) {
            over.remove(row, overAt(open));
        }
    }

    private void enterGroups(Row row, ChallengeRecord open) {
        byRecipient.add(open.recipientKey(), row);
        bySubject.add(open.subjectKey(), row);
        ofKey(open.codeKeyId()).put(row, open.createdAt());
        countKeys(open, 1);
    }

    private void leaveGroups(Row row, ChallengeRecord open) {
        byRecipient.remove(open.recipientKey(), row);
        bySubject.remove(open.subjectKey(), row);
        ofKey(open.codeKeyId()).remove(row, open.createdAt());
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
        return known != null ? known : byKey.computeIfAbsent(keyId, none -> new Calendar<>());
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
        row.stepDue.ifPresent(old -> steps.remove(row, old));
        row.stepDue = at;
        at.ifPresent(due -> steps.put(row, due));
    }

    void expiryDue(Row row, Instant at) {
        expiries.remove(row, row.expiryDue);
        row.expiryDue = at;
        expiries.put(row, at);
        if (expiryClaimed(row)) {
            over.put(row, overAt(row.challenge));
        }
    }

    private static boolean expiryClaimed(Row row) {
        return !row.expiryDue.equals(row.challenge.expiresAt());
    }

    /** Visits what may be due, longest due first. */
    void due(DueKind kind, Instant now, Calendar.Visitor<Work> visitor) {
        of(kind).until(now, visitor);
    }

    /** Whether that work is still there; to be asked under the row's monitor. */
    boolean holds(DueKind kind, Work work, Instant at) {
        return of(kind).contains(work, at);
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

    private static void queued(Row row, ChallengeRecord challenge, BiConsumer<Work, Instant> each) {
        for (MessageRecord message : challenge.messages()) {
            if (message.status() == MessageStatus.QUEUED) {
                each.accept(new Queued(row, message.id()), message.leasedUntil());
            }
        }
    }

    private static boolean waits(ChallengeRecord challenge, Work work, Instant until) {
        return work.message()
                .flatMap(challenge::message)
                .filter(message -> message.status() == MessageStatus.QUEUED
                        && message.leasedUntil().equals(until))
                .isPresent();
    }

    private static Instant overAt(ChallengeRecord challenge) {
        return challenge.endedAt().orElse(challenge.expiresAt());
    }
}
