package io.chatauth.internal.key;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for HMAC-SHA-256. A {@link Mac} is ready for the next use when it gave its result, so a few are kept: a new one costs
 * more than the computation.
 */
final class SubKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Spare<Mac> spare = new Spare<>();

    SubKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        spare.keep(newMac());
    }

    /**
     * Computes the MAC.
     *
     * @param input the bytes
     * @return 32 bytes
     */
    byte[] mac(byte[] input) {
        Mac mac = ready();
        byte[] result = mac.doFinal(input);
        spare.keep(mac);
        return result;
    }

    /**
     * Computes the MAC of the input and a block number, for a longer stream.
     *
     * @param input the bytes
     * @param block the number
     * @return 32 bytes
     */
    byte[] mac(byte[] input, int block) {
        Mac mac = ready();
        mac.update(input);
        byte[] result = mac.doFinal(
                new byte[] {(byte) (block >>> 24), (byte) (block >>> 16), (byte) (block >>> 8), (byte) block});
        spare.keep(mac);
        return result;
    }

    private Mac ready() {
        Mac kept = spare.take();
        return kept == null ? newMac() : kept;
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("the security provider refuses a key for " + ALGORITHM, impossible);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + ALGORITHM + ", which every Java must have", missing);
        }
    }

    @Override
    public String toString() {
        return "SubKey[hidden]";
    }
}
