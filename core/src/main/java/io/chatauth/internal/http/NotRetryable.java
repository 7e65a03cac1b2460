package io.chatauth.internal.http;

import io.chatauth.TransportException;
import java.io.IOException;

/** The cause of a {@link TransportException} that would only happen again: a broken rule, a redirect, too long an answer. */
public final class NotRetryable extends IOException {
    private static final long serialVersionUID = 1L;

    NotRetryable(String message) {
        super(message);
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
