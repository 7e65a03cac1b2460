package io.chatauth.template;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A template as one channel will show it, still with its placeholders: what is registered with the provider, and what is
 * filled for each message.
 *
 * @param source the template it was made from
 * @param header the text above the body, if the channel has one
 * @param body the text, with what was inlined
 * @param footer the text below the body, if the channel has one
 * @param buttons the buttons that remain, in order
 * @param textFixed whether the channel fixes the text, so that only values are sent
 * @param notes what was changed and why
 */
public record AdaptedTemplate(
        Template source,
        Optional<String> header,
        String body,
        Optional<String> footer,
        List<Button> buttons,
        boolean textFixed,
        List<AdaptationNote> notes) {
    /** Copies the lists. */
    public AdaptedTemplate {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(footer, "footer");
        buttons = List.copyOf(buttons);
        notes = List.copyOf(notes);
    }
}
