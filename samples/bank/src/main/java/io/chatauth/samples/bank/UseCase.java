package io.chatauth.samples.bank;

import io.chatauth.Assurance;

/** What the bank asks people for: each with a purpose of its own, so that an answer to one is none to another. */
public enum UseCase {
    /** Log in by a code. */
    LOGIN_CODE("login", Assurance.SECRET),
    /** Log in by a link. */
    LOGIN_LINK("login", Assurance.SECRET),
    /** Agree to get messages, by writing first. */
    OPT_IN("opt-in", Assurance.SECRET),
    /** Confirm or refuse a payment. */
    PAYMENT("payment", Assurance.LOW),
    /** Activate a card by a call. */
    CARD("card-activation", Assurance.NONE);

    private final String purpose;
    private final Assurance least;

    UseCase(String purpose, Assurance least) {
        this.purpose = purpose;
        this.least = least;
    }

    /**
     * Gives what the challenge is for.
     *
     * @return the purpose
     */
    public String purpose() {
        return purpose;
    }

    /**
     * Gives how strong an answer must be.
     *
     * @return the least assurance that counts
     */
    public Assurance least() {
        return least;
    }
}
