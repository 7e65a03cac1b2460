package io.chatauth.spi;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** An HTTP answer. {@link #toString()} shows the status only. */
public final class WireResponse {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private WireResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        this.headers = Map.copyOf(lower);
        this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * Makes an answer.
     *
     * @param status the HTTP status
     * @param headers the headers, first value each
     * @param body the body; not copied, so don't change it afterwards
     * @return the answer
     */
    public static WireResponse of(int status, Map<String, String> headers, byte[] body) {
        return new WireResponse(status, headers, body);
    }

    /**
     * Gives the status.
     *
     * @return the HTTP status
     */
    public int status() {
        return status;
    }

    /**
     * Gives a header.
     *
     * @param name its name in any case
     * @return the first value; empty if there is none
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
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
     * Gives the body as text.
     *
     * @return the body read as UTF-8
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Says the status.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "WireResponse[" + status + "]";
    }
}
