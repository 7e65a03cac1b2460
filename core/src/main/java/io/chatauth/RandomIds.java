package io.chatauth;

import io.chatauth.internal.key.RandomBytes;

/** Challenge ids of 128 random bits: 26 lower-case characters of Crockford's base 32. */
final class RandomIds implements IdGenerator {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BYTES = 16;
    private static final int BITS_PER_CHARACTER = 5;

    private final RandomBytes random = new RandomBytes();

    @Override
    public ChallengeId newChallengeId() {
        byte[] bytes = random.next(BYTES);
        StringBuilder out = new StringBuilder(26);
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = (buffer << Byte.SIZE) | (next & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS_PER_CHARACTER) {
                bits -= BITS_PER_CHARACTER;
                out.append(ALPHABET.charAt((buffer >>> bits) & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        return ChallengeId.of(out.append(ALPHABET.charAt((buffer << (BITS_PER_CHARACTER - bits)) & 31))
                .toString());
    }
}
