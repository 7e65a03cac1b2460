package io.chatauth.internal.key;

import io.chatauth.KeyRing;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** One key of the ring with its sub-keys, derived once. */
final class RootKey {
    private static final byte[] SALT = "io.chatauth".getBytes(StandardCharsets.US_ASCII);

    private final String id;
    private final KeyRing.State state;
    private final boolean compromised;
    private final Map<Purpose, SubKey> subKeys = new EnumMap<>(Purpose.class);
    private final Words words = new Words();

    RootKey(KeyRing ring, String id, KeyRing.State state, boolean compromised) {
        this.id = id;
        this.state = state;
        this.compromised = compromised;
        byte[] root = KeyMaterial.decode(ring.root(id)).orElseThrow();
        byte[] concentrated = Hkdf.extract(SALT, root);
        for (Purpose purpose : Purpose.values()) {
            subKeys.put(purpose, new SubKey(Hkdf.expand(concentrated, purpose.info(), KeyMaterial.LENGTH)));
        }
    }

    String id() {
        return id;
    }

    /** Tells whether it may make and check codes and tokens. */
    boolean makes() {
        return state != KeyRing.State.RETIRED && !compromised;
    }

    boolean compromised() {
        return compromised;
    }

    /** The look-up keys of words that were made with it. */
    Words words() {
        return words;
    }

    SubKey subKey(Purpose purpose) {
        SubKey subKey = subKeys.get(purpose);
        if (subKey == null) {
            throw new IllegalStateException("no sub-key for " + purpose);
        }
        return subKey;
    }

    @Override
    public String toString() {
        return "RootKey[" + id + ", " + state.inWords() + (compromised ? ", compromised" : "") + "]";
    }
}
