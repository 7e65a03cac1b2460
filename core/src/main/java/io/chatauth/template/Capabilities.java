package io.chatauth.template;

import io.chatauth.Address;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a channel can show and carry, as data. The adapter, {@code explain()} and the engine read it; none of them knows a
 * channel by name. Immutable.
 */
public final class Capabilities {
    /** Whether a message must follow a template that the channel approved. */
    public enum TextMode {
        /** Any text may be sent. */
        FREE_TEXT,
        /** Only approved templates: labels and footers are then the same for all people. */
        APPROVED_TEMPLATES
    }

    /** What a channel counts when it says how long a text may be. */
    public enum LengthUnit {
        /** UTF-16 units, as {@link String#length()} counts. */
        UTF_16,
        /** Unicode code points. */
        CODE_POINTS,
        /** Bytes in UTF-8. */
        UTF_8_BYTES;

        /**
         * Measures a text.
         *
         * @param text the text
         * @return its length in this unit
         */
        public int of(String text) {
            return switch (this) {
                case UTF_16 -> text.length();
                case CODE_POINTS -> text.codePointCount(0, text.length());
                case UTF_8_BYTES -> text.getBytes(StandardCharsets.UTF_8).length;
            };
        }
    }

    /** What tells which question an inbound answer belongs to, strongest first. */
    public enum Evidence {
        /** A button's payload comes back. */
        PAYLOAD,
        /** The quoted message's id comes back. */
        QUOTE,
        /** The person's text comes back. */
        TEXT
    }

    /** What the channel reports about a message. */
    public enum Report {
        /** The message is on the device. */
        DELIVERED,
        /** The person has seen it. */
        SEEN
    }

    /**
     * How a channel shows one kind of button.
     *
     * @param maxCount how many of the kind fit into one message, 1 or more
     * @param maxLabel the longest label, in characters as the channel counts them
     * @param variable whether its URL may differ from message to message; of no meaning for other kinds, since a number
     *     never differs, and a code and a reply's payload always do
     */
    public record ButtonSupport(int maxCount, int maxLabel, boolean variable) {
        /**
         * Checks the bounds.
         *
         * @throws IllegalArgumentException if a bound is below 1
         */
        public ButtonSupport {
            if (maxCount < 1 || maxLabel < 1) {
                throw new IllegalArgumentException("a supported button has a count and a label length of 1 or more");
            }
        }
    }

    /**
     * The words that a channel fixes for a category.
     *
     * @param text what people will see, with the placeholders that it takes
     * @param translations the same by language code, the language of the text among them, where they are known; empty if
     *     people read the text in all languages
     */
    public record FixedText(String text, Map<String, String> translations) {
        /**
         * Checks that all say the same.
         *
         * @throws IllegalArgumentException if a translation has other placeholders
         */
        public FixedText {
            Objects.requireNonNull(text, "text");
            translations = Map.copyOf(translations);
            Set<String> takes = Set.copyOf(Placeholders.in(text));
            translations.forEach((language, words) -> {
                if (!takes.equals(Set.copyOf(Placeholders.in(words)))) {
                    throw new IllegalArgumentException("the fixed text in '" + language + "' has the placeholders "
                            + Placeholders.in(words) + ", and not " + Placeholders.in(text));
                }
            });
        }

        /**
         * Words that are the same in all languages.
         *
         * @param text what people will see, with the placeholders that it takes
         */
        public FixedText(String text) {
            this(text, Map.of());
        }

        /**
         * Gives the words in a language.
         *
         * @param language its code; without region where the one with region is not known
         * @return the words; empty if they are not known
         */
        public Optional<String> in(String language) {
            String code = language.replace('-', '_');
            Optional<String> found = translations.entrySet().stream()
                    .filter(entry -> entry.getKey().replace('-', '_').equalsIgnoreCase(code))
                    .map(Map.Entry::getValue)
                    .findFirst();
            int cut = code.lastIndexOf('_');
            return found.isPresent() || cut < 0 ? found : in(code.substring(0, cut));
        }
    }

    private final CapabilitiesBuilder data;

    Capabilities(CapabilitiesBuilder data) {
        this.data = data;
    }

    /**
     * Begins a description.
     *
     * @param textMode whether text is free or needs approved templates
     * @return a builder; without more it stands for a channel of plain text without buttons, answers or reports
     */
    public static CapabilitiesBuilder of(TextMode textMode) {
        return new CapabilitiesBuilder(textMode);
    }

    /**
     * Gives the text mode.
     *
     * @return whether text is free
     */
    public TextMode textMode() {
        return data.textMode;
    }

    /**
     * Gives the longest body.
     *
     * @return in the channel's {@linkplain #lengthUnit() unit}, after filling
     */
    public int maxBody() {
        return data.maxBody;
    }

    /**
     * Gives what all lengths of this description are counted in.
     *
     * @return the unit
     */
    public LengthUnit lengthUnit() {
        return data.lengthUnit;
    }

    /**
     * Gives the longest header.
     *
     * @return in characters; empty if the channel has no header
     */
    public OptionalInt maxHeader() {
        return data.maxHeader;
    }

    /**
     * Gives how many placeholders a header may have.
     *
     * @return 0 or more
     */
    public int maxHeaderPlaceholders() {
        return data.maxHeaderPlaceholders;
    }

    /**
     * Gives the longest footer.
     *
     * @return in characters; empty if the channel has no footer
     */
    public OptionalInt maxFooter() {
        return data.maxFooter;
    }

    /**
     * Tells how a kind of button is shown.
     *
     * @param kind the kind
     * @return its bounds; empty if the channel can't show it
     */
    public Optional<ButtonSupport> button(ButtonKind kind) {
        return Optional.ofNullable(data.buttons.get(kind));
    }

    /**
     * Gives how many buttons of all kinds fit into one message.
     *
     * @return 0 or more
     */
    public int maxButtons() {
        return data.maxButtons;
    }

    /**
     * Gives the longest URL of a button.
     *
     * @return in characters, after filling
     */
    public int maxUrl() {
        return data.maxUrl;
    }

    /**
     * Tells why links that differ from person to person must not go out: the channel fixes URLs at approval, or rewrites
     * them.
     *
     * @return the reason, a clause such as {@code links are rewritten to a short domain}; empty if such links are safe
     */
    public Optional<String> personalLinksRefused() {
        return Optional.ofNullable(data.personalLinksRefused);
    }

    /**
     * Gives what comes back with an answer.
     *
     * @return the evidence; empty if nobody can answer on this channel, or no answer can be traced
     */
    public Set<Evidence> inbound() {
        return Collections.unmodifiableSet(data.inbound);
    }

    /**
     * Gives what comes back with an answer of people who are written to at a kind of address.
     *
     * @param to the kind of address
     * @return the evidence; empty if they can't answer, or no answer can be traced to that kind of address
     */
    public Set<Evidence> inbound(Address.Kind to) {
        return data.inboundFrom.isEmpty() || data.inboundFrom.contains(to) ? inbound() : Set.of();
    }

    /**
     * Gives what the channel reports.
     *
     * @return the reports; empty if it reports nothing
     */
    public Set<Report> reports() {
        return Collections.unmodifiableSet(data.reports);
    }

    /**
     * Gives the kinds of address the channel sends to.
     *
     * @return at least one
     */
    public Set<Address.Kind> recipients() {
        return Collections.unmodifiableSet(data.recipients);
    }

    /**
     * Gives the language codes that the channel knows, spelled its way.
     *
     * @return the codes; empty if any will do
     */
    public Set<String> languages() {
        return Collections.unmodifiableSet(data.languages);
    }

    /**
     * Gives the words fixed for a category.
     *
     * @param category the category
     * @return the words; empty if the template's own are shown
     */
    public Optional<FixedText> fixedText(Category category) {
        return Optional.ofNullable(data.fixedTexts.get(category));
    }

    /**
     * Gives the form of template names.
     *
     * @return a pattern that a name must match as a whole
     */
    public Pattern templateName() {
        return data.templateName;
    }

    /**
     * Gives the form of template names in words.
     *
     * @return such as {@code lower-case letters, digits and underscores}
     */
    public String templateNameInWords() {
        return data.templateNameInWords;
    }

    /**
     * Gives the form of the identifiers by which alone the channel knows templates.
     *
     * @return a pattern that an identifier must match as a whole; empty if a template goes by its name unless it is bound
     */
    public Optional<Pattern> templateKey() {
        return Optional.ofNullable(data.templateKey);
    }

    /**
     * Gives the form of the identifiers by which alone the channel knows templates for a kind of address.
     *
     * @param to the kind of address
     * @return a pattern that an identifier must match as a whole; empty if a template goes by its name unless it is bound
     */
    public Optional<Pattern> templateKey(Address.Kind to) {
        return data.templateKeyFor.isEmpty() || data.templateKeyFor.contains(to) ? templateKey() : Optional.empty();
    }

    /**
     * Gives that form in words.
     *
     * @return such as {@code a code of 1 to 30 characters}; blank if there is no such form
     */
    public String templateKeyInWords() {
        return data.templateKeyInWords;
    }

    /**
     * Gives the longest value of a placeholder.
     *
     * @return in characters
     */
    public int maxValue() {
        return data.maxValue;
    }

    /**
     * Gives the longest code.
     *
     * @return in characters
     */
    public int maxCode() {
        return data.maxCode;
    }

    /**
     * Tells whether a value may hold line breaks, tabs, or more than three spaces in a row.
     *
     * @return false if the channel refuses such values
     */
    public boolean multilineValues() {
        return data.multilineValues;
    }

    /**
     * Tells whether a text may hold the invisible marks U+2068 and U+2069, which keep values in order where the text runs
     * from right to left.
     *
     * @return false if the channel refuses or shows them
     */
    public boolean directionMarks() {
        return data.directionMarks;
    }

    /**
     * Gives how many messages fit into one request.
     *
     * @return 1 or more
     */
    public int batchSize() {
        return data.batchSize;
    }

    /**
     * Tells whether the provider can fall back to SMS by itself when a message is not delivered.
     *
     * @return true if a message may carry an SMS
     */
    public boolean smsFailover() {
        return data.smsFailover;
    }

    /**
     * Gives for how long after a person's message messages need no approved template.
     *
     * @return the length of the window; empty if the channel has none
     */
    public Optional<Duration> window() {
        return Optional.ofNullable(data.window);
    }

    /**
     * Gives the forms of message that may be sent while the window is open.
     *
     * @return the forms, the first that shows all of a message is taken
     */
    public List<WindowForm> windowForms() {
        return Collections.unmodifiableList(data.windowForms);
    }
}
