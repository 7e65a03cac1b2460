package io.chatauth.template;

import io.chatauth.internal.text.Masking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message, written once: texts with named placeholders and the buttons one would like to have. Channels show what they
 * can, and the adapter says the rest another way.
 *
 * <p>Several templates of one name, each in another language, form a family. Immutable.
 */
public final class Template {
    private static final int LONGEST_NAME = 512;
    private static final Pattern LANGUAGE = Pattern.compile("(?=.{1,35}$)[A-Za-z0-9]+([_-][A-Za-z0-9]+)*");

    private final String name;
    private final String language;
    private final boolean defaultLanguage;
    private final Category category;
    private final Optional<String> header;
    private final String body;
    private final Optional<String> footer;
    private final List<Button> buttons;
    private final Map<String, String> examples;
    private final List<String> placeholders;

    private Template(Builder builder) {
        name = builder.name;
        language = builder.language;
        defaultLanguage = builder.defaultLanguage;
        category = builder.category;
        header = Optional.ofNullable(builder.header);
        body = Objects.requireNonNull(
                builder.body,
                () -> "the template '" + Masking.clean(name) + "' has no body; give it one with .body(...)");
        footer = Optional.ofNullable(builder.footer);
        buttons = List.copyOf(builder.buttons);
        examples = Map.copyOf(builder.examples);
        placeholders = List.copyOf(readPlaceholders());
        for (String example : examples.keySet()) {
            if (!placeholders.contains(example)) {
                throw new IllegalArgumentException(
                        "the template '" + name + "' (" + language + ") has an example for {{" + Masking.clean(example)
                                + "}}, but no such placeholder; it has " + placeholders);
            }
        }
    }

    /**
     * Begins a template.
     *
     * @param name its name; a channel may allow fewer characters than others
     * @return a builder
     * @throws IllegalArgumentException if the name is blank or longer than 512 characters
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /**
     * Gives the name of the family.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Gives the language.
     *
     * @return a language code such as {@code en} or {@code en_GB}
     */
    public String language() {
        return language;
    }

    /**
     * Tells whether this is the language of the family to fall back to.
     *
     * @return true if it was marked so
     */
    public boolean defaultLanguage() {
        return defaultLanguage;
    }

    /**
     * Gives what the message is for.
     *
     * @return the category
     */
    public Category category() {
        return category;
    }

    /**
     * Gives the header.
     *
     * @return the text above the body, if there is one
     */
    public Optional<String> header() {
        return header;
    }

    /**
     * Gives the body.
     *
     * @return the text with its placeholders
     */
    public String body() {
        return body;
    }

    /**
     * Gives the footer.
     *
     * @return the text below the body, if there is one
     */
    public Optional<String> footer() {
        return footer;
    }

    /**
     * Gives the buttons.
     *
     * @return the wished buttons, in order
     */
    public List<Button> buttons() {
        return buttons;
    }

    /**
     * Gives example values, which reviewers of a channel ask for.
     *
     * @return the examples by placeholder; those missing are the placeholder's name
     */
    public Map<String, String> examples() {
        return examples;
    }

    /**
     * Names all placeholders: of header, body, footer, labels and values of buttons.
     *
     * @return each once, in that order
     */
    public List<String> placeholders() {
        return placeholders;
    }

    private Set<String> readPlaceholders() {
        Set<String> names = new LinkedHashSet<>();
        header.ifPresent(text -> names.addAll(Placeholders.in(text)));
        names.addAll(Placeholders.in(body));
        footer.ifPresent(text -> names.addAll(Placeholders.in(text)));
        for (Button button : buttons) {
            names.addAll(Placeholders.in(button.label()));
            names.addAll(Placeholders.in(button.value()));
        }
        return names;
    }

    /**
     * Names the template.
     *
     * @return name and language
     */
    @Override
    public String toString() {
        return name + " (" + language + ")";
    }

    /** Builds a {@link Template}. Not safe for use by many threads. */
    public static final class Builder {
        private final String name;
        private final List<Button> buttons = new ArrayList<>();
        private final Map<String, String> examples = new LinkedHashMap<>();
        private String language = "en";
        private boolean defaultLanguage;
        private Category category = Category.UTILITY;
        private @Nullable String header;
        private @Nullable String body;
        private @Nullable String footer;

        private Builder(String name) {
            Objects.requireNonNull(name, "name");
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("the name of a template has 1 to " + LONGEST_NAME + " characters");
            }
            this.name = name;
        }

        /**
         * Sets the language; without it, {@code en}.
         *
         * @param code such as {@code en} or {@code en_GB}
         * @return this builder
         * @throws IllegalArgumentException if the code has another form
         */
        public Builder language(String code) {
            Objects.requireNonNull(code, "code");
            if (!LANGUAGE.matcher(code).matches()) {
                throw new IllegalArgumentException("'" + Masking.clean(code)
                        + "' is no language code; write letters and digits, joined by _ or -, such as en or en_GB");
            }
            this.language = code;
            return this;
        }

        /**
         * Marks this language as the one to fall back to.
         *
         * @return this builder
         */
        public Builder asDefault() {
            this.defaultLanguage = true;
            return this;
        }

        /**
         * Sets what the message is for; without it, {@link Category#UTILITY}.
         *
         * @param category the category
         * @return this builder
         */
        public Builder category(Category category) {
            this.category = Objects.requireNonNull(category, "category");
            return this;
        }

        /**
         * Sets the header.
         *
         * @param text a text with placeholders
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder header(String text) {
            this.header = notBlank(text, "header");
            return this;
        }

        /**
         * Sets the body, which every template has.
         *
         * @param text a text with placeholders
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder body(String text) {
            this.body = notBlank(text, "body");
            return this;
        }

        /**
         * Sets the footer.
         *
         * @param text a text with placeholders
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder footer(String text) {
            this.footer = notBlank(text, "footer");
            return this;
        }

        /**
         * Adds a button.
         *
         * @param button the button
         * @return this builder
         */
        public Builder button(Button button) {
            buttons.add(Objects.requireNonNull(button, "button"));
            return this;
        }

        /**
         * Gives an example for a placeholder.
         *
         * @param placeholder its name
         * @param value a value that a reviewer may see
         * @return this builder
         */
        public Builder example(String placeholder, String value) {
            examples.put(placeholder, value);
            return this;
        }

        /**
         * Makes the template.
         *
         * @return the template
         * @throws NullPointerException if there is no body
         * @throws IllegalArgumentException if a text has malformed placeholders, or an example belongs to none
         */
        public Template build() {
            return new Template(this);
        }

        private String notBlank(String text, String what) {
            if (text.isBlank()) {
                throw new IllegalArgumentException(
                        "the " + what + " of the template '" + Masking.clean(name) + "' is blank");
            }
            return text;
        }
    }
}
