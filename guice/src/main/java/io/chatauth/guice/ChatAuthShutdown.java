package io.chatauth.guice;

import io.chatauth.ChatAuth;
import org.jspecify.annotations.Nullable;

/**
 * Closes the {@link ChatAuth} of an injector when the application ends; Guice itself has no end. Get it from the injector.
 * Safe for use by many threads.
 */
public final class ChatAuthShutdown implements AutoCloseable {
    private @Nullable ChatAuth made;
    private boolean closed;

    ChatAuthShutdown() {}

    synchronized ChatAuth watch(ChatAuth chatAuth) {
        if (closed) {
            chatAuth.close();
            throw new IllegalStateException("this injector's ChatAuth was closed before it was made");
        }
        made = chatAuth;
        return chatAuth;
    }

    /** Closes the ChatAuth if it was made, and lets none be made later. Does nothing the second time. */
    @Override
    public void close() {
        ChatAuth last;
        synchronized (this) {
            closed = true;
            last = made;
            made = null;
        }
        if (last != null) {
            last.close();
        }
    }
}
