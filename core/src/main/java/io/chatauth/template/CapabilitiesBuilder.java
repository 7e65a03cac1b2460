package io.chatauth.template;

import io.chatauth.Address;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.FixedText;
import io.chatauth.template.Capabilities.LengthUnit;
import io.chatauth.template.Capabilities.Report;
import io.chatauth.template.Capabilities.TextMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds {@link Capabilities}. Not safe for use by many threads. */
public final class CapabilitiesBuilder {
    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(10);

    final TextMode textMode;
    LengthUnit lengthUnit = LengthUnit.UTF_16;
    int maxBody = 1000;
    OptionalInt maxHeader = OptionalInt.empty();
    int maxHeaderPlaceholders = Integer.MAX_VALUE;
    OptionalInt maxFooter = OptionalInt.empty();
    final Map<ButtonKind, ButtonSupport> buttons = new EnumMap<>(ButtonKind.class);
    int maxButtons;
    private boolean maxButtonsGiven;
    int maxUrl = 2000;

    @Nullable
    String personalLinksRefused;

    final Set<Evidence> inbound = EnumSet.noneOf(Evidence.class);
    final Set<Address.Kind> inboundFrom = EnumSet.noneOf(Address.Kind.class);
    final Set<Report> reports = EnumSet.noneOf(Report.class);
    final Set<Address.Kind> recipients = EnumSet.noneOf(Address.Kind.class);
    final Set<String> languages = new LinkedHashSet<>();
    final Map<Category, FixedText> fixedTexts = new EnumMap<>(Category.class);
    Pattern templateName = Pattern.compile(".{1,512}");
    String templateNameInWords = "1 to 512 characters";

    @Nullable
    Pattern templateKey;

    String templateKeyInWords = "";
    final Set<Address.Kind> templateKeyFor = EnumSet.noneOf(Address.Kind.class);
    int maxValue = 1000;
    int maxCode = 1000;
    boolean multilineValues = true;
    boolean directionMarks = true;
    int batchSize = 1;
    boolean smsFailover;

    @Nullable
    Duration window;

    final List<WindowForm> windowForms = new ArrayList<>();

    CapabilitiesBuilder(TextMode textMode) {
        this.textMode = Objects.requireNonNull(textMode, "textMode");
    }

    private CapabilitiesBuilder(CapabilitiesBuilder other) {
        textMode = other.textMode;
        lengthUnit = other.lengthUnit;
        maxBody = other.maxBody;
        maxHeader = other.maxHeader;
        maxHeaderPlaceholders = other.maxHeaderPlaceholders;
        maxFooter = other.maxFooter;
        buttons.putAll(other.buttons);
        maxButtons = other.maxButtons;
        maxButtonsGiven = other.maxButtonsGiven;
        maxUrl = other.maxUrl;
        personalLinksRefused = other.personalLinksRefused;
        inbound.addAll(other.inbound);
        inboundFrom.addAll(other.inboundFrom);
        reports.addAll(other.reports);
        recipients.addAll(other.recipients);
        languages.addAll(other.languages);
        fixedTexts.putAll(other.fixedTexts);
        window = other.window;
        windowForms.addAll(other.windowForms);
        templateName = other.templateName;
        templateNameInWords = other.templateNameInWords;
        templateKey = other.templateKey;
        templateKeyInWords = other.templateKeyInWords;
        templateKeyFor.addAll(other.templateKeyFor);
        maxValue = other.maxValue;
        maxCode = other.maxCode;
        multilineValues = other.multilineValues;
        directionMarks = other.directionMarks;
        batchSize = other.batchSize;
        smsFailover = other.smsFailover;
    }

    /**
     * Sets what all lengths are counted in; without it, UTF-16 units.
     *
     * @param unit the unit
     * @return this builder
     */
    public CapabilitiesBuilder lengthUnit(LengthUnit unit) {
        lengthUnit = Objects.requireNonNull(unit, "unit");
        return this;
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
     * Sets how many placeholders a header may have; without it, any number.
     *
     * @param count 0 or more
     * @return this builder
     */
    public CapabilitiesBuilder maxHeaderPlaceholders(int count) {
        maxHeaderPlaceholders = notNegative(count, "maxHeaderPlaceholders");
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
        if (!maxButtonsGiven) {
            maxButtons = Math.max(maxButtons, support.maxCount());
        }
        return this;
    }

    /**
     * Sets how many buttons of all kinds fit into a message; without it, the highest count of one kind.
     *
     * @param count 0 or more
     * @return this builder
     */
    public CapabilitiesBuilder maxButtons(int count) {
        maxButtons = notNegative(count, "maxButtons");
        maxButtonsGiven = true;
        return this;
    }

    /**
     * Sets the longest URL of a button; without it, 2000.
     *
     * @param characters 1 or more, counted after filling
     * @return this builder
     */
    public CapabilitiesBuilder maxUrl(int characters) {
        maxUrl = atLeastOne(characters, "maxUrl");
        return this;
    }

    /**
     * Says that links that differ from person to person must not go out. Without it they may.
     *
     * @param because a clause such as {@code links are rewritten to a short domain}
     * @return this builder
     */
    public CapabilitiesBuilder refusePersonalLinks(String because) {
        personalLinksRefused = Objects.requireNonNull(because, "because");
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
     * Says that answers can be traced to some kinds of address only; without it, to all that the channel sends to.
     *
     * @param kinds the kinds
     * @return this builder
     */
    public CapabilitiesBuilder inboundFrom(Address.Kind... kinds) {
        inboundFrom.addAll(Set.of(kinds));
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
     * Says that the channel knows templates by an identifier of its own only, so that nothing can be sent until a template
     * is bound to one. Without it a template that is not bound goes by its name.
     *
     * @param form a regular expression for the whole identifier
     * @param inWords what it is, such as {@code a code of 1 to 30 characters}
     * @return this builder
     */
    public CapabilitiesBuilder templateKey(String form, String inWords) {
        templateKey = Pattern.compile(form);
        templateKeyInWords = Objects.requireNonNull(inWords, "inWords");
        return this;
    }

    /**
     * Says that templates need that identifier for some kinds of address only, and others get the text itself; without it,
     * for all kinds.
     *
     * @param kinds the kinds
     * @return this builder
     */
    public CapabilitiesBuilder templateKeyFor(Address.Kind... kinds) {
        templateKeyFor.addAll(Set.of(kinds));
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
     * Says that texts must not hold the invisible marks that keep values in order where a text runs from right to left.
     *
     * @return this builder
     */
    public CapabilitiesBuilder withoutDirectionMarks() {
        directionMarks = false;
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
     * Sets for how long after a person's message messages need no approved template, and what they may then look like. Only
     * for channels of approved templates.
     *
     * @param length more than 10 minutes
     * @param forms the forms, the one to be preferred first
     * @return this builder
     * @throws IllegalArgumentException if the window is too short, or there is no form
     */
    public CapabilitiesBuilder window(Duration length, WindowForm... forms) {
        if (length.compareTo(SHORTEST_WINDOW) <= 0 || forms.length == 0) {
            throw new IllegalArgumentException("a window lasts more than 10 minutes and has a form");
        }
        window = length;
        windowForms.clear();
        windowForms.addAll(List.of(forms));
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
            throw new IllegalArgumentException(what + " must be 1 or more, not " + value);
        }
        return value;
    }

    private static int notNegative(int value, String what) {
        if (value < 0) {
            throw new IllegalArgumentException(what + " must be 0 or more, not " + value);
        }
        return value;
    }
}
