package io.chatauth.internal.key;

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
     * @param alphabet its characters, 256 at most
     * @param length how many of them
     * @return the code
     */
    static String draw(SubKey key, byte[] input, String alphabet, int length) {
        int fair = BYTE_VALUES - BYTE_VALUES % alphabet.length();
        StringBuilder code = new StringBuilder(length);
        for (int block = 0; code.length() < length; block++) {
            byte[] bytes = key.mac(input, block);
            for (int i = 0; i < bytes.length && code.length() < length; i++) {
                int value = Byte.toUnsignedInt(bytes[i]);
                if (value < fair) {
                    code.append(alphabet.charAt(value % alphabet.length()));
                }
            }
        }
        return code.toString();
    }
}
