package io.chatauth;

import io.chatauth.internal.key.KeyMaterial;
import io.chatauth.internal.text.Masking;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The root keys that all codes, tokens, look-up keys and sealed payloads are made with: 32 bytes each, with an id and a
 * state. Exactly one is active.
 *
 * <p>To rotate: add the new key as {@link State#VERIFY_ONLY} on every node, then make it {@link State#ACTIVE} and the old
 * one {@link State#VERIFY_ONLY}, and retire the old one when the longest time to live and the clock skew between nodes
 * have passed. Remove it when no row needs it any more.
 *
 * <p>Immutable and safe for use by many threads. {@link #toString()} shows ids and states, never a key.
 */
public final class KeyRing {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,20}");
    private static final String ADVICE = "; make one with KeyRing.newKey()";
    private static final String DEVELOPMENT_ID = "development";
    private static final Secret DEVELOPMENT_KEY =
            KeyMaterial.encode("chatauth-development-key-no-secr".getBytes(StandardCharsets.US_ASCII));

    /** What a key may still do. */
    public enum State {
        /** Makes and checks everything. Exactly one key of a ring is active. */
        ACTIVE,
        /** Checks and reads what it made; new challenges use the active key. */
        VERIFY_ONLY,
        /** Makes and checks no codes or tokens; still finds rows and opens payloads. */
        RETIRED;

        /**
         * Gives the state as the property spells it.
         *
         * @return {@code active}, {@code verify-only} or {@code retired}
         */
        public String inWords() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Optional<State> of(String words) {
            return Arrays.stream(values())
                    .filter(state -> state.inWords().equals(words))
                    .findFirst();
        }
    }

    private record Key(String id, State state, Secret root) {}

    private final Map<String, Key> keys;
    private final boolean development;

    private KeyRing(List<Key> keys, boolean development) {
        Map<String, Key> byId = new LinkedHashMap<>();
        keys.stream().sorted(Comparator.comparing(Key::state)).forEach(key -> byId.put(key.id(), key));
        this.keys = byId;
        this.development = development;
    }

    /**
     * Begins a ring.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads the property form: {@code k2:active:<base64>,k1:verify-only:<base64>,k0:retired:<base64>}.
     *
     * @param text the keys, separated by commas; white space around a key is ignored
     * @return the ring
     * @throws ConfigurationException with all that is wrong; names ids, never a key
     */
    public static KeyRing parse(String text) {
        return draft(text).build();
    }

    /**
     * Says what is wrong with a property before it is used.
     *
     * @param text the keys, as {@link #parse(String)} takes them
     * @return one sentence each, naming ids and never a key; empty if all is well
     */
    public static List<String> problems(String text) {
        return draft(text).problems();
    }

    /**
     * Makes a new key, for operators.
     *
     * @return 32 random bytes in base64
     */
    public static Secret newKey() {
        byte[] key = new byte[KeyMaterial.LENGTH];
        new SecureRandom().nextBytes(key);
        return KeyMaterial.encode(key);
    }

    /**
     * Gives a ring whose only key is known to everyone: for a sandbox on this machine, never for people.
     *
     * @return the ring; {@link #isDevelopment()} tells it from others
     */
    public static KeyRing development() {
        return new KeyRing(List.of(new Key(DEVELOPMENT_ID, State.ACTIVE, DEVELOPMENT_KEY)), true);
    }

    /**
     * Tells whether this is the ring that everyone knows.
     *
     * @return true if it came from {@link #development()}
     */
    public boolean isDevelopment() {
        return development;
    }

    /**
     * Gives the key that new challenges use.
     *
     * @return its id
     */
    public String activeId() {
        return keys.keySet().iterator().next();
    }

    /**
     * Gives all keys with their states.
     *
     * @return the states by id: the active key first, then those that verify only, then the retired ones
     */
    public Map<String, State> states() {
        Map<String, State> states = new LinkedHashMap<>();
        keys.forEach((id, key) -> states.put(id, key.state()));
        return states;
    }

    /**
     * Gives a key itself, for derivation. Don't keep it, don't log it.
     *
     * @param id the id of a key of this ring
     * @return the 32 bytes in base64, with padding
     * @throws IllegalArgumentException if the ring has no such key
     */
    public Secret root(String id) {
        Key key = keys.get(id);
        if (key == null) {
            throw new IllegalArgumentException(
                    "this ring has no key '" + Masking.clean(id) + "', only " + keys.keySet());
        }
        return key.root();
    }

    /**
     * Says ids and states.
     *
     * @return such as {@code KeyRing[k2 active, k1 verify-only]}
     */
    @Override
    public String toString() {
        List<String> shown = new ArrayList<>();
        keys.forEach((id, key) -> shown.add(id + " " + key.state().inWords()));
        return "KeyRing[" + String.join(", ", shown) + "]";
    }

    private static Builder draft(String text) {
        Builder draft = builder();
        if (!text.isBlank()) {
            String[] entries = text.split(",", -1);
            for (int i = 0; i < entries.length; i++) {
                draft.entry(i + 1, entries[i].strip());
            }
        }
        return draft;
    }

    /** Builds a {@link KeyRing}. Not safe for use by many threads. */
    public static final class Builder {
        private final List<Key> keys = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a key.
         *
         * @param id 1 to 20 lower-case letters, digits or hyphens; stored in every row that the key made
         * @param state what it may do
         * @param base64 its 32 bytes, in base64 or base64url, with or without padding
         * @return this builder; what is wrong is said by {@link #build()}
         */
        public Builder key(String id, State state, Secret base64) {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(base64, "base64");
            if (ID.matcher(id).matches()) {
                add(id, state, base64);
            } else {
                problems.add(badId("key " + (keys.size() + 1)));
            }
            return this;
        }

        /**
         * Makes the ring.
         *
         * @return the ring
         * @throws ConfigurationException with all problems: a bad or double id, a key that is not 32 bytes of base64, a weak
         *     or well-known key, the same key twice, none or more than one active key; names ids, never a key
         */
        public KeyRing build() {
            List<String> all = problems();
            if (!all.isEmpty()) {
                throw new ConfigurationException(all);
            }
            return new KeyRing(keys, false);
        }

        private List<String> problems() {
            List<String> all = new ArrayList<>(problems);
            List<String> active = keys.stream()
                    .filter(key -> key.state() == State.ACTIVE)
                    .map(Key::id)
                    .toList();
            if (keys.isEmpty() && problems.isEmpty()) {
                all.add("the key ring is empty: it needs one active key" + ADVICE);
            } else if (active.size() > 1) {
                all.add("the keys " + active + " are all active: make one active and the others verify-only");
            } else if (active.isEmpty() && problems.isEmpty()) {
                all.add("no key is active: make one of "
                        + keys.stream().map(Key::id).toList() + " active");
            }
            return List.copyOf(all);
        }

        private void entry(int number, String entry) {
            String[] parts = entry.split(":", -1);
            // Until the first part has the form of an id it may be a misplaced key, so it is not repeated.
            if (!ID.matcher(parts[0]).matches()) {
                problems.add(badId("entry " + number + " of the key ring"));
            } else if (parts.length != 3) {
                problems.add("the key '" + parts[0] + "' has " + parts.length
                        + " parts, expected 3: <id>:active|verify-only|retired:<base64>");
            } else if (State.of(parts[1]).isEmpty()) {
                problems.add(
                        "the key '" + parts[0] + "' has an unknown state, expected active, verify-only or retired");
            } else if (parts[2].isEmpty()) {
                problems.add("the key '" + parts[0] + "' is empty" + ADVICE);
            } else {
                add(parts[0], State.of(parts[1]).orElseThrow(), Secret.of(parts[2]));
            }
        }

        private void add(String id, State state, Secret base64) {
            Optional<byte[]> decoded = KeyMaterial.decode(base64);
            String name = "the key '" + id + "' ";
            List<String> wrong = new ArrayList<>();
            if (taken(id)) {
                wrong.add(name + "is there twice");
            }
            if (decoded.isEmpty()) {
                wrong.add(name + "is not base64" + ADVICE);
            } else {
                defect(decoded.get()).ifPresent(defect -> wrong.add(name + defect));
            }
            problems.addAll(wrong);
            Secret root = decoded.filter(bytes -> bytes.length > 0)
                    .map(KeyMaterial::encode)
                    .orElse(base64);
            keys.add(new Key(id, state, root));
        }

        private boolean taken(String id) {
            return keys.stream().anyMatch(key -> key.id().equals(id));
        }

        private Optional<String> defect(byte[] root) {
            return KeyMaterial.weakness(root)
                    .or(() -> KeyMaterial.same(root, DEVELOPMENT_KEY)
                            ? Optional.of("is the development key, which everyone knows")
                            : Optional.empty())
                    .or(() -> keys.stream()
                            .filter(key -> KeyMaterial.same(root, key.root()))
                            .map(key -> "is the same as the key '" + key.id() + "'")
                            .findFirst())
                    .map(defect -> defect + ADVICE);
        }

        private static String badId(String which) {
            return which + " has no valid id: expected 1 to 20 lower-case letters, digits or hyphens";
        }

        /** Says how many keys were added, and not which. */
        @Override
        public String toString() {
            return "KeyRing.Builder[" + keys.size() + " keys]";
        }
    }
}
