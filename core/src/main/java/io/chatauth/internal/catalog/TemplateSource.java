package io.chatauth.internal.catalog;

import io.chatauth.template.Template;
import java.util.List;
import java.util.Objects;

/**
 * Where templates come from.
 *
 * @param name how errors and logs call it, such as the provider's id and class
 * @param origin how it came here
 * @param templates its templates
 */
public record TemplateSource(String name, Origin origin, List<Template> templates) {
    /** How a source came here; a later one replaces the templates of an earlier one. */
    public enum Origin {
        /** It comes with ChatAuth. */
        BUILT_IN,
        /** It was found. */
        DISCOVERED,
        /** It was given to the builder. */
        EXPLICIT
    }

    /** Copies the templates. */
    public TemplateSource {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(origin, "origin");
        templates = List.copyOf(templates);
    }
}
