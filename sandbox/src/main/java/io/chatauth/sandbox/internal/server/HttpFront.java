package io.chatauth.sandbox.internal.server;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Set;
import org.xnio.Options;

/** The server on the loopback address. It answers only requests that name a loopback host, so no foreign name reaches it. */
public final class HttpFront implements AutoCloseable {
    /** The address that is listened on, and no other. */
    public static final String HOST = "127.0.0.1";

    static final long MAX_BODY = 10L * 1024 * 1024;
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Undertow undertow;

    /**
     * Prepares the server.
     *
     * @param port the port, 0 for a free one
     * @param api who answers the API
     * @param control who answers {@code /_sandbox}
     * @param page who answers {@code /} and {@code /_sandbox/ui}
     * @param events who answers {@code /_sandbox/events}
     */
    public HttpFront(int port, HttpHandler api, HttpHandler control, HttpHandler page, HttpHandler events) {
        HttpHandler blockingApi = new BlockingHandler(api);
        HttpHandler blockingControl = new BlockingHandler(control);
        this.undertow = Undertow.builder()
                .addHttpListener(port, HOST)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_BODY)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, false)
                .setWorkerOption(Options.THREAD_DAEMON, true)
                .setWorkerOption(Options.WORKER_NAME, "chatauth-sandbox")
                .setHandler(exchange -> choose(exchange, blockingApi, blockingControl, page, events)
                        .handleRequest(exchange))
                .build();
    }

    /** Starts to listen. */
    public void start() {
        undertow.start();
    }

    /**
     * Tells the port that is listened on.
     *
     * @return the port
     */
    public int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void close() {
        undertow.stop();
    }

    private static HttpHandler choose(
            HttpServerExchange exchange, HttpHandler api, HttpHandler control, HttpHandler page, HttpHandler events) {
        String host = exchange.getHostName();
        if (host == null || !HOSTS.contains(host.toLowerCase(Locale.ROOT))) {
            return refused -> Exchanges.write(
                    refused, ErrorShape.PLAIN.reply(new Problem(403, "the sandbox answers on loopback names only")));
        }
        String path = exchange.getRequestPath();
        if (path.equals("/") || path.startsWith("/_sandbox/ui/")) {
            return page;
        }
        if (path.equals("/_sandbox/events")) {
            return events;
        }
        return path.equals("/_sandbox") || path.startsWith("/_sandbox/") ? control : api;
    }
}
