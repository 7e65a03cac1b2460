package io.chatauth.internal.engine;

import io.chatauth.StoreException;
import io.chatauth.event.ChatAuthEvent.OperatorAlert;
import io.chatauth.internal.key.Keys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other nodes which keys this one has, and learns from them which keys were declared compromised. The shared state
 * can't be listed, so nodes sit on numbered seats; a seat is free when its node was not heard of for a minute. Safe for use by
 * many threads.
 */
final class KeyWatch {
    /** How long a node counts as alive after its last word. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** How many nodes can be seen. */
    static final int SEATS = 64;

    /** The longest life of a challenge; every node that has the key renews the mark in every round. */
    private static final Duration MARK_LIVES = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);

    private final Parts parts;
    private final Set<String> toldLacking = new HashSet<>();
    private Optional<String> seat = Optional.empty();
    private String said = "";
    private boolean unreachable;

    KeyWatch(Parts parts) {
        this.parts = parts;
    }

    /**
     * One round: learns and tells. Where the shared state can't be reached, what is known stays.
     *
     * @return the keys of this node's ring that are compromised
     */
    synchronized Set<String> run() {
        try {
            learn();
            announce();
            unreachable = false;
        } catch (StoreException e) {
            if (!unreachable) {
                LOG.error(
                        "Which keys other nodes have, and which are compromised, can't be learned: {}", e.getMessage());
            }
            unreachable = true;
        }
        Set<String> compromised = new HashSet<>(parts.keys().compromised());
        compromised.retainAll(parts.keys().ring().states().keySet());
        return compromised;
    }

    /** Marks a key for all nodes, then here. */
    synchronized void mark(String keyId) {
        parts.state().put(markKey(keyId), parts.node(), MARK_LIVES);
        parts.keys().markCompromised(keyId);
    }

    /** Tells whether a key, of this ring or of another, is marked. */
    boolean marked(Keys keys, String keyId) {
        return parts.state().get(markKey(keys, keyId)).isPresent();
    }

    /** Says at once what this node has. */
    synchronized void announce() {
        String words = KeyAnnouncement.of(parts.node(), parts.keys()).write();
        boolean held = seat.filter(
                        key -> parts.state().get(key).filter(said::equals).isPresent())
                .isPresent();
        if (!held) {
            seat = freeSeat(words);
        } else if (seat.isPresent()) {
            parts.state().put(seat.get(), words, LEASE);
        }
        said = words;
        if (!held) {
            warnOfOthers();
        }
    }

    /** Gives the other nodes that were heard of within a minute. */
    List<KeyAnnouncement> others() {
        List<KeyAnnouncement> others = new ArrayList<>();
        for (int i = 0; i < SEATS; i++) {
            parts.state()
                    .get(seatKey(i))
                    .flatMap(KeyAnnouncement::read)
                    .filter(other -> !other.node().equals(parts.node()))
                    .ifPresent(others::add);
        }
        return others;
    }

    /** Gives the seat up. */
    synchronized void leave() {
        try {
            seat.ifPresent(key -> parts.state().remove(key, said));
        } catch (StoreException e) {
            LOG.debug("This node's keys stay announced for a minute: {}", e.getMessage());
        }
        seat = Optional.empty();
    }

    private Optional<String> freeSeat(String words) {
        for (int i = 0; i < SEATS; i++) {
            if (parts.state().putIfAbsent(seatKey(i), words, LEASE)) {
                return Optional.of(seatKey(i));
            }
        }
        LOG.warn("There are more than {} nodes: this one's keys are not seen by the others", SEATS);
        return Optional.empty();
    }

    /** A node that was started with a key that others lack can't be kept from it; the operator must know. */
    private void warnOfOthers() {
        String active = parts.keys().activeId();
        String fingerprint = parts.keys().fingerprint(active);
        List<String> lacking = others().stream()
                .filter(other -> !other.has(active, fingerprint))
                .map(KeyAnnouncement::node)
                .toList();
        if (!lacking.isEmpty() && toldLacking.add(active)) {
            alert("the key '" + active + "' is active here, and " + lacking
                    + " can't check codes made with it; give them" + " the key as verify-only");
        }
    }

    private void learn() {
        for (String keyId : parts.keys().ring().states().keySet()) {
            Optional<String> marker = parts.state().get(markKey(keyId));
            boolean known = parts.keys().compromised().contains(keyId);
            if (known) {
                parts.state().put(markKey(keyId), marker.orElse(parts.node()), MARK_LIVES);
            } else if (marker.isPresent() && parts.keys().markCompromised(keyId)) {
                boolean active = parts.keys().activeId().equals(keyId);
                alert("the key '" + keyId + "' was declared compromised at " + marker.get()
                        + "; this node makes and checks nothing with it any more"
                        + (active
                                ? ". It is this node's active key, so nothing can be started here: give this node a ring"
                                        + " with another active key"
                                : ""));
            }
        }
    }

    private void alert(String text) {
        LOG.error("Key ring: {}", text);
        parts.events().tell(new OperatorAlert(parts.clock().instant(), text));
    }

    private String markKey(String keyId) {
        return markKey(parts.keys(), keyId);
    }

    private static String markKey(Keys keys, String keyId) {
        return "key-compromised:" + keyId + ":" + keys.fingerprint(keyId);
    }

    private static String seatKey(int number) {
        return "key-seat:" + number;
    }
}
