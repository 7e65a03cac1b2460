package io.chatauth.sandbox.internal.phones;

import io.chatauth.sandbox.internal.server.Delays;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventHandler;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells the open pages that something changed: at most one event in 30 ms, however much changes. */
public final class EventStream {
    private static final long QUIET_MS = 30;
    private static final long KEEP_ALIVE_MS = 15_000;

    private final ServerSentEventHandler handler;
    private final Delays delays;
    private final AtomicBoolean waiting = new AtomicBoolean();

    /**
     * Prepares the stream.
     *
     * @param delays where events wait for others
     */
    public EventStream(Delays delays) {
        this.delays = delays;
        this.handler = new ServerSentEventHandler((connection, lastEventId) -> {
            connection.setKeepAliveTime(KEEP_ALIVE_MS);
            connection.send("hello", "changed", null, null);
        });
    }

    /**
     * Gives what answers the pages.
     *
     * @return the handler
     */
    public HttpHandler handler() {
        return handler;
    }

    /** Notes that something changed. */
    public void changed() {
        if (!handler.getConnections().isEmpty() && waiting.compareAndSet(false, true)) {
            delays.after(QUIET_MS, this::send);
        }
    }

    private void send() {
        waiting.set(false);
        for (ServerSentEventConnection connection : handler.getConnections()) {
            connection.send("changed", "changed", null, null);
        }
    }
}
