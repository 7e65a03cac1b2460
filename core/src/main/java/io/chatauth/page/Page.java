package io.chatauth.page;

import io.chatauth.FlowId;
import java.util.Objects;
import java.util.Optional;

/**
 * A page behind a link. It may show amount and payee: {@link #toString()} hides them. Immutable.
 *
 * @param kind what it is for
 * @param flow the flow of the challenge; empty where the page is about none
 * @param text what it says, as plain text to be escaped
 * @param form what it asks; empty where there is nothing to do any more
 * @param nonce what a {@code style} element must carry, new for each page
 */
public record Page(Kind kind, Optional<FlowId> flow, PageText text, Optional<PageForm> form, String nonce) {
    /** What pages are for. */
    public enum Kind {
        /** Asks for a press, in the browser where it began. */
        SIGN_IN,
        /** Asks for the two digits that are shown where it began. */
        SIGN_IN_ELSEWHERE,
        /** Shows a payment and asks for a yes or no, in the browser where it began. */
        PAYMENT,
        /** The same with the two digits that are shown where it began. */
        PAYMENT_ELSEWHERE,
        /** It is approved. */
        APPROVED,
        /** The payment is refused. */
        REFUSED,
        /** The digits were wrong, and the link is spent. */
        WRONG_DIGITS,
        /** The link was used before, or withdrawn. */
        OVER,
        /** The time has run out. */
        EXPIRED,
        /** There is no such link. */
        UNKNOWN,
        /** It can't be done now. */
        LATER
    }

    /** Checks that all parts are there. */
    public Page {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(flow, "flow");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(nonce, "nonce");
    }

    /**
     * Says the kind and the language.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "Page[" + kind + ", " + text.language() + "]";
    }
}
