package io.chatauth.internal.key;

import java.util.Arrays;

/** HKDF with SHA-256 (RFC 5869): one root key becomes one sub-key per purpose. */
final class Hkdf {
    private static final int HASH = 32;
    private static final int LONGEST = 255 * HASH;

    private Hkdf() {}

    /**
     * Concentrates the input key (RFC 5869, 2.2).
     *
     * @param salt the salt; empty stands for 32 zero bytes
     * @param inputKey the input keying material
     * @return 32 bytes
     */
    static byte[] extract(byte[] salt, byte[] inputKey) {
        return new SubKey(salt.length == 0 ? new byte[HASH] : salt).mac(inputKey);
    }

    /**
     * Expands a concentrated key (RFC 5869, 2.3).
     *
     * @param concentrated what {@link #extract} gave
     * @param info the purpose
     * @param length how many bytes, 1 to 8160
     * @return the bytes
     */
    static byte[] expand(byte[] concentrated, byte[] info, int length) {
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException("HKDF gives 1 to " + LONGEST + " bytes, not " + length);
        }
        SubKey key = new SubKey(concentrated);
        byte[] out = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, counter = 1; done < length; done += HASH, counter++) {
            byte[] input = Arrays.copyOf(block, block.length + info.length + 1);
            System.arraycopy(info, 0, input, block.length, info.length);
            input[input.length - 1] = (byte) counter;
            block = key.mac(input);
            System.arraycopy(block, 0, out, done, Math.min(HASH, length - done));
        }
        return out;
    }
}
