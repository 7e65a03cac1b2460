package io.chatauth.store;

import java.util.Arrays;
import java.util.Objects;

/** The personal part of a challenge, encrypted; a store can't read it. {@link #toString()} shows the key id. */
public final class SealedPayload {
    private final String keyId;
    private final byte[] bytes;

    private SealedPayload(String keyId, byte[] bytes) {
        this.keyId = Objects.requireNonNull(keyId, "keyId");
        this.bytes = bytes;
    }

    /**
     * Makes one.
     *
     * @param keyId the key it was sealed with
     * @param bytes the sealed bytes, copied
     * @return the payload
     */
    public static SealedPayload of(String keyId, byte[] bytes) {
        return new SealedPayload(keyId, bytes.clone());
    }

    /**
     * Gives the key.
     *
     * @return the id of the key it was sealed with
     */
    public String keyId() {
        return keyId;
    }

    /**
     * Gives the bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Compares key and bytes.
     *
     * @param other another object
     * @return true if both are equal
     */
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof SealedPayload that && keyId.equals(that.keyId) && Arrays.equals(bytes, that.bytes);
    }

    /**
     * Hashes key and bytes.
     *
     * @return the hash
     */
    @Override
    public int hashCode() {
        return 31 * keyId.hashCode() + Arrays.hashCode(bytes);
    }

    /**
     * Says the key and the size.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "SealedPayload[" + keyId + ", " + bytes.length + " bytes]";
    }
}
