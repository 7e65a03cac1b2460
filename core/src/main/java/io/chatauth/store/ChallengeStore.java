package io.chatauth.store;

import io.chatauth.ChallengeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps challenges. The store decides: whoever wins the one conditional write has answered the challenge.
 *
 * <p>Implementations are safe for use by many threads, and by many nodes where they say so. Every method throws
 * {@link io.chatauth.StoreException} if the store can't do it, and then it may or may not have been done. The testkit's
 * {@code ChallengeStoreContract} says all this as tests.
 */
public interface ChallengeStore {
    /**
     * Stores a new challenge with its first message.
     *
     * @param challenge the challenge, open
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
     * Finds open challenges.
     *
     * @param query which ones
     * @param limit how many at most, 1 or more
     * @return the challenges, newest first
     */
    List<ChallengeRecord> findOpen(OpenQuery query, int limit);

    /**
     * Carries out a transition as one atomic conditional write.
     *
     * @param id the challenge
     * @param transition the change
     * @return whether this call won, and the challenge after it
     */
    Applied apply(ChallengeId id, Transition transition);

    /**
     * Claims due work, so that no other node does it before the lease runs out.
     *
     * <p>{@link DueKind#MESSAGE} gives the message's lease to the node; {@link DueKind#STEP} and {@link DueKind#EXPIRY}
     * hide the challenge from further claims of that kind until the lease has run out.
     *
     * @param kind the kind of work
     * @param node who claims
     * @param now the time that counts
     * @param lease for how long
     * @param limit how many at most, 1 or more
     * @return the claimed work, longest due first
     */
    List<Due> claim(DueKind kind, String node, Instant now, Duration lease, int limit);

    /**
     * Removes challenges that ended, or expired, before a time.
     *
     * @param before the time
     * @param limit how many at most, 1 or more
     * @return how many were removed
     */
    int purge(Instant before, int limit);

    /**
     * Counts the challenges that still need a key: open ones whose secret, look-up keys or payload depend on it.
     *
     * @param keyId the key id
     * @return the count
     */
    long uses(String keyId);
}
