package io.chatauth;

import org.jspecify.annotations.Nullable;

/**
 * The root of all that ChatAuth throws on purpose. The message says what failed, for which channel or key, with which
 * value (masked), and what to do.
 */
public abstract class ChatAuthException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * For subclasses.
     *
     * @param message what failed and what to do; no secret, no full number
     * @param cause the cause, if another failure led here
     */
    protected ChatAuthException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
