package io.chatauth;

import org.jspecify.annotations.Nullable;

/** No answer came: the connection was refused, broke, or took too long. The request may or may not have been carried out. */
public final class TransportException extends ChatAuthException {
    private static final long serialVersionUID = 1L;

    /** Whether the request may have reached the provider. */
    private final boolean maybeSent;

    /**
     * Says what was tried and how it failed.
     *
     * @param message host, what happened, after how long, and what to check
     * @param maybeSent whether the request may have reached the provider
     * @param cause the network's own error
     */
    public TransportException(String message, boolean maybeSent, @Nullable Throwable cause) {
        super(message, cause);
        this.maybeSent = maybeSent;
    }

    /**
     * Tells whether the request may have reached the provider.
     *
     * @return false only if it certainly never left, such as on a refused connection
     */
    public boolean maybeSent() {
        return maybeSent;
    }
}
