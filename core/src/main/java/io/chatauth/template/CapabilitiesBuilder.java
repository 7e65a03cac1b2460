package io.chatauth.template;

import io.chatauth.Address;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.FixedText;
import io.chatauth.template.Capabilities.Report;
import io.chatauth.template.Capabilities.TextMode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Builds {@link Capabilities}. Not safe for use by many threads. */
public final class CapabilitiesBuilder {
    final TextMode textMode;
    int maxBody = 1000;
    OptionalInt maxHeader = OptionalInt.empty();
    OptionalInt maxFooter = OptionalInt.empty();
    final Map<ButtonKind, ButtonSupport> buttons = new EnumMap<>(ButtonKind.class);
    int maxButtons;
    final Set<Evidence> inbound = EnumSet.noneOf(Evidence.class);
    final Set<Report> reports = EnumSet.noneOf(Report.class);
    final Set<Address.Kind> recipients = EnumSet.noneOf(Address.Kind.class);
    final Set<String> languages = new LinkedHashSet<>();
    final Map<Category, FixedText> fixedTexts = new EnumMap<>(Category.class);
    Pattern templateName = Pattern.compile(".{1,512}");
    String templateNameInWords = "1 to 512 characters";
    int maxValue = 1000;
    int maxCode = 1000;
    boolean multilineValues = true;
    int batchSize = 1;
    boolean smsFailover;

    CapabilitiesBuilder(TextMode textMode) {
        this.textMode = Objects.requireNonNull(textMode, "textMode");
    }

    private CapabilitiesBuilder(CapabilitiesBuilder other) {
        textMode = other.textMode;
        maxBody = other.maxBody;
        maxHeader = other.maxHeader;
        maxFooter = other.maxFooter;
        buttons.putAll(other.buttons);
        maxButtons = other.maxButtons;
        inbound.addAll(other.inbound);
        reports.addAll(other.reports);
        recipients.addAll(other.recipients);
        languages.addAll(other.languages);
        fixedTexts.putAll(other.fixedTexts);
        templateName = other.templateName;
        templateNameInWords = other.templateNameInWords;
        maxValue = other.maxValue;
        maxCode = other.maxCode;
        multilineValues = other.multilineValues;
        batchSize = other.batchSize;
        smsFailover = other.smsFailover;
    }

    /**
     * Sets the longest body; without it, 1000.
     *
     * @param characters 1 or more
     * @return this builder
     */
    public CapabilitiesBuilder maxBody(int characters) {
        maxBody = atLeastOne(characters, "maxBody");
        return this;
    }

    /**
     * Says that the channel has a header.
     *
     * @param characters its longest text, 1 or more
     * @return this builder
     */
    public CapabilitiesBuilder maxHeader(int characters) {
        maxHeader = OptionalInt.of(atLeastOne(characters, "maxHeader"));
        return this;
    }

    /**
     * Says that the channel has a footer.
     *
     * @param characters its longest text, 1 or more
     * @return this builder
     */
    public CapabilitiesBuilder maxFooter(int characters) {
        maxFooter = OptionalInt.of(atLeastOne(characters, "maxFooter"));
        return this;
    }

    /**
     * Says that the channel shows a kind of button.
     *
     * @param kind the kind
     * @param support its bounds
     * @return this builder
     */
    public CapabilitiesBuilder button(ButtonKind kind, ButtonSupport support) {
        buttons.put(kind, Objects.requireNonNull(support, "support"));
        maxButtons = Math.max(maxButtons, support.maxCount());
        return this;
    }

    /**
     * Sets how many buttons of all kinds fit into a message; without it, the highest count of one kind.
     *
     * @param count 0 or more
     * @return this builder
     */
    public CapabilitiesBuilder maxButtons(int count) {
        maxButtons = count;
        return this;
    }

    /**
     * Says what comes back with an answer.
     *
     * @param evidence the evidence
     * @return this builder
     */
    public CapabilitiesBuilder inbound(Evidence... evidence) {
        inbound.addAll(Set.of(evidence));
        return this;
    }

    /**
     * Says what the channel reports.
     *
     * @param kinds the reports
     * @return this builder
     */
    public CapabilitiesBuilder reports(Report... kinds) {
        reports.addAll(Set.of(kinds));
        return this;
    }

    /**
     * Says which addresses the channel sends to; without it, phone numbers.
     *
     * @param kinds the kinds
     * @return this builder
     */
    public CapabilitiesBuilder recipients(Address.Kind... kinds) {
        recipients.addAll(Set.of(kinds));
        return this;
    }

    /**
     * Lists the language codes that the channel knows, spelled its way.
     *
     * @param codes the codes
     * @return this builder
     */
    public CapabilitiesBuilder languages(Set<String> codes) {
        languages.addAll(codes);
        return this;
    }

    /**
     * Says that the channel fixes the words of a category.
     *
     * @param category the category
     * @param text what people will see, with the placeholders that it takes
     * @return this builder
     */
    public CapabilitiesBuilder fixedText(Category category, FixedText text) {
        fixedTexts.put(category, text);
        return this;
    }

    /**
     * Sets the form of template names.
     *
     * @param form a regular expression for the whole name
     * @param inWords the same in words
     * @return this builder
     */
    public CapabilitiesBuilder templateName(String form, String inWords) {
        templateName = Pattern.compile(form);
        templateNameInWords = Objects.requireNonNull(inWords, "inWords");
        return this;
    }

    /**
     * Sets the longest value of a placeholder; without it, 1000.
     *
     * @param characters 1 or more
     * @return this builder
     */
    public CapabilitiesBuilder maxValue(int characters) {
        maxValue = atLeastOne(characters, "maxValue");
        return this;
    }

    /**
     * Sets the longest code; without it, 1000.
     *
     * @param characters 1 or more
     * @return this builder
     */
    public CapabilitiesBuilder maxCode(int characters) {
        maxCode = atLeastOne(characters, "maxCode");
        return this;
    }

    /**
     * Says that values must not hold line breaks, tabs, or more than three spaces in a row.
     *
     * @return this builder
     */
    public CapabilitiesBuilder singleLineValues() {
        multilineValues = false;
        return this;
    }

    /**
     * Sets how many messages fit into one request; without it, 1.
     *
     * @param messages 1 or more
     * @return this builder
     */
    public CapabilitiesBuilder batchSize(int messages) {
        batchSize = atLeastOne(messages, "batchSize");
        return this;
    }

    /**
     * Says that a message may carry an SMS for the case that it is not delivered.
     *
     * @return this builder
     */
    public CapabilitiesBuilder smsFailover() {
        smsFailover = true;
        return this;
    }

    /**
     * Makes the description.
     *
     * @return the capabilities
     */
    public Capabilities build() {
        CapabilitiesBuilder copy = new CapabilitiesBuilder(this);
        if (copy.recipients.isEmpty()) {
            copy.recipients.add(Address.Kind.PHONE);
        }
        return new Capabilities(copy);
    }

    private static int atLeastOne(int value, String what) {
        if (value < 1) {
            throw new IllegalArgumentException(what.toLowerCase(Locale.ROOT) + " must be 1 or more, not " + value);
        }
        return value;
    }
}
