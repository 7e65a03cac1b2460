package io.chatauth;

import io.chatauth.internal.engine.KeyDesk;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What operators do with keys while the nodes run: {@link ChatAuth#keys()}. A node says every 10 seconds, in the shared
 * state, which keys it has, by id, state and fingerprint; so a step that another node is not ready for is refused here.
 *
 * <p>A rotation: add the new key as {@link KeyRing.State#VERIFY_ONLY} on every node; make it {@link KeyRing.State#ACTIVE} and
 * the old one {@code VERIFY_ONLY} on every node; retire the old one, 10 minutes after its last code at the earliest; remove it
 * when {@link #usage} says that nothing needs it. No code becomes wrong on the way. Safe for use by many threads.
 */
public final class KeyControl {
    private final KeyDesk desk;

    KeyControl(KeyDesk desk) {
        this.desk = desk;
    }

    /**
     * Gives this node's keys with their states.
     *
     * @return the states by id, the active key first
     */
    public Map<String, KeyRing.State> states() {
        return desk.ring().states();
    }

    /**
     * Names the keys that this node knows to be compromised.
     *
     * @return their ids; empty if there are none
     */
    public Set<String> compromised() {
        return desk.compromised();
    }

    /**
     * Puts another ring in place of this node's, at once and without a restart.
     *
     * @param ring the new ring
     * @throws ConfigurationException with all that speaks against it; the old ring stays: a key has other bytes than before;
     *     the new active key is compromised, well known, or unknown to another node; a key that is retired or removed is
     *     active on another node; a key that is retired made a code less than 10 minutes ago; a key that is removed is still
     *     needed, with the number of challenges
     * @throws StoreException if a store can't be reached; the old ring stays, unless only the news of it failed
     */
    public void reload(KeyRing ring) {
        desk.reload(Objects.requireNonNull(ring, "ring"));
    }

    /**
     * Declares a key compromised: from now on it makes and checks no code and no token, here at once and on every other node
     * within 10 seconds of its reaching the shared state; every open challenge of it, of all tenants, is cancelled, with a
     * {@code ChallengeEnded} each and one {@code KeyCompromised}. What it sealed can still be read. It can't be taken back;
     * after a {@link StoreException} do it again. A node on which the key is still active starts nothing until it gets
     * another ring; {@link KeyUsage#activeOn()} names those nodes.
     *
     * @param keyId a key of this node's ring that is not active here
     * @return how many challenges were cancelled by this call
     * @throws ConfigurationException if the ring lacks the key, or it is active: then make another one active first
     * @throws StoreException if a store can't be reached
     */
    public long compromise(String keyId) {
        return desk.compromise(Objects.requireNonNull(keyId, "keyId"));
    }

    /**
     * Tells who needs a key.
     *
     * @param keyId the key, of this ring or not
     * @return what stores and nodes say
     * @throws StoreException if a store can't be reached
     */
    public KeyUsage usage(String keyId) {
        return desk.usage(Objects.requireNonNull(keyId, "keyId"));
    }

    /**
     * Makes look-up keys and payloads of open challenges anew with the active key, so that an older one is needed less. It is
     * done anyway, within 10 seconds, to each challenge that somebody looks at. Secrets stay as they are: the key that made
     * one is needed until the challenge ends.
     *
     * @param limit how many at most, 1 to 10,000; the newest 16,384 of each key are looked at
     * @return how many were made anew; call it again while that is the limit
     * @throws StoreException if a store can't be reached
     */
    public int rekey(int limit) {
        return desk.rekey(limit);
    }

    /**
     * Digests a text as the audit does, so that what somebody says to have been shown can be compared with what was. A plain
     * digest would let amounts, payees and codes be guessed; this one needs the key, so keep the root for as long as
     * disputes may come.
     *
     * @param keyId the key of the audit's line, in any state
     * @param text header, body and footer as they were shown, those that there were, with a line feed between
     * @return 43 characters
     * @throws UnknownKeyException if the ring lacks the key
     */
    public String digest(String keyId, String text) {
        return desk.digest(Objects.requireNonNull(keyId, "keyId"), Objects.requireNonNull(text, "text"));
    }
}
