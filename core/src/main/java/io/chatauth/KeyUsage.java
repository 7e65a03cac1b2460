package io.chatauth;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who needs a key of the ring, and which nodes have it. Nodes are those that share the state and were heard of within a
 * minute, without the one that was asked.
 *
 * @param keyId the key
 * @param state its state on the node that was asked; empty if its ring lacks the key
 * @param compromised whether it was declared compromised
 * @param openChallenges how many open challenges need it, for their secret, look-up keys or payload; it can be removed at 0
 * @param newest when the newest open challenge whose secret is made with it was made; a key may retire 10 minutes later
 * @param knownBy the other nodes that have it
 * @param activeOn the other nodes on which it is active
 */
public record KeyUsage(
        String keyId,
        Optional<KeyRing.State> state,
        boolean compromised,
        long openChallenges,
        Optional<Instant> newest,
        List<String> knownBy,
        List<String> activeOn) {
    /** Copies the lists. */
    public KeyUsage {
        Objects.requireNonNull(keyId, "keyId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(newest, "newest");
        knownBy = List.copyOf(knownBy);
        activeOn = List.copyOf(activeOn);
    }
}
