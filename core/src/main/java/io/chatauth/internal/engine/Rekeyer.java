package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.KeyRing;
import io.chatauth.StoreException;
import io.chatauth.UnknownKeyException;
import io.chatauth.internal.address.SubjectKey;
import io.chatauth.internal.key.Keys;
import io.chatauth.internal.key.TamperedPayloadException;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.OpenQuery;
import io.chatauth.store.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the look-up keys and the payload of a stored challenge anew with the active key, by one conditional write that loses
 * to whoever ends the challenge. Nothing of its secret changes. A challenge with look-ups of an answer is left as it is: it
 * lives for minutes. Safe for use by many threads.
 */
final class Rekeyer {
    private static final Logger LOG = LoggerFactory.getLogger(Rekeyer.class);
    private static final int REMEMBERED = 1_000;
    private static final int MOST_READ = 16_384;

    private final Parts parts;
    private final AddressBook addresses;
    private final Set<ChallengeId> touched = ConcurrentHashMap.newKeySet();

    Rekeyer(Parts parts, AddressBook addresses) {
        this.parts = parts;
        this.addresses = addresses;
    }

    /** Notes a challenge that somebody looks at, for the next round. */
    void touched(ChallengeRecord challenge) {
        if (dependsOnOlder(challenge) && outdated(challenge) && touched.size() < REMEMBERED) {
            touched.add(challenge.id());
        }
    }

    /** Makes those anew that were touched since the last round. */
    int run() {
        int done = 0;
        for (ChallengeId id : List.copyOf(touched)) {
            touched.remove(id);
            Optional<ChallengeRecord> found = parts.store().find(id).filter(this::dependsOnOlder);
            done += found.isPresent() && rekey(found.get()) ? 1 : 0;
        }
        return done;
    }

    /** Makes up to so many anew, whoever touches them. */
    int run(int limit) {
        int done = 0;
        for (String keyId : parts.keys().ring().states().keySet()) {
            for (ChallengeRecord challenge : outdated(keyId, limit - done)) {
                done += rekey(challenge) ? 1 : 0;
            }
        }
        return done;
    }

    /** The newest come first, so what was made anew before hides others: then more are read. */
    private List<ChallengeRecord> outdated(String keyId, int limit) {
        if (limit <= 0) {
            return List.of();
        }
        List<ChallengeRecord> wanted = new ArrayList<>();
        int page = Math.min(MOST_READ, Math.max(limit, 256));
        while (true) {
            List<ChallengeRecord> all = parts.store()
                    .findOpen(new OpenQuery.ByKey(keyId, parts.clock().instant()), page);
            wanted.clear();
            all.stream().filter(this::dependsOnOlder).limit(limit).forEach(wanted::add);
            if (wanted.size() == limit || all.size() < page || page == MOST_READ) {
                return wanted;
            }
            page = Math.min(MOST_READ, page * 4);
        }
    }

    private boolean dependsOnOlder(ChallengeRecord challenge) {
        String active = parts.keys().activeId();
        return challenge.state() == ChallengeState.OPEN
                && challenge.lookups().isEmpty()
                && challenge.payload().isPresent()
                && (!challenge.indexKeyId().equals(active)
                        || !challenge.payload().get().keyId().equals(active));
    }

    /**
     * While a new key becomes active node after node, two nodes must not make a row anew in turns: one that was moved on
     * already is left alone until its key is retired here.
     */
    private boolean outdated(ChallengeRecord challenge) {
        return challenge.indexKeyId().equals(challenge.codeKeyId())
                || parts.keys().ring().states().get(challenge.indexKeyId()) == KeyRing.State.RETIRED;
    }

    private boolean rekey(ChallengeRecord challenge) {
        try {
            Optional<Transition.Rekey> rekey = made(challenge);
            return rekey.isPresent()
                    && parts.store().apply(challenge.id(), rekey.get()).won();
        } catch (UnknownKeyException e) {
            LOG.warn("Challenge {} keeps its keys: {}", challenge.id(), e.getMessage());
        } catch (TamperedPayloadException e) {
            LOG.error("Challenge {} keeps its keys: {}", challenge.id(), e.getMessage());
        } catch (StoreException e) {
            LOG.warn("Challenge {} keeps its keys for now: {}", challenge.id(), e.getMessage());
        }
        return false;
    }

    private Optional<Transition.Rekey> made(ChallengeRecord challenge) {
        Keys keys = parts.keys();
        String old = challenge.indexKeyId();
        String key = keys.issuingId();
        byte[] payload = keys.open(challenge.id(), challenge.payload().orElseThrow());
        Content content = ContentCodec.read(payload);
        if (content.recipient().isEmpty()) {
            return Optional.empty();
        }
        Optional<Address> counted = countedAs(challenge, content);
        boolean same = counted.isPresent()
                && challenge.recipientKey().equals(recipientKey(keys, old, challenge, content))
                && challenge.purposeKey().equals(purposeKey(keys, old, challenge, content));
        if (!same) {
            LOG.error("Challenge {} keeps its keys: its look-up keys are not those of its content", challenge.id());
            return Optional.empty();
        }
        return Optional.of(new Transition.Rekey(
                parts.clock().instant(),
                recipientKey(keys, key, challenge, content),
                subjectKey(keys, key, challenge, content, counted.get()),
                purposeKey(keys, key, challenge, content),
                List.of(),
                key,
                keys.seal(challenge.id(), payload)));
    }

    /** Somebody written to by a user id may be counted by a phone number that was known then. */
    private Optional<Address> countedAs(ChallengeRecord challenge, Content content) {
        List<Address> candidates = new ArrayList<>(List.of(content.to()));
        candidates.addAll(addresses.proven(challenge.channel(), content.sender(), content.to()));
        return candidates.stream()
                .filter(to -> challenge
                        .subjectKey()
                        .equals(subjectKey(parts.keys(), challenge.indexKeyId(), challenge, content, to)))
                .findFirst();
    }

    private static String subjectKey(
            Keys keys, String keyId, ChallengeRecord challenge, Content content, Address counted) {
        return keys.index(keyId, "subject", SubjectKey.parts(counted, challenge.channel(), content.sender()));
    }

    private static String recipientKey(Keys keys, String keyId, ChallengeRecord challenge, Content content) {
        return Ledger.recipientKey(keys, keyId, challenge.channel(), content.sender(), content.to());
    }

    private static String purposeKey(Keys keys, String keyId, ChallengeRecord challenge, Content content) {
        return PurposeKey.of(keys, keyId, challenge.tenant(), content).write();
    }
}
