package io.chatauth.webhook;

import io.chatauth.internal.text.Masking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.security.auth.x500.X500Principal;

/** A request to the webhook, as raw as it came. {@link #toString()} shows neither path nor body: both may be secret. */
public final class WebhookRequest {
    private final String method;
    private final String path;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final Optional<X500Principal> peer;

    private WebhookRequest(
            String method, String path, Map<String, List<String>> headers, byte[] body, Optional<X500Principal> peer) {
        this.method = Objects.requireNonNull(method, "method");
        this.path = Objects.requireNonNull(path, "path");
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach(
                (name, values) -> lower.computeIfAbsent(name.toLowerCase(Locale.ROOT), none -> new ArrayList<>())
                        .addAll(values));
        lower.replaceAll((name, values) -> List.copyOf(values));
        this.headers = Map.copyOf(lower);
        this.body = Objects.requireNonNull(body, "body");
        this.peer = Objects.requireNonNull(peer, "peer");
    }

    /**
     * Makes a request whose headers came once each.
     *
     * @param method the HTTP method
     * @param path the path below the receiver's base, such as {@code /whatsapp/<token>}
     * @param headers the headers; give a header that came twice to {@link #received}, or both values with a comma between
     * @param body the raw bytes; not copied, so don't change them afterwards
     * @return the request
     */
    public static WebhookRequest of(String method, String path, Map<String, String> headers, byte[] body) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        headers.forEach((name, value) ->
                lists.computeIfAbsent(name, none -> new ArrayList<>()).add(value));
        return received(method, path, lists, body, Optional.empty());
    }

    /**
     * Makes a request with all that a server knows of it.
     *
     * @param method the HTTP method
     * @param path the path below the receiver's base, such as {@code /whatsapp/<token>}
     * @param headers the headers, with each value that came
     * @param body the raw bytes; not copied, so don't change them afterwards
     * @param peer the subject of the client's certificate, if the TLS connection ends here and the certificate was verified
     * @return the request
     */
    public static WebhookRequest received(
            String method, String path, Map<String, List<String>> headers, byte[] body, Optional<X500Principal> peer) {
        return new WebhookRequest(method, path, headers, body, peer);
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
     * Gives the path. Its second part may be secret: {@link #shownPath()} is for logs.
     *
     * @return the path below the receiver's base
     */
    public String path() {
        return path;
    }

    /**
     * Gives the path for logs.
     *
     * @return the first part of the path, and three asterisks for what follows it
     */
    public String shownPath() {
        int second = path.indexOf('/', 1);
        String first = Masking.clean(second < 0 ? path : path.substring(0, second));
        return second < 0 || second == path.length() - 1 ? first : first + "/***";
    }

    /**
     * Gives a header.
     *
     * @param name its name in any case
     * @return its value, or all values with commas between; empty if there is none
     */
    public Optional<String> header(String name) {
        List<String> values = headers(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }

    /**
     * Gives each value of a header.
     *
     * @param name its name in any case
     * @return the values in their order; empty if there is none
     */
    public List<String> headers(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /**
     * Gives who the client proved to be in the TLS handshake.
     *
     * @return the subject of its verified certificate; empty if it showed none, or TLS ends elsewhere
     */
    public Optional<X500Principal> peer() {
        return peer;
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
