package io.chatauth.sandbox.internal.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a person sees it.
 *
 * @param header what stands above the text, or null
 * @param text the text, empty for a message that could not be rendered
 * @param footer what stands below the text, or null
 * @param buttons the buttons, top to bottom
 */
public record Content(
        @Nullable Header header, String text, @Nullable String footer, List<Button> buttons) {
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
        return new Content(null, text, null, List.of());
    }
}
