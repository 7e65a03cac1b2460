package io.chatauth.internal.catalog;

import io.chatauth.template.AdaptationNote;
import io.chatauth.template.Template;
import java.util.List;
import java.util.Objects;

/**
 * The template that answers a wish.
 *
 * @param template the template
 * @param languageCode the language code for the provider, spelled the channel's way
 * @param notes what differs from the wish
 */
public record ResolvedTemplate(Template template, String languageCode, List<AdaptationNote> notes) {
    /** Copies the notes. */
    public ResolvedTemplate {
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(languageCode, "languageCode");
        notes = List.copyOf(notes);
    }
}
