package io.chatauth.store;

import io.chatauth.MessageStatus;
import io.chatauth.store.Calendar.When;
import io.chatauth.store.InMemoryChallengeStore.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
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
    private final ConcurrentHashMap<String, Calendar> byKey = new ConcurrentHashMap<>();

    private final Calendar messages = new Calendar();
    private final Calendar steps = new Calendar();
    private final Calendar expiries = new Calendar();
    /** What ended, when it did; and what expired and somebody claimed the expiry of, which is not due then. */
    private final Calendar over = new Calendar();

    private final ConcurrentHashMap<String, LongAdder> uses = new ConcurrentHashMap<>();

    /** Takes what the row wants and does not hold yet: all, or nothing more if another row has one. */
    boolean takeLookups(Row row, List<String> held, List<String> wanted) {
        for (String lookup : wanted) {
            Row holder = byLookup.putIfAbsent(lookup, row);
            if (holder != null && holder != row) {
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
        queued(challenge).forEach(when -> messages.put(when, row));
        row.stepDue.ifPresent(at -> steps.put(when(challenge, at), row));
        expiries.put(when(challenge, row.expiryDue), row);
    }

    /** Replaces the row's challenge. New look-ups were taken before. */
    void replace(Row row, ChallengeRecord after) {
        ChallengeRecord before = row.challenge;
        if (!before.state().ended()) {
            if (after.state().ended()) {
                leave(row, before);
                over.put(overAt(after), row);
            } else {
                move(row, before, after);
            }
        }
        row.challenge = after;
    }

    private void move(Row row, ChallengeRecord before, ChallengeRecord after) {
        if (!sameKeys(before, after)) {
            enterGroups(row, after);
            leaveOldGroups(before, after);
            releaseLookups(row, before.lookups(), after.lookups());
        }
        if (before.messages() != after.messages()) {
            List<When> old = queued(before);
            List<When> now = queued(after);
            now.forEach(when -> messages.put(when, row));
            old.stream().filter(when -> !now.contains(when)).forEach(messages::remove);
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
            over.remove(overAt(row.challenge));
        } else {
            leave(row, row.challenge);
        }
    }

    private void leave(Row row, ChallengeRecord open) {
        leaveGroups(open);
        releaseLookups(row, open.lookups(), List.of());
        queued(open).forEach(messages::remove);
        row.stepDue.ifPresent(at -> steps.remove(when(open, at)));
        expiries.remove(when(open, row.expiryDue));
        if (expiryClaimed(row)) {
            over.remove(overAt(open));
        }
    }

    private void enterGroups(Row row, ChallengeRecord open) {
        byRecipient.add(recipient(open), open, row);
        bySubject.add(open.subjectKey(), open, row);
        ofKey(open.codeKeyId()).put(when(open, open.createdAt()), row);
        countKeys(open, 1);
    }

    private void leaveGroups(ChallengeRecord open) {
        byRecipient.remove(recipient(open), open);
        bySubject.remove(open.subjectKey(), open);
        ofKey(open.codeKeyId()).remove(when(open, open.createdAt()));
        countKeys(open, -1);
    }

    /** After the row entered its new groups: leaves those of its old groups that are none of the new. */
    private void leaveOldGroups(ChallengeRecord before, ChallengeRecord after) {
        if (!recipient(before).equals(recipient(after))) {
            byRecipient.remove(recipient(before), before);
        }
        if (!before.subjectKey().equals(after.subjectKey())) {
            bySubject.remove(before.subjectKey(), before);
        }
        if (!before.codeKeyId().equals(after.codeKeyId())) {
            ofKey(before.codeKeyId()).remove(when(before, before.createdAt()));
        }
        countKeys(before, -1);
    }

    private Calendar ofKey(String keyId) {
        Calendar known = byKey.get(keyId);
        return known != null ? known : byKey.computeIfAbsent(keyId, none -> new Calendar());
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
        row.stepDue.ifPresent(old -> steps.remove(when(row.challenge, old)));
        row.stepDue = at;
        at.ifPresent(due -> steps.put(when(row.challenge, due), row));
    }

    void expiryDue(Row row, Instant at) {
        expiries.remove(when(row.challenge, row.expiryDue));
        row.expiryDue = at;
        expiries.put(when(row.challenge, at), row);
        if (expiryClaimed(row)) {
            over.put(overAt(row.challenge), row);
        }
    }

    private static boolean expiryClaimed(Row row) {
        return !row.expiryDue.equals(row.challenge.expiresAt());
    }

    /** Visits what may be due, longest due first. */
    void due(DueKind kind, Instant now, Calendar.Visitor visitor) {
        of(kind).until(now, visitor);
    }

    /** Whether that work is still there; to be asked under the row's monitor. */
    boolean holds(DueKind kind, When when) {
        return of(kind).contains(when);
    }

    private Calendar of(DueKind kind) {
        return switch (kind) {
            case MESSAGE -> messages;
            case STEP -> steps;
            case EXPIRY -> expiries;
        };
    }

    /** Visits what is over since a time, longest ago first, then what expired before it and nobody claimed. */
    void overBefore(Instant before, Calendar.Visitor visitor) {
        boolean[] more = {true};
        over.before(before, (when, row) -> {
            more[0] = visitor.visit(when, row);
            return more[0];
        });
        if (more[0]) {
            expiries.before(before, visitor);
        }
    }

    /** Whether the challenge ended or expired before a time; to be asked under the row's monitor. */
    static boolean isOver(ChallengeRecord challenge, Instant before) {
        return challenge.endedAt().orElse(challenge.expiresAt()).isBefore(before);
    }

    List<ChallengeRecord> findOpen(OpenQuery query, int limit) {
        if (query instanceof OpenQuery.ByLookup by) {
            Row row = byLookup.get(by.lookup());
            return row == null
                    ? List.of()
                    : open(List.of(row), by, limit, found -> found.lookups().contains(by.lookup()));
        } else if (query instanceof OpenQuery.ByRecipient by) {
            String name = recipient(by.channel().value(), by.recipientKey());
            return open(
                    byRecipient.of(name),
                    by,
                    limit,
                    found -> found.recipientKey().equals(by.recipientKey()));
        } else if (query instanceof OpenQuery.BySubject by) {
            return open(
                    bySubject.of(by.subjectKey()),
                    by,
                    limit,
                    found -> found.subjectKey().equals(by.subjectKey()));
        }
        OpenQuery.ByKey by = (OpenQuery.ByKey) query;
        List<ChallengeRecord> found = new ArrayList<>();
        ofKey(by.keyId()).newestFirst((when, row) -> {
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

    private static List<When> queued(ChallengeRecord challenge) {
        List<When> queued = new ArrayList<>(1);
        for (MessageRecord message : challenge.messages()) {
            if (message.status() == MessageStatus.QUEUED) {
                queued.add(new When(message.leasedUntil(), challenge.id().value(), message.id()));
            }
        }
        return queued;
    }

    private static When when(ChallengeRecord challenge, Instant at) {
        return new When(at, challenge.id().value(), "");
    }

    private static When overAt(ChallengeRecord challenge) {
        return when(challenge, challenge.endedAt().orElse(challenge.expiresAt()));
    }

    private static String recipient(ChallengeRecord challenge) {
        return recipient(challenge.channel().value(), challenge.recipientKey());
    }

    private static String recipient(String channel, String recipientKey) {
        return channel + "/" + recipientKey;
    }
}
