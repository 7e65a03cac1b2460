package io.chatauth.samples.bank.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a browser gets.
 *
 * @param status the HTTP status
 * @param type the content type
 * @param body the body
 * @param location where to go on, empty for nowhere else
 */
record Reply(int status, String type, String body, String location) {
    private static final int SEE_OTHER = 303;
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static Reply page(int status, String html) {
        return new Reply(status, "text/html; charset=utf-8", html, "");
    }

    static Reply file(String type, String text) {
        return new Reply(200, type + "; charset=utf-8", text, "");
    }

    static Reply to(String location) {
        return new Reply(SEE_OTHER, "text/plain; charset=utf-8", "", location);
    }

    void send(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        if (!location.isEmpty()) {
            headers.set("Location", location);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean empty = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
        if (!empty) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
