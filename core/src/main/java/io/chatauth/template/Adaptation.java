package io.chatauth.template;

import io.chatauth.ChannelId;
import io.chatauth.internal.text.Masking;
import io.chatauth.internal.text.Sentences;
import io.chatauth.template.AdaptationNote.Kind;
import io.chatauth.template.Capabilities.FixedText;
import io.chatauth.template.Capabilities.TextMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** One run of {@link Adapter#adapt}: collects what remains, what changed and what keeps the template from being shown. */
final class Adaptation {
    private final ChannelId channel;
    private final Template template;
    private final Capabilities can;
    private final List<AdaptationNote> notes = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    Adaptation(ChannelId channel, Template template, Capabilities can) {
        this.channel = channel;
        this.template = template;
        this.can = can;
    }

    AdaptedTemplate run() {
        checkName();
        Optional<FixedText> fixed = can.fixedText(template.category());
        AdaptedTemplate adapted = fixed.isPresent() ? withFixedText(fixed.get()) : withOwnText();
        if (!reasons.isEmpty()) {
            throw new TemplateRefusedException(subject(template, channel), reasons);
        }
        return adapted;
    }

    /** Names a template for errors. */
    static String subject(Template template, ChannelId channel) {
        return "template '" + Masking.clean(template.name()) + "' (" + template.language() + ") on " + channel;
    }

    /** Gives a text without its placeholders. */
    static String fixedPart(String text) {
        return Placeholders.replace(text, name -> "");
    }

    private void checkName() {
        if (can.templateName().matcher(template.name()).matches()) {
            return;
        }
        String reason = "the name may have " + can.templateNameInWords() + " only";
        String lower = template.name().toLowerCase(Locale.ROOT);
        Optional<String> proposal = Stream.of(
                        template.name(),
                        lower,
                        joined(lower, "_"),
                        joined(lower, "-"),
                        joined(lower, ""),
                        "t_" + joined(lower, "_"))
                .filter(name -> can.templateName().matcher(name).matches())
                .findFirst();
        reasons.add(reason + proposal.map(name -> "; use '" + name + "'").orElse("; choose another"));
    }

    private static String joined(String name, String by) {
        return name.replaceAll("[^a-z0-9]+", by);
    }

    private AdaptedTemplate withOwnText() {
        Direction direction = new Direction(template, can);
        Optional<String> header = template.header().map(direction::text);
        Optional<String> footer = template.footer().map(direction::text);
        List<String> text = new ArrayList<>();
        Optional<String> mergedHeader = header.flatMap(this::whyNoHeader);
        if (header.isPresent() && mergedHeader.isPresent()) {
            text.add(header.get());
            merged(mergedHeader.get(), "the header became the first line of the text");
        } else if (header.isPresent()) {
            checkPart("header", header.get(), can.maxHeader());
        }
        text.add(direction.text(template.body()));
        ButtonPlan buttons = new ButtonPlan(channel, template, can, direction, false);
        text.addAll(buttons.lines);
        Optional<String> mergedFooter = footer.flatMap(this::whyNoFooter);
        if (footer.isPresent() && mergedFooter.isPresent()) {
            text.add(footer.get());
            merged(mergedFooter.get(), "the footer became the last line of the text");
        } else if (footer.isPresent()) {
            checkPart("footer", footer.get(), can.maxFooter());
        }
        notes.addAll(buttons.notes);
        reasons.addAll(buttons.reasons);
        if (!direction.marked().isEmpty()) {
            notes.add(new AdaptationNote(
                    Kind.DIRECTION_KEPT,
                    "the text runs from right to left, so " + Sentences.and(direction.marked())
                            + " got invisible marks (U+2068, U+2069) that keep the value's own order"));
        }
        String body = String.join("\n", text);
        checkLinks();
        checkBody(body);
        return new AdaptedTemplate(
                template,
                mergedHeader.isPresent() ? Optional.empty() : header,
                body,
                mergedFooter.isPresent() ? Optional.empty() : footer,
                buttons.kept,
                false,
                notes);
    }

    private Optional<String> whyNoHeader(String header) {
        if (can.maxHeader().isEmpty()) {
            return Optional.of(channel + " has no header");
        }
        int most = can.maxHeaderPlaceholders();
        return Placeholders.in(header).size() > most
                ? Optional.of("a header of " + channel + " has at most " + most
                        + (most == 1 ? " placeholder" : " placeholders"))
                : Optional.empty();
    }

    private Optional<String> whyNoFooter(String footer) {
        if (can.maxFooter().isEmpty()) {
            return Optional.of(channel + " has no footer");
        }
        return can.textMode() == TextMode.APPROVED_TEMPLATES && footer.contains("{{")
                ? Optional.of("a footer of " + channel + " is the same for all people")
                : Optional.empty();
    }

    private void merged(String cause, String what) {
        notes.add(new AdaptationNote(Kind.TEXT_MERGED, cause + ", so " + what));
    }

    private void checkPart(String what, String text, OptionalInt most) {
        int length = can.lengthUnit().of(fixedPart(text));
        if (most.isPresent() && length > most.getAsInt()) {
            reasons.add("the " + what + " has " + length + " characters before any value is in, and " + channel
                    + " takes at most " + most.getAsInt() + "; shorten it, or move words into the body");
        }
    }

    private void checkBody(String body) {
        int length = can.lengthUnit().of(fixedPart(body));
        if (length > can.maxBody()) {
            reasons.add(
                    "the text, with what was moved into it, has " + length + " characters before any value is in, and "
                            + channel + " takes at most " + can.maxBody() + "; shorten it");
        }
    }

    private void checkLinks() {
        List<String> links = new ArrayList<>(Links.variable(template.body()));
        template.header().ifPresent(text -> links.addAll(Links.variable(text)));
        template.footer().ifPresent(text -> links.addAll(Links.variable(text)));
        for (String link : links) {
            if (!Links.hostIsFixed(link)) {
                reasons.add(
                        "the link '" + link
                                + "' has a placeholder in its host, so a value could lead elsewhere; put placeholders after the host");
            } else if (can.personalLinksRefused().isPresent()) {
                reasons.add(ButtonPlan.personalLink(
                        "the text", can.personalLinksRefused().get()));
            }
        }
    }

    private AdaptedTemplate withFixedText(FixedText fixed) {
        String words = fixed.in(template.language()).orElse(fixed.text());
        boolean known =
                fixed.translations().isEmpty() || fixed.in(template.language()).isPresent();
        List<String> takes = Placeholders.in(words);
        for (String name : template.placeholders()) {
            if (!takes.contains(name)) {
                reasons.add("{{" + name + "}} has no place: " + channel + " fixes the text of the category "
                        + template.category() + ", '" + words + "'; rename or remove the placeholder, or use the"
                        + " category " + Category.UTILITY);
            }
        }
        for (String name : takes) {
            if (!template.placeholders().contains(name)) {
                reasons.add("{{" + name + "}} is missing: " + channel + " fixes the text of the category "
                        + template.category() + ", '" + words + "'; put the placeholder into the body");
            }
        }
        List<String> dropped = new ArrayList<>();
        dropped.add("text");
        template.header().ifPresent(text -> dropped.add("header"));
        template.footer().ifPresent(text -> dropped.add("footer"));
        notes.add(new AdaptationNote(
                Kind.TEXT_FIXED,
                channel + " fixes the text of the category " + template.category() + ", so people read "
                        + (known ? "'" + words + "'" : unknownWords(words)) + "; the template's own "
                        + Sentences.and(dropped)
                        + (dropped.size() == 1 ? " is" : " are") + " not shown"));
        ButtonPlan buttons = new ButtonPlan(channel, template, can, new Direction(template, can), true);
        notes.addAll(buttons.notes);
        reasons.addAll(buttons.reasons);
        return new AdaptedTemplate(template, Optional.empty(), words, Optional.empty(), buttons.kept, true, notes);
    }

    private String unknownWords(String words) {
        return "its own translation of '" + words + "' (what that is in '" + template.language()
                + "' is documented nowhere)";
    }
}
