package io.chatauth.store;

import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps challenges in the memory of this process: for one node, for development and for tests. A restart forgets them all.
 *
 * <p>Every change locks its challenge and nothing else; due work, purging and look-ups go over ordered indexes and never
 * over all challenges. The number of challenges is bounded: when the store is full it drops challenges that ended longer
 * ago than the retention, and if none did, it refuses new ones. Safe for use by many threads.
 */
public final class InMemoryChallengeStore implements ChallengeStore {
    private static final int DEFAULT_MAXIMUM = 1_000_000;
    private static final Duration DEFAULT_RETENTION = Duration.ofHours(1);
    private static final int DROPPED_AT_ONCE = 1_000;

    private final int maximum;
    private final Duration retention;
    private final ConcurrentHashMap<ChallengeId, Row> rows = new ConcurrentHashMap<>();
    private final AtomicInteger seats = new AtomicInteger();
    private final ChallengeIndex index = new ChallengeIndex();

    /** One stored challenge. Its monitor guards all changes; who reads without it looks again under it before acting. */
    static final class Row implements ChallengeIndex.Work, Groups.Group {
        /** Replaced as a whole, so that readers need no lock. */
        volatile ChallengeRecord challenge;
        /** From when the expiry can be claimed. */
        volatile Instant expiryDue;
        /** From when the step can be claimed. */
        volatile Optional<Instant> stepDue;
        /** Whether it is in the store; not before its insertion is complete, and not after it was purged. */
        volatile boolean stored;
        /** Whether it left the store for good. */
        volatile boolean purged;

        Row(ChallengeRecord challenge) {
            this.challenge = challenge;
            expiryDue = challenge.expiresAt();
            stepDue = challenge.nextStepAt();
        }

        boolean isOpen() {
            return !purged && !challenge.state().ended();
        }

        boolean expiryClaimed() {
            return !expiryDue.equals(challenge.expiresAt());
        }

        @Nullable
        Instant openSince() {
            return isOpen() ? challenge.createdAt() : null;
        }

        @Nullable
        Instant stepDue() {
            return isOpen() ? stepDue.orElse(null) : null;
        }

        @Nullable
        Instant expiryDue() {
            return isOpen() ? expiryDue : null;
        }

        @Nullable
        Instant overAt() {
            boolean listed = !purged && (challenge.state().ended() || expiryClaimed());
            return listed ? ChallengeIndex.overAt(challenge) : null;
        }

        @Override
        public Row row() {
            return this;
        }

        @Override
        public Optional<String> message() {
            return Optional.empty();
        }

        @Override
        public Collection<Row> rows() {
            return List.of(this);
        }
    }

    /** Makes a store for up to 1,000,000 challenges, which may drop those that ended more than an hour ago when full. */
    public InMemoryChallengeStore() {
        this(DEFAULT_MAXIMUM, DEFAULT_RETENTION);
    }

    /**
     * Makes a store.
     *
     * @param maximum how many challenges it keeps at most, 1 or more; each takes about 2 KB
     * @param retention how long an ended challenge must be kept even if the store is full, zero or more: as long as a used
     *     code must be remembered
     * @throws IllegalArgumentException if an argument is out of range
     */
    public InMemoryChallengeStore(int maximum, Duration retention) {
        if (maximum < 1) {
            throw new IllegalArgumentException("the maximum of challenges is " + maximum + ", expected 1 or more");
        }
        if (retention.isNegative()) {
            throw new IllegalArgumentException("the retention is " + retention + ", expected zero or more");
        }
        this.maximum = maximum;
        this.retention = retention;
    }

    @Override
    public void insert(ChallengeRecord challenge) {
        if (challenge.state() != ChallengeState.OPEN) {
            throw new IllegalArgumentException("the challenge " + challenge.id() + " is " + challenge.state()
                    + ", only an open one can be inserted");
        }
        takeSeat(challenge.createdAt());
        boolean done = false;
        try {
            insertSeated(challenge);
            done = true;
        } finally {
            if (!done) {
                seats.decrementAndGet();
            }
        }
    }

    private void insertSeated(ChallengeRecord challenge) {
        Row row = new Row(challenge);
        synchronized (row) {
            takeLookups(row, List.of(), challenge);
            if (rows.putIfAbsent(challenge.id(), row) != null) {
                index.releaseLookups(row, challenge.lookups(), List.of());
                throw new StoreException(
                        "the challenge " + challenge.id() + " can't be stored: its id is taken; make another", null);
            }
            index.add(row);
            row.stored = true;
        }
    }

    private void takeLookups(Row row, List<String> held, ChallengeRecord wanted) {
        if (!index.takeLookups(row, held, wanted.lookups())) {
            throw new StoreException(
                    "the challenge " + wanted.id()
                            + " can't be stored: another open one has one of its look-up keys; make others",
                    null);
        }
    }

    private void takeSeat(Instant now) {
        if (seats.incrementAndGet() <= maximum) {
            return;
        }
        seats.decrementAndGet();
        purge(now.minus(retention), DROPPED_AT_ONCE);
        if (seats.incrementAndGet() > maximum) {
            seats.decrementAndGet();
            throw new StoreException(
                    "the store in memory is full: it holds " + maximum + " challenges, and none ended more than "
                            + retention + " ago; allow more, purge earlier, or use another store",
                    null);
        }
    }

    @Override
    public Optional<ChallengeRecord> find(ChallengeId id) {
        Row row = rows.get(id);
        return row == null || !row.stored ? Optional.empty() : Optional.of(row.challenge);
    }

    @Override
    public List<ChallengeRecord> findOpen(OpenQuery query, int limit) {
        requireLimit(limit);
        return index.findOpen(query, limit);
    }

    @Override
    public Applied apply(ChallengeId id, Transition transition) {
        Objects.requireNonNull(transition, "transition");
        Row row = rows.get(id);
        if (row == null) {
            return new Applied(false, Optional.empty());
        }
        synchronized (row) {
            if (!row.stored) {
                return new Applied(false, Optional.empty());
            }
            ChallengeRecord before = row.challenge;
            Optional<ChallengeRecord> after = Transitions.carryOut(before, transition);
            if (after.isEmpty()) {
                return new Applied(false, Optional.of(before));
            }
            if (transition instanceof Transition.Rekey) {
                takeLookups(row, before.lookups(), after.get());
            } else if (transition instanceof Transition.Send || transition instanceof Transition.NextStep) {
                index.stepDue(row, after.get().nextStepAt());
            }
            index.replace(row, after.get());
            return new Applied(true, Optional.of(Transitions.unerased(before, after.get())));
        }
    }

    @Override
    public List<Due> claim(DueKind kind, String node, Instant now, Duration lease, int limit) {
        requireLimit(limit);
        Objects.requireNonNull(node, "node");
        if (lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("a lease of " + lease + " can't be claimed, expected more than zero");
        }
        Instant until = now.plus(lease);
        List<Due> claimed = new ArrayList<>();
        index.due(kind, now, (work, at) -> {
            Row row = work.row();
            synchronized (row) {
                if (index.holds(kind, work, at)) {
                    hold(kind, row, work.message(), node, now, until);
                    claimed.add(new Due(kind, row.challenge, work.message()));
                }
            }
            return claimed.size() < limit;
        });
        return claimed;
    }

    private void hold(DueKind kind, Row row, Optional<String> message, String node, Instant now, Instant until) {
        switch (kind) {
            case MESSAGE -> {
                Transition lease = new Transition.Lease(now, message.orElseThrow(), node, until);
                index.replace(row, Transitions.carryOut(row.challenge, lease).orElseThrow());
            }
            case STEP -> index.stepDue(row, Optional.of(until));
            case EXPIRY -> index.expiryDue(row, until);
        }
    }

    @Override
    public int purge(Instant before, int limit) {
        requireLimit(limit);
        int[] purged = new int[1];
        index.overBefore(before, (row, at) -> {
            synchronized (row) {
                if (row.stored && ChallengeIndex.isOver(row.challenge, before)) {
                    row.stored = false;
                    row.purged = true;
                    index.remove(row);
                    rows.remove(row.challenge.id(), row);
                    seats.decrementAndGet();
                    purged[0]++;
                }
            }
            return purged[0] < limit;
        });
        return purged[0];
    }

    @Override
    public long uses(String keyId) {
        return index.uses(Objects.requireNonNull(keyId, "keyId"));
    }

    /**
     * Counts the challenges it holds, open and ended.
     *
     * @return the count, at most the maximum
     */
    public int size() {
        return Math.min(seats.get(), maximum);
    }

    /**
     * Says how full it is.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "InMemoryChallengeStore[" + size() + " of " + maximum + " challenges]";
    }

    private static void requireLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit is " + limit + ", expected 1 or more");
        }
    }
}
