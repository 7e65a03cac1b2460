package io.chatauth.internal.engine;

import io.chatauth.KeyRing;
import io.chatauth.internal.key.Keys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a node says of its key ring: ids, states, and what tells keys of the same id apart; never a key.
 *
 * @param node the node
 * @param keys its keys by id
 */
record KeyAnnouncement(String node, Map<String, Known> keys) {
    /** How many characters of a key ring fit into one value. */
    private static final int LONGEST = 8_000;

    /**
     * What it says of one key.
     *
     * @param state the key's state there
     * @param fingerprint what tells it from others of the same id
     */
    record Known(KeyRing.State state, String fingerprint) {}

    static KeyAnnouncement of(String node, Keys keys) {
        Map<String, Known> known = new LinkedHashMap<>();
        keys.ring().states().forEach((id, state) -> known.put(id, new Known(state, keys.fingerprint(id))));
        return new KeyAnnouncement(node, known);
    }

    boolean has(String keyId, String fingerprint) {
        Known known = keys.get(keyId);
        return known != null && known.fingerprint().equals(fingerprint);
    }

    boolean has(String keyId, KeyRing.State state) {
        Known known = keys.get(keyId);
        return known != null && known.state() == state;
    }

    String write() {
        StringBuilder text = new StringBuilder(node);
        keys.forEach((id, known) -> {
            String one = " " + id + ":" + known.state().name() + ":" + known.fingerprint();
            text.append(text.length() + one.length() <= LONGEST ? one : "");
        });
        return text.toString();
    }

    /** Reads what another node wrote; empty if it is of a form that this version doesn't know. */
    static Optional<KeyAnnouncement> read(String text) {
        String[] words = text.split(" ", -1);
        Map<String, Known> keys = new LinkedHashMap<>();
        try {
            for (int i = 1; i < words.length; i++) {
                String[] part = words[i].split(":", 3);
                keys.put(part[0], new Known(KeyRing.State.valueOf(part[1]), part[2]));
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException otherForm) {
            return Optional.empty();
        }
        return Optional.of(new KeyAnnouncement(words[0], keys));
    }
}
