package io.chatauth.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.security.auth.x500.X500Principal;

/**
 * Serves a {@link WebhookReceiver} with the JDK's own HTTP server: {@code server.createContext("/chatauth", handler)}.
 * Needs the module {@code jdk.httpserver}. Safe for use by many threads.
 */
public final class JdkWebhookHandler implements HttpHandler {
    private static final int NO_BODY = -1;

    private final WebhookReceiver receiver;

    /**
     * Makes a handler.
     *
     * @param receiver takes the requests
     */
    public JdkWebhookHandler(WebhookReceiver receiver) {
        this.receiver = Objects.requireNonNull(receiver, "receiver");
    }

    /**
     * Takes one request and answers it.
     *
     * @param exchange the request
     * @throws IOException if the answer can't be sent
     */
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(WebhookReceiver.MAX_BODY + 1);
            String base = exchange.getHttpContext().getPath();
            String path = exchange.getRequestURI().getPath();
            String below = path.startsWith(base) ? path.substring(base.length()) : path;
            WebhookResponse response = receiver.receive(WebhookRequest.received(
                    exchange.getRequestMethod(),
                    below.startsWith("/") ? below : "/" + below,
                    exchange.getRequestHeaders(),
                    body,
                    peer(exchange)));
            response.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] text = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.status(), text.length == 0 ? NO_BODY : text.length);
            exchange.getResponseBody().write(text);
        }
    }

    /** The subject of the client's certificate, which the TLS context has verified. */
    private static Optional<X500Principal> peer(HttpExchange exchange) {
        if (exchange instanceof HttpsExchange secure) {
            try {
                return secure.getSSLSession().getPeerPrincipal() instanceof X500Principal subject
                        ? Optional.of(subject)
                        : Optional.empty();
            } catch (SSLPeerUnverifiedException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
