package io.chatauth.internal.key;

import io.chatauth.spi.SecretSpec;

/** Turns a MAC into a code without bias. */
final class Codes {
    private static final int BYTE_VALUES = 256;

    private Codes() {}

    /**
     * Draws the characters from the MAC's bytes. A byte beyond the greatest multiple of the alphabet's size is skipped
     * (rejection sampling), so every character is equally likely; when the bytes are used up the next block follows.
     *
     * @param key the key
     * @param input what the code is bound to
     * @param spec alphabet and length
     * @return the code
     */
    static String draw(SubKey key, byte[] input, SecretSpec spec) {
        String alphabet = spec.alphabet();
        int fair = BYTE_VALUES - BYTE_VALUES % alphabet.length();
        StringBuilder code = new StringBuilder(spec.length());
        for (int block = 0; code.length() < spec.length(); block++) {
            byte[] bytes = key.mac(input, block);
            for (int i = 0; i < bytes.length && code.length() < spec.length(); i++) {
                int value = Byte.toUnsignedInt(bytes[i]);
                if (value < fair) {
                    code.append(alphabet.charAt(value % alphabet.length()));
                }
            }
        }
        return code.toString();
    }
}
