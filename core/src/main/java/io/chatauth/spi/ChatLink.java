package io.chatauth.spi;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** How a person gets into a chat in order to write first, or why that can't be. */
public sealed interface ChatLink {
    /**
     * A link that opens the chat.
     *
     * @param uri the link; show it as a link, or as a QR code on another device
     * @param prefilled whether it brings the text along; if not, the person types it
     */
    record Open(URI uri, boolean prefilled) implements ChatLink {
        /** Checks that there is a link. */
        public Open {
            Objects.requireNonNull(uri, "uri");
        }

        /**
         * Hides the link, which may hold a code.
         *
         * @return a text that is safe to log
         */
        @Override
        public String toString() {
            return "Open[" + (prefilled ? "prefilled" : "typed") + "]";
        }
    }

    /**
     * No link.
     *
     * @param reason why, and what to do if anything can be done; a clause without full stop
     */
    record Refused(String reason) implements ChatLink {
        /** Checks that there is a reason. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A link that brings the text along.
     *
     * @param uri the link
     * @return the link
     */
    static ChatLink prefilled(URI uri) {
        return new Open(uri, true);
    }

    /**
     * A link that opens the chat and no more.
     *
     * @param uri the link
     * @return the link
     */
    static ChatLink typed(URI uri) {
        return new Open(uri, false);
    }

    /**
     * No link.
     *
     * @param reason why, and what to do if anything can be done; a clause without full stop
     * @return the refusal
     */
    static ChatLink refused(String reason) {
        return new Refused(reason);
    }

    /**
     * Writes a text as the value of a query parameter, with {@code %20} for a space: not all chat apps read a plus as one.
     *
     * @param text the text
     * @return the encoded text
     */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
