package io.chatauth;

/** The queue of messages is full. Nothing was counted, stored or sent; try again later. */
public final class BusyException extends ChatAuthException {
    private static final long serialVersionUID = 1L;

    /**
     * Says which bound was reached.
     *
     * @param message the bound, and how to raise it
     */
    public BusyException(String message) {
        super(message, null);
    }
}
