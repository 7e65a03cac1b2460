package io.chatauth.spi;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An HTTP request, before the account's credentials are added. {@link #toString()} shows neither headers nor body.
 */
public final class WireRequest {
    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final byte[] body;

    private WireRequest(String method, String target, Map<String, String> headers, byte[] body) {
        this.method = Objects.requireNonNull(method, "method");
        this.target = Objects.requireNonNull(target, "target");
        NavigableMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        this.headers = Collections.unmodifiableNavigableMap(byName);
        this.body = Objects.requireNonNull(body, "body");
        if (!target.startsWith("/") && !target.startsWith("https://") && !target.startsWith("http://")) {
            throw new IllegalArgumentException(
                    "a request goes to a path that starts with a slash, or to an absolute https URI");
        }
    }

    /**
     * A POST of JSON.
     *
     * @param target a path of the Infobip account, or an absolute URI to a host that the channel declares
     * @param body the body; not copied, so don't change it afterwards
     * @return the request
     */
    public static WireRequest post(String target, byte[] body) {
        return new WireRequest("POST", target, Map.of("Content-Type", "application/json"), body);
    }

    /**
     * A GET.
     *
     * @param target a path of the Infobip account, or an absolute URI to a host that the channel declares
     * @return the request
     */
    public static WireRequest get(String target) {
        return new WireRequest("GET", target, Map.of(), new byte[0]);
    }

    /**
     * Any other request.
     *
     * @param method the method in capitals
     * @param target a path of the Infobip account, or an absolute URI to a host that the channel declares
     * @param headers the headers, one value each
     * @param body the body, possibly empty; not copied, so don't change it afterwards
     * @return the request
     * @throws IllegalArgumentException if the target is neither a path nor an absolute URI
     */
    public static WireRequest of(String method, String target, Map<String, String> headers, byte[] body) {
        return new WireRequest(method, target, headers, body);
    }

    /**
     * Sets a header, in place of one that has the same name in any case.
     *
     * @param name its name
     * @param value its value
     * @return a copy with the header
     */
    public WireRequest header(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.remove(name);
        more.put(name, value);
        return new WireRequest(method, target, more, body);
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
     * Gives the target.
     *
     * @return a path with query, or an absolute URI
     */
    public String target() {
        return target;
    }

    /**
     * Gives the headers.
     *
     * @return one value for each name, found by the name in any case
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Gives the body.
     *
     * @return the bytes; not copied, so don't change them
     */
    public byte[] body() {
        return body;
    }

    /**
     * Says method and target without query.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        int query = target.indexOf('?');
        return method + " " + (query < 0 ? target : target.substring(0, query));
    }
}
