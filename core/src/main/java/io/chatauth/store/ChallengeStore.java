package io.chatauth.store;

import io.chatauth.ChallengeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps challenges. The store decides: whoever wins the one conditional write has answered the challenge.
 *
 * <p><em>Open</em> means that the state is {@link io.chatauth.ChallengeState#OPEN}, <em>ended</em> that it is another.
 * A challenge whose time has run out stays open until somebody lets it expire; it can't be answered any more, because
 * every write that needs time compares {@code expiresAt} itself. Times are kept to the millisecond at least.
 *
 * <p>Implementations are safe for use by many threads, and by many nodes where they say so. Every method throws
 * {@link io.chatauth.StoreException} if the store can't do it, and then it may or may not have been done. The testkit's
 * {@code ChallengeStoreContract} says all this as tests.
 */
public interface ChallengeStore {
    /**
     * Stores a new challenge with its first message.
     *
     * <p>An id is taken as long as the challenge is stored, a look-up key as long as its challenge is open. Of several
     * that want the same one, one gets it; of a refused challenge nothing is stored.
     *
     * @param challenge the challenge, open, with no message or its first one
     * @throws IllegalArgumentException if the challenge is not open
     * @throws io.chatauth.StoreException if it can't be stored, or its id or one of its look-up keys is taken
     */
    void insert(ChallengeRecord challenge);

    /**
     * Finds a challenge, open or ended.
     *
     * @param id the id
     * @return the challenge; empty if there is none, or it was purged
     */
    Optional<ChallengeRecord> find(ChallengeId id);

    /**
     * Finds open challenges whose time has not run out, of all tenants.
     *
     * @param query which ones
     * @param limit how many at most, 1 or more
     * @return the challenges, newest first
     * @throws IllegalArgumentException if the limit is below 1
     */
    List<ChallengeRecord> findOpen(OpenQuery query, int limit);

    /**
     * Carries out a transition as one atomic conditional write.
     *
     * @param id the challenge
     * @param transition the change
     * @return whether this call won, and the challenge after it; without a challenge of that id, not won and empty
     * @throws io.chatauth.StoreException if it can't be done, or a {@link Transition.Rekey} brings a look-up key that
     *     another open challenge has; then nothing is changed
     */
    Applied apply(ChallengeId id, Transition transition);

    /**
     * Claims due work, so that no other node does it before the lease runs out.
     *
     * <p>{@link DueKind#MESSAGE} gives the message's lease to the node; {@link DueKind#STEP} and {@link DueKind#EXPIRY}
     * hide the challenge from further claims of that kind, by any node, until the lease has run out. A
     * {@link Transition.Send} or {@link Transition.NextStep} that wins ends the hiding of the step, since it says when the next one
     * is due.
     *
     * <p>What became due at {@code now} is due, and a lease until {@code now} has run out. Work of an open challenge is
     * given out even if its time has run out; whoever claims it looks at {@code expiresAt}.
     *
     * @param kind the kind of work
     * @param node who claims
     * @param now the time that counts
     * @param lease for how long, more than zero
     * @param limit how many at most, 1 or more
     * @return the claimed work, with the challenge as it stands after the claim; what could be claimed longest comes first
     * @throws IllegalArgumentException if the lease is not positive or the limit is below 1
     */
    List<Due> claim(DueKind kind, String node, Instant now, Duration lease, int limit);

    /**
     * Removes challenges that ended before a time, and open ones whose {@code expiresAt} lies before it: they were let
     * expire by nobody. Those that ended at that very time stay.
     *
     * @param before the time
     * @param limit how many at most, 1 or more
     * @return how many were removed
     * @throws IllegalArgumentException if the limit is below 1
     */
    int purge(Instant before, int limit);

    /**
     * Counts the challenges that still need a key: open ones whose secret, look-up keys or payload depend on it, each
     * once.
     *
     * @param keyId the key id
     * @return the count
     */
    long uses(String keyId);
}
