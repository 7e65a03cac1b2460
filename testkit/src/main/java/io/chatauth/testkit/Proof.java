package io.chatauth.testkit;

/** How much a test of a store does: all of it with {@code -Dchatauth.proof=true}, else a hundredth. */
public final class Proof {
    private Proof() {}

    /**
     * Tells how much is done.
     *
     * @return true for all of it
     */
    public static boolean isFull() {
        return Boolean.getBoolean("chatauth.proof");
    }

    /**
     * Scales a figure.
     *
     * @param full the full figure
     * @return the figure, or a hundredth of it, 1 or more
     */
    public static int scaled(int full) {
        return isFull() ? full : Math.max(1, full / 100);
    }
}
