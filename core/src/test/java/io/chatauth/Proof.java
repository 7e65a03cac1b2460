package io.chatauth;

/** How often a proof is carried out: fully with {@code -Pproof}, in part with each build. */
public final class Proof {
    private Proof() {}

    /** The full count if {@code chatauth.proof} is set, else the part. */
    public static int times(int full, int part) {
        return Boolean.getBoolean("chatauth.proof") ? full : part;
    }
}
