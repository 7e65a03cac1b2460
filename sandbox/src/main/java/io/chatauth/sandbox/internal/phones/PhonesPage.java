package io.chatauth.sandbox.internal.phones;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of the phones page, read once from the jar. */
public final class PhonesPage implements HttpHandler {
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private record File(String type, String text) {}

    private static final List<String> NAMES = List.of(
            "phones.css",
            "apps.css",
            "phones.js",
            "messages.js",
            "apps.js",
            "chat.js",
            "cards.js",
            "text.js",
            "templates.js",
            "icon.svg",
            "icon-call.svg",
            "icon-copy.svg",
            "icon-media.svg",
            "icon-open.svg",
            "icon-reply.svg",
            "icon-send.svg");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml");

    private final Map<String, File> files = new HashMap<>();

    /** Reads the files. */
    public PhonesPage() {
        files.put("/", file("phones.html"));
        NAMES.forEach(name -> files.put("/_sandbox/ui/" + name, file(name)));
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        File file = files.get(exchange.getRequestPath());
        String method = exchange.getRequestMethod().toString();
        if (file == null || (!method.equals("GET") && !method.equals("HEAD"))) {
            exchange.setStatusCode(file == null ? 404 : 405).endExchange();
            return;
        }
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.CONTENT_TYPE, file.type());
        headers.put(Headers.CACHE_CONTROL, "no-cache");
        headers.put(new HttpString("Content-Security-Policy"), POLICY);
        headers.put(new HttpString("X-Content-Type-Options"), "nosniff");
        headers.put(new HttpString("Referrer-Policy"), "no-referrer");
        exchange.getResponseSender().send(file.text(), StandardCharsets.UTF_8);
    }

    private static File file(String name) {
        try (InputStream stream = PhonesPage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the sandbox's jar lacks " + name);
            }
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
            return new File(type, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
