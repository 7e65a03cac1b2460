package io.chatauth.template;

import io.chatauth.internal.text.Masking;
import io.chatauth.internal.text.Nearest;
import io.chatauth.template.AdaptedMessage.FilledButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One run of {@link Filler#fill}: checks every value, puts them in, and measures what came out. */
final class Filling {
    private final Filler filler;
    private final Capabilities can;
    private final Map<String, String> values;
    private final Map<String, String> payloads;
    private final List<String> reasons = new ArrayList<>();

    Filling(Filler filler, Map<String, String> values, Map<String, String> payloads) {
        this.filler = filler;
        this.can = filler.can();
        this.values = values;
        this.payloads = payloads;
    }

    AdaptedMessage run() {
        checkValues();
        refuseIfNeeded();
        List<FilledButton> buttons = new ArrayList<>(filler.buttons().size());
        for (Filler.ReadButton button : filler.buttons()) {
            buttons.add(button(button));
        }
        AdaptedMessage message = new AdaptedMessage(
                filler.template(),
                filler.header().map(this::filled),
                filler.header().map(header -> header.values(values)).orElse(List.of()),
                filled(filler.body()),
                filler.body().values(values),
                filler.footer().map(this::filled),
                buttons);
        checkLengths(message);
        refuseIfNeeded();
        return message;
    }

    private void refuseIfNeeded() {
        if (!reasons.isEmpty()) {
            throw new TemplateRefusedException(
                    "a message from " + Adaptation.subject(filler.template().source(), filler.channel()), reasons);
        }
    }

    private void checkValues() {
        Set<String> names = filler.names();
        if (!names.containsAll(values.keySet())) {
            for (String given : new TreeSet<>(values.keySet())) {
                if (!names.contains(given)) {
                    reasons.add(unknown(given, names));
                }
            }
        }
        for (String name : names) {
            String value = values.get(name);
            if (value == null) {
                reasons.add("the placeholder {{" + name + "}} has no value; give it one");
            } else {
                reasons.addAll(ValueRules.problems(
                        name,
                        value,
                        can,
                        filler.codes().contains(name),
                        filler.inLinks().contains(name)));
            }
        }
    }

    private static String unknown(String given, Set<String> names) {
        List<String> near = Nearest.to(given, names, 1);
        return "there is no placeholder {{" + Masking.clean(given) + "}}"
                + (near.isEmpty() ? "" : "; did you mean {{" + near.get(0) + "}}?")
                + (near.isEmpty() ? "; " : " ")
                + (names.isEmpty()
                        ? "the template has none"
                        : "the template has {{" + String.join("}}, {{", names) + "}}");
    }

    private String filled(Slots text) {
        return text.fill(values);
    }

    private FilledButton button(Filler.ReadButton read) {
        Button button = read.button();
        String value = filled(read.value());
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
        return new FilledButton(button.kind(), filled(read.label()), value, parameter);
    }

    private void checkLengths(AdaptedMessage message) {
        check("the text", Optional.empty(), message.body(), can.maxBody());
        message.header()
                .ifPresent(text -> check(
                        "the header", Optional.empty(), text, can.maxHeader().orElse(Integer.MAX_VALUE)));
        message.footer()
                .ifPresent(text -> check(
                        "the footer", Optional.empty(), text, can.maxFooter().orElse(Integer.MAX_VALUE)));
        for (int i = 0; i < message.buttons().size(); i++) {
            FilledButton button = message.buttons().get(i);
            Optional<Button> of = Optional.of(filler.buttons().get(i).button());
            can.button(button.kind()).ifPresent(support -> check("the label", of, button.label(), support.maxLabel()));
            if (button.kind() == ButtonKind.OPEN_URL) {
                check("the URL", of, button.value(), can.maxUrl());
            }
        }
    }

    private void check(String what, Optional<Button> of, String text, int most) {
        int length = can.lengthUnit().of(text);
        if (length > most) {
            String whose =
                    of.map(button -> " of the button '" + button.label() + "'").orElse("");
            reasons.add(what + whose + " has " + length + " characters with its values, and " + filler.channel()
                    + " takes at most " + most + "; give shorter values or shorten the template");
        }
    }
}
