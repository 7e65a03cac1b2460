package io.chatauth.store.redis;

/** How much a test does: all of it with {@code -Pproof}, else a hundredth. */
final class Proof {
    private Proof() {}

    static boolean isFull() {
        return Boolean.getBoolean("chatauth.proof");
    }

    static int scaled(int full) {
        return isFull() ? full : Math.max(1, full / 100);
    }

    /** A figure for the build's log. */
    static void say(String text) {
        System.out.println("proof: " + text);
    }
}
