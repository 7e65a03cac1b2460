package io.chatauth.template;

import io.chatauth.ChannelId;
import io.chatauth.internal.text.Masking;
import io.chatauth.internal.text.Nearest;
import io.chatauth.template.AdaptedMessage.FilledButton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One run of {@link Adapter#fill}: checks every value, puts them in, and measures what came out. */
final class Filling {
    private final ChannelId channel;
    private final AdaptedTemplate template;
    private final Capabilities can;
    private final Map<String, String> values;
    private final Map<String, String> payloads;
    private final List<String> reasons = new ArrayList<>();

    Filling(
            ChannelId channel,
            AdaptedTemplate template,
            Capabilities can,
            Map<String, String> values,
            Map<String, String> payloads) {
        this.channel = channel;
        this.template = template;
        this.can = can;
        this.values = values;
        this.payloads = payloads;
    }

    AdaptedMessage run() {
        checkValues();
        refuseIfNeeded();
        AdaptedMessage message = new AdaptedMessage(
                template,
                template.header().map(this::filled),
                template.header().map(this::valuesOf).orElse(List.of()),
                filled(template.body()),
                valuesOf(template.body()),
                template.footer().map(this::filled),
                template.buttons().stream().map(this::button).toList());
        checkLengths(message);
        refuseIfNeeded();
        return message;
    }

    private void refuseIfNeeded() {
        if (!reasons.isEmpty()) {
            throw new TemplateRefusedException(
                    "a message from " + Adaptation.subject(template.source(), channel), reasons);
        }
    }

    private void checkValues() {
        Set<String> names = placeholders();
        for (String given : new TreeSet<>(values.keySet())) {
            if (!names.contains(given)) {
                List<String> near = Nearest.to(given, names, 1);
                reasons.add("there is no placeholder {{" + Masking.clean(given) + "}}"
                        + (near.isEmpty() ? "" : "; did you mean {{" + near.get(0) + "}}?")
                        + (near.isEmpty() ? "; " : " ")
                        + (names.isEmpty()
                                ? "the template has none"
                                : "the template has {{" + String.join("}}, {{", names) + "}}"));
            }
        }
        Set<String> codes = codes();
        Set<String> inLinks = inLinks();
        for (String name : names) {
            String value = values.get(name);
            if (value == null) {
                reasons.add("the placeholder {{" + name + "}} has no value; give it one");
            } else {
                reasons.addAll(ValueRules.problems(name, value, can, codes.contains(name), inLinks.contains(name)));
            }
        }
    }

    /** The template's own placeholders, so that the same values fit all channels, then those a channel added. */
    private Set<String> placeholders() {
        Set<String> names = new LinkedHashSet<>(template.source().placeholders());
        for (String text : texts()) {
            names.addAll(Placeholders.in(text));
        }
        return names;
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        template.header().ifPresent(texts::add);
        texts.add(template.body());
        template.footer().ifPresent(texts::add);
        for (Button button : template.buttons()) {
            texts.add(button.label());
            texts.add(button.value());
        }
        return texts;
    }

    private Set<String> codes() {
        Set<String> codes = new HashSet<>();
        for (Button button : template.source().buttons()) {
            if (button instanceof Button.CopyCode copy) {
                codes.add(copy.placeholder());
            }
        }
        List<String> fixed = template.textFixed() ? Placeholders.in(template.body()) : List.of();
        if (fixed.size() == 1 && template.source().category() == Category.AUTHENTICATION) {
            codes.add(fixed.get(0));
        }
        return codes;
    }

    private Set<String> inLinks() {
        Set<String> names = new HashSet<>();
        for (Button button : template.source().buttons()) {
            if (button.kind() == ButtonKind.OPEN_URL) {
                names.addAll(Placeholders.in(button.value()));
            }
        }
        for (String text : texts()) {
            for (String link : Links.variable(text)) {
                names.addAll(Placeholders.in(link));
            }
        }
        return names;
    }

    private String filled(String text) {
        return Placeholders.fill(text, values);
    }

    private List<String> valuesOf(String text) {
        return Placeholders.in(text).stream().map(values::get).toList();
    }

    private FilledButton button(Button button) {
        String value = filled(button.value());
        Optional<String> parameter =
                switch (button.kind()) {
                    case CALL_PHONE -> Optional.empty();
                    case OPEN_URL -> {
                        String prefix = Links.fixedPrefix(button.value());
                        yield prefix.length() == button.value().length()
                                ? Optional.empty()
                                : Optional.of(value.substring(prefix.length()));
                    }
                    case QUICK_REPLY ->
                        Optional.of(payloads.getOrDefault(value, payloads.getOrDefault(button.value(), value)));
                    case COPY_CODE -> Optional.of(value);
                };
        return new FilledButton(button.kind(), filled(button.label()), value, parameter);
    }

    private void checkLengths(AdaptedMessage message) {
        check("the text", message.body(), can.maxBody());
        message.header()
                .ifPresent(text -> check("the header", text, can.maxHeader().orElse(Integer.MAX_VALUE)));
        message.footer()
                .ifPresent(text -> check("the footer", text, can.maxFooter().orElse(Integer.MAX_VALUE)));
        for (int i = 0; i < message.buttons().size(); i++) {
            FilledButton button = message.buttons().get(i);
            String whose = " of the button '" + template.buttons().get(i).label() + "'";
            can.button(button.kind())
                    .ifPresent(support -> check("the label" + whose, button.label(), support.maxLabel()));
            if (button.kind() == ButtonKind.OPEN_URL) {
                check("the URL" + whose, button.value(), can.maxUrl());
            }
        }
    }

    private void check(String what, String text, int most) {
        int length = can.lengthUnit().of(text);
        if (length > most) {
            reasons.add(what + " has " + length + " characters with its values, and " + channel + " takes at most "
                    + most + "; give shorter values or shorten the template");
        }
    }
}
