package io.chatauth.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

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
            Map<String, String> headers = new LinkedHashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
            String base = exchange.getHttpContext().getPath();
            String path = exchange.getRequestURI().getPath();
            String below = path.startsWith(base) ? path.substring(base.length()) : path;
            WebhookResponse response = receiver.receive(WebhookRequest.of(
                    exchange.getRequestMethod(), below.startsWith("/") ? below : "/" + below, headers, body));
            response.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] text = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.status(), text.length == 0 ? NO_BODY : text.length);
            exchange.getResponseBody().write(text);
        }
    }
}
