package io.chatauth.infobip.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Makes texts fit to stand between two slashes of a path. */
public final class PathSegments {
    private PathSegments() {}

    /**
     * Encodes a text so that it stays one segment: slashes, question marks and the like are escaped (RFC 3986), and the
     * segments {@code .} and {@code ..} don't climb.
     *
     * @param text the text, not empty
     * @return the segment
     * @throws IllegalArgumentException if the text is empty
     */
    public static String encode(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a segment of a path must not be empty");
        }
        if (text.equals(".") || text.equals("..")) {
            return text.replace(".", "%2E");
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
