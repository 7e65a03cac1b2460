package io.chatauth.internal.key;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Random bytes from {@link SecureRandom}, drawn some kilobytes at a time: all of a JVM's instances wait for one lock, which
 * is dear when many challenges start at once. What is handed out is wiped here. Safe for use by many threads.
 */
public final class RandomBytes {
    private static final int STRIPES = 16;
    private static final int DRAWN = 2048;

    private final Stripe[] stripes = new Stripe[STRIPES];

    /** Makes a source of its own. */
    public RandomBytes() {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe();
        }
    }

    /**
     * Gives bytes that nobody else gets.
     *
     * @param count how many, 1 to 1024
     * @return the bytes
     */
    public byte[] next(int count) {
        return stripes[(int) (Thread.currentThread().getId() % STRIPES)].next(count);
    }

    private static final class Stripe {
        private final SecureRandom random = new SecureRandom();
        private final byte[] drawn = new byte[DRAWN];
        private int used = DRAWN;

        synchronized byte[] next(int count) {
            if (DRAWN - used < count) {
                random.nextBytes(drawn);
                used = 0;
            }
            byte[] bytes = Arrays.copyOfRange(drawn, used, used + count);
            Arrays.fill(drawn, used, used + count, (byte) 0);
            used += count;
            return bytes;
        }
    }
}
