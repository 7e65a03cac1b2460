package io.chatauth.sandbox.internal.server;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads requests from Undertow and writes answers to it. */
public final class Exchanges {
    private Exchanges() {}

    /**
     * Reads a request whole. The exchange must be blocking.
     *
     * @param exchange the exchange
     * @return the request
     * @throws IOException if the body can't be read
     * @throws Problem with 413 if it is too large
     */
    public static Request read(HttpServerExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        HeaderMap given = exchange.getRequestHeaders();
        for (HeaderValues values : given) {
            headers.put(values.getHeaderName().toString(), String.join(", ", values));
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, Deque<String>> entry :
                exchange.getQueryParameters().entrySet()) {
            parameters.put(entry.getKey(), entry.getValue().getFirst());
        }
        String body = body(exchange);
        return new Request(
                exchange.getRequestMethod().toString(),
                exchange.getRequestPath(),
                exchange.getQueryString(),
                Collections.unmodifiableMap(parameters),
                Collections.unmodifiableMap(headers),
                body,
                Map.of());
    }

    private static String body(HttpServerExchange exchange) throws IOException {
        try {
            return new String(exchange.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (RequestTooBigException e) {
            throw new Problem(413, "the body is larger than " + HttpFront.MAX_BODY + " bytes");
        }
    }

    /**
     * Writes an answer.
     *
     * @param exchange the exchange
     * @param reply the answer
     */
    public static void write(HttpServerExchange exchange, Reply reply) {
        exchange.setStatusCode(reply.status());
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        exchange.addExchangeCompleteListener((done, next) -> {
            try {
                reply.afterwards().run();
            } finally {
                next.proceed();
            }
        });
        if (reply.body() == null) {
            exchange.endExchange();
        } else {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json;charset=UTF-8");
            exchange.getResponseSender().send(ByteBuffer.wrap(Json.bytes(reply.body())));
        }
    }
}
