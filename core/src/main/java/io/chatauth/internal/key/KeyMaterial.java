package io.chatauth.internal.key;

import io.chatauth.Secret;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Root keys as text, and what makes one unfit. Nothing here repeats a key. */
public final class KeyMaterial {
    /** How many bytes a root key has. */
    public static final int LENGTH = 32;

    private KeyMaterial() {}

    /**
     * Reads a key.
     *
     * @param text base64 or base64url, with or without padding
     * @return the bytes; empty if the text is neither
     */
    public static Optional<byte[]> decode(Secret text) {
        try {
            return Optional.of(
                    Base64.getDecoder().decode(text.reveal().replace('-', '+').replace('_', '/')));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /**
     * Writes a key.
     *
     * @param key the bytes, at least one
     * @return base64 with padding
     */
    public static Secret encode(byte[] key) {
        return Secret.of(Base64.getEncoder().encodeToString(key));
    }

    /**
     * Says what makes a key unfit by itself.
     *
     * @param key the bytes
     * @return the words that follow its name; empty if it is fit
     */
    public static Optional<String> weakness(byte[] key) {
        if (key.length != LENGTH) {
            return Optional.of("has " + key.length + " bytes, expected " + LENGTH);
        }
        byte[] repeated = new byte[LENGTH];
        Arrays.fill(repeated, key[0]);
        return MessageDigest.isEqual(key, repeated)
                ? Optional.of("is one byte repeated, which is no secret")
                : Optional.empty();
    }

    /**
     * Compares two keys in constant time.
     *
     * @param key the bytes of one
     * @param other the text of the other
     * @return true if they are the same
     */
    public static boolean same(byte[] key, Secret other) {
        return MessageDigest.isEqual(key, decode(other).orElse(new byte[0]));
    }
}
