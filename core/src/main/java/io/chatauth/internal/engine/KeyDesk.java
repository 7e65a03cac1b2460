package io.chatauth.internal.engine;

import io.chatauth.ChallengeState;
import io.chatauth.ConfigurationException;
import io.chatauth.KeyRing;
import io.chatauth.KeyUsage;
import io.chatauth.event.ChatAuthEvent.KeyCompromised;
import io.chatauth.event.ChatAuthEvent.KeyRingReloaded;
import io.chatauth.internal.key.Keys;
import io.chatauth.internal.text.Masking;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators do with keys while the nodes run. Safe for use by many threads. */
public final class KeyDesk {
    /** The longest life of a challenge with a secret, and how far clocks of nodes may be apart. */
    static final Duration LONGEST_WITH_SECRET = Duration.ofMinutes(8);

    static final Duration SKEW = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(KeyDesk.class);
    private static final int BATCH = 500;
    private static final int MOST_REKEYED = 10_000;

    private final Parts parts;
    private final Ledger ledger;
    private final Postbox postbox;
    private final KeyWatch watch;
    private final Rekeyer rekeyer;

    KeyDesk(Parts parts, Ledger ledger, Postbox postbox, KeyWatch watch, Rekeyer rekeyer) {
        this.parts = parts;
        this.ledger = ledger;
        this.postbox = postbox;
        this.watch = watch;
        this.rekeyer = rekeyer;
    }

    /** One round: learns what other nodes say, withdraws what is left under compromised keys, re-keys what was touched. */
    void run() {
        for (String keyId : watch.run()) {
            withdraw(keyId);
        }
        rekeyer.run();
    }

    public KeyRing ring() {
        return parts.keys().ring();
    }

    public Set<String> compromised() {
        return parts.keys().compromised();
    }

    /** Puts another ring in place, or says all that speaks against it. */
    public synchronized void reload(KeyRing ring) {
        List<String> problems = problems(ring);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(Keys.NO_RELOAD, problems);
        }
        String before = ring().toString();
        parts.keys().reload(ring);
        LOG.info("{} replaces {}", ring, before);
        parts.events().tell(new KeyRingReloaded(parts.clock().instant(), ring.states()));
        watch.announce();
    }

    public KeyUsage usage(String keyId) {
        List<String> knownBy = new ArrayList<>();
        List<String> activeOn = new ArrayList<>();
        Keys keys = parts.keys();
        Optional<KeyRing.State> state = Optional.ofNullable(keys.ring().states().get(keyId));
        for (KeyAnnouncement other : watch.others()) {
            if (state.map(here -> other.has(keyId, keys.fingerprint(keyId)))
                    .orElseGet(() -> other.keys().containsKey(keyId))) {
                knownBy.add(other.node());
            }
            if (other.has(keyId, KeyRing.State.ACTIVE)) {
                activeOn.add(other.node());
            }
        }
        return new KeyUsage(
                keyId,
                state,
                keys.compromised().contains(keyId),
                parts.store().uses(keyId),
                newest(keyId).map(ChallengeRecord::createdAt),
                knownBy,
                activeOn);
    }

    /** Marks the key, then withdraws every open challenge whose secret is made with it; may be done again. */
    public long compromise(String keyId) {
        Map<String, KeyRing.State> states = ring().states();
        if (!states.containsKey(keyId)) {
            throw refused("the key '" + Masking.clean(keyId) + "' is not in this node's ring, which has "
                    + states.keySet() + "; do it on a node that has the key");
        }
        if (ring().activeId().equals(keyId)) {
            throw refused("the key '" + keyId + "' is active here: first add another one as verify-only on every node,"
                    + " then make that one active with keys().reload(…), then declare '" + keyId + "' compromised");
        }
        watch.mark(keyId);
        long withdrawn = withdraw(keyId);
        LOG.error("The key '{}' was declared compromised; {} open challenges were cancelled", keyId, withdrawn);
        parts.events().tell(new KeyCompromised(parts.clock().instant(), keyId, withdrawn));
        return withdrawn;
    }

    public int rekey(int limit) {
        if (limit < 1 || limit > MOST_REKEYED) {
            throw new IllegalArgumentException(
                    "1 to " + MOST_REKEYED + " challenges are re-keyed at once, not " + limit);
        }
        return rekeyer.run(limit);
    }

    public String digest(String keyId, String text) {
        return ShownText.digest(parts.keys(), keyId, text);
    }

    private long withdraw(String keyId) {
        long withdrawn = 0;
        while (true) {
            Instant now = parts.clock().instant();
            List<ChallengeRecord> open = parts.store().findOpen(new OpenQuery.ByKey(keyId, now), BATCH);
            boolean moved = false;
            for (ChallengeRecord challenge : open) {
                Applied applied = ledger.end(challenge.id(), new Transition.Cancel(now), now);
                postbox.forget(challenge);
                withdrawn += applied.won() ? 1 : 0;
                moved |= applied.won()
                        || applied.challenge()
                                .filter(after -> after.state() == ChallengeState.OPEN)
                                .isEmpty();
            }
            if (open.size() < BATCH || !moved) {
                return withdrawn;
            }
        }
    }

    private List<String> problems(KeyRing ring) {
        Map<String, KeyRing.State> before = ring().states();
        Map<String, KeyRing.State> after = ring.states();
        List<KeyAnnouncement> others = watch.others();
        List<String> problems = new ArrayList<>();
        if (ring.isDevelopment() && !ring().isDevelopment()) {
            problems.add("the development key is known to everyone; make a key with KeyRing.newKey()");
        }
        String active = ring.activeId();
        Keys next = new Keys(ring);
        if (parts.keys().compromised().contains(active) || watch.marked(next, active)) {
            problems.add(
                    "the key '" + active + "' was declared compromised and can't become active again; make a new one"
                            + " with KeyRing.newKey(), under an id of its own");
        }
        List<String> lacking = others.stream()
                .filter(other -> !other.has(active, next.fingerprint(active)))
                .map(KeyAnnouncement::node)
                .toList();
        if (!active.equals(ring().activeId()) && !lacking.isEmpty()) {
            problems.add("the key '" + active + "' can't become active yet, because " + lacking
                    + " lack it and could check no code made with it; add it there as verify-only first");
        }
        before.forEach((id, state) -> {
            boolean gone = !after.containsKey(id);
            if (gone || (after.get(id) == KeyRing.State.RETIRED && state != KeyRing.State.RETIRED)) {
                stillActive(id, gone, others).ifPresent(problems::add);
                if (state == KeyRing.State.ACTIVE) {
                    problems.add("the key '" + id + "' is active here, and a code may just be made with it; make it"
                            + " verify-only first, and another key active");
                }
                (gone ? stillNeeded(id) : tooFresh(id)).ifPresent(problems::add);
            }
        });
        return problems;
    }

    private static Optional<String> stillActive(String keyId, boolean gone, List<KeyAnnouncement> others) {
        List<String> active = others.stream()
                .filter(other -> other.has(keyId, KeyRing.State.ACTIVE))
                .map(KeyAnnouncement::node)
                .toList();
        return active.isEmpty()
                ? Optional.empty()
                : Optional.of("the key '" + keyId + "' can't be " + (gone ? "removed" : "retired")
                        + " here while it is active on " + active + "; make another key active there first");
    }

    private Optional<String> stillNeeded(String keyId) {
        long uses = parts.store().uses(keyId);
        return uses == 0
                ? Optional.empty()
                : Optional.of("the key '" + keyId + "' can't be removed, because " + uses + " open "
                        + (uses == 1 ? "challenge needs" : "challenges need")
                        + " it; keep it as retired until keys().usage(\"" + keyId + "\") says 0");
    }

    private Optional<String> tooFresh(String keyId) {
        Instant safe = parts.clock().instant().minus(LONGEST_WITH_SECRET).minus(SKEW);
        return newest(keyId)
                .filter(challenge -> challenge.createdAt().isAfter(safe))
                .filter(challenge -> !parts.keys().compromised().contains(keyId))
                .map(challenge -> "the key '" + keyId + "' can't be retired before "
                        + challenge.createdAt().plus(LONGEST_WITH_SECRET).plus(SKEW)
                        + ", because codes made with it may still be on their way; keep it as verify-only until then");
    }

    private Optional<ChallengeRecord> newest(String keyId) {
        return parts.store().findOpen(new OpenQuery.ByKey(keyId, parts.clock().instant()), 1).stream()
                .findFirst();
    }

    private static ConfigurationException refused(String problem) {
        return new ConfigurationException("the key can't be declared compromised", List.of(problem));
    }
}
