package io.chatauth;

import java.net.URI;
import java.util.Objects;

/**
 * How a person can write first: a link that opens the chat, and the text to send there. {@link #toString()} hides both.
 *
 * @param link opens the chat in the app; show it as a link, or as a QR code on another device
 * @param prefilled whether the link brings the text along; if not, show the text, to be typed
 * @param text what the person sends, with the code
 * @param code the code alone: 13 characters where the link brings it, 8 where it is typed
 */
public record Invitation(URI link, boolean prefilled, String text, String code) {
    /** Checks that all parts are there. */
    public Invitation {
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(code, "code");
    }

    /**
     * Says whether the link brings the text along.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "Invitation[" + (prefilled ? "prefilled" : "typed") + "]";
    }
}
