package io.chatauth.internal.http;

import io.chatauth.TransportException;
import java.io.IOException;

/** The cause of a {@link TransportException} that would only happen again: a broken rule, a redirect, too long an answer. */
public final class NotRetryable extends IOException {
    private static final long serialVersionUID = 1L;

    /** Whether the request broke a rule, so that it never left. */
    private final boolean rule;

    private NotRetryable(String message, boolean rule) {
        super(message);
        this.rule = rule;
    }

    static NotRetryable rule(String message) {
        return new NotRetryable(message, true);
    }

    static NotRetryable answer(String message) {
        return new NotRetryable(message, false);
    }

    /**
     * Tells whether the request itself was at fault, so that it never left.
     *
     * @param exception what the transport threw
     * @return true if it breaks a rule
     */
    public static boolean isRule(TransportException exception) {
        return exception.getCause() instanceof NotRetryable cause && cause.rule;
    }

    /**
     * Tells whether sending again is of no use.
     *
     * @param exception what the transport threw
     * @return true if it would only fail again
     */
    public static boolean marks(TransportException exception) {
        return exception.getCause() instanceof NotRetryable;
    }
}
