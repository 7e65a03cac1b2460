package io.chatauth;

import org.jspecify.annotations.Nullable;

/** A store could not do what it was asked. Whether it was done all the same is unknown. Nothing is issued without a store. */
public final class StoreException extends ChatAuthException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what could not be done.
     *
     * @param message the operation and what to check
     * @param cause the store's own error
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
