package io.chatauth.webhook;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A request to the webhook, as raw as it came. {@link #toString()} shows neither path nor body: both may be secret. */
public final class WebhookRequest {
    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final byte[] body;

    private WebhookRequest(String method, String path, Map<String, String> headers, byte[] body) {
        this.method = Objects.requireNonNull(method, "method");
        this.path = Objects.requireNonNull(path, "path");
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        this.headers = Map.copyOf(lower);
        this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * Makes a request.
     *
     * @param method the HTTP method
     * @param path the path below the receiver's base, such as {@code /whatsapp/<token>}
     * @param headers the headers; where one came twice, both values with a comma between
     * @param body the raw bytes; not copied, so don't change them afterwards
     * @return the request
     */
    public static WebhookRequest of(String method, String path, Map<String, String> headers, byte[] body) {
        return new WebhookRequest(method, path, headers, body);
    }

    /**
     * Gives the method.
     *
     * @return in capitals
     */
    public String method() {
        return method;
    }

    /**
     * Gives the path.
     *
     * @return the path below the receiver's base
     */
    public String path() {
        return path;
    }

    /**
     * Gives a header.
     *
     * @param name its name in any case
     * @return its value; empty if there is none
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * Gives the body.
     *
     * @return the raw bytes; not copied, so don't change them
     */
    public byte[] body() {
        return body;
    }

    /**
     * Says the method and the size.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "WebhookRequest[" + method + ", " + body.length + " bytes]";
    }
}
