package io.chatauth.internal.key;

import io.chatauth.KeyRing;
import io.chatauth.UnknownKeyException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A ring with its derived keys; replaced as a whole. */
final class KeySet {
    private final KeyRing ring;
    private final Set<String> compromised;
    private final Map<String, RootKey> byId = new LinkedHashMap<>();
    private final Set<String> codeKeyIds;

    KeySet(KeyRing ring, Set<String> compromised) {
        this.ring = ring;
        this.compromised = Set.copyOf(compromised);
        ring.states().forEach((id, state) -> byId.put(id, new RootKey(ring, id, state, compromised.contains(id))));
        codeKeyIds = byId.entrySet().stream()
                .filter(entry -> entry.getValue().makes())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Names the keys that codes can be derived with: all but the retired and the compromised ones. */
    Set<String> codeKeyIds() {
        return codeKeyIds;
    }

    KeyRing ring() {
        return ring;
    }

    Set<String> compromised() {
        return compromised;
    }

    RootKey active() {
        return any(ring.activeId());
    }

    Collection<RootKey> all() {
        return byId.values();
    }

    boolean has(String keyId) {
        return byId.containsKey(keyId);
    }

    /** Gives a key in whatever state. */
    RootKey any(String keyId) {
        RootKey key = byId.get(keyId);
        if (key == null) {
            throw UnknownKeyException.unknown(keyId, byId.keySet());
        }
        return key;
    }

    /** Gives the sub-key of a key that may still make and check codes and tokens. */
    SubKey making(String keyId, Purpose purpose) {
        RootKey key = any(keyId);
        if (key.compromised()) {
            throw UnknownKeyException.compromised(keyId);
        }
        if (!key.makes()) {
            throw UnknownKeyException.retired(keyId);
        }
        return key.subKey(purpose);
    }

    /** Names the keys that another ring has under the same id with other bytes. */
    List<String> changedIn(KeyRing other) {
        return other.states().keySet().stream()
                .filter(this::has)
                .filter(id -> !KeyMaterial.decode(ring.root(id))
                        .map(bytes -> KeyMaterial.same(bytes, other.root(id)))
                        .orElse(false))
                .map(id -> "the key '" + id + "' has other bytes than before: give the new key an id of its own")
                .toList();
    }
}
