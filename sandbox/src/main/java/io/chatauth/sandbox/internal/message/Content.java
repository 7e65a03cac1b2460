package io.chatauth.sandbox.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a person sees it.
 *
 * @param header what stands above the text, or null
 * @param text the text, empty for a message that could not be rendered
 * @param footer what stands below the text, or null
 * @param buttons the buttons, top to bottom
 * @param card what only this channel's app shows, in the channel's shape, or null
 */
public record Content(
        @Nullable Header header,
        String text,
        @Nullable String footer,
        List<Button> buttons,
        @Nullable ObjectNode card) {
    /** A message that could not be rendered. */
    public static final Content NONE = of("");

    /**
     * What stands above the text.
     *
     * @param type {@code TEXT}, or the kind of media
     * @param text the text, or where the media is
     */
    public record Header(String type, String text) {}

    /**
     * Makes a plain text.
     *
     * @param text the text
     * @return the content
     */
    public static Content of(String text) {
        return of(text, List.of());
    }

    /**
     * Makes a text with buttons.
     *
     * @param text the text
     * @param buttons the buttons
     * @return the content
     */
    public static Content of(String text, List<Button> buttons) {
        return new Content(null, text, null, List.copyOf(buttons), null);
    }
}
