package io.chatauth.spi;

import io.chatauth.ChatAuthException;

/** An option of a channel or flow is missing or malformed. {@code build()} collects these with all other problems. */
public final class OptionException extends ChatAuthException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message the full property name, what was expected, and the value unless it is secret
     */
    public OptionException(String message) {
        super(message, null);
    }
}
