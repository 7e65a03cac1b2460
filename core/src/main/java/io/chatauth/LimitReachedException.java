package io.chatauth;

/**
 * Too much was started for this recipient, or altogether. Nothing was stored or sent. Which limit it was, only the operator
 * is told, by a {@link io.chatauth.event.ChatAuthEvent.LimitReached} event: answer a stranger the same as always.
 */
public final class LimitReachedException extends ChatAuthException {
    private static final long serialVersionUID = 1L;

    /** Says that a limit was reached, not which. */
    public LimitReachedException() {
        super("a limit of sends was reached; nothing was sent. The LimitReached event names the limit", null);
    }
}
