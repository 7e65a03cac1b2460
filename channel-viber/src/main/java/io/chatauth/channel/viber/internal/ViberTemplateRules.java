package io.chatauth.channel.viber.internal;

import io.chatauth.ChannelId;
import io.chatauth.template.AdaptationNote;
import io.chatauth.template.AdaptationNote.Kind;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Adapter;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.ButtonLines;
import io.chatauth.template.Category;
import io.chatauth.template.Placeholders;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What Viber asks of a template beyond lengths and counts: answers make a list or stand in the text, and a registered text
 * doesn't end in a placeholder. Source: the schemas of the send and template API.
 */
final class ViberTemplateRules {
    /** What the code is called in a template of the category OTP. */
    private static final String PIN = "pin";

    private static final int MOST_PARAMETERS = 8;

    private ViberTemplateRules() {}

    /** Shows a template as free text: as a list if it asks for an answer and can be one, else with one button. */
    static AdaptedTemplate freeText(ChannelId channel, Template template) {
        List<Button> replies = template.buttons().stream()
                .filter(button -> button.kind() == ButtonKind.QUICK_REPLY)
                .toList();
        if (canBeList(replies)) {
            AdaptedTemplate list = Adapter.adapt(channel, template, ViberCapabilities.list());
            if (withExamples(template, list.body()).length() <= ViberCapabilities.LIST_TEXT) {
                return withNote(
                        list,
                        new AdaptationNote(
                                Kind.REPLY_INLINED,
                                channel + " lists the words to reply under a text of at most "
                                        + ViberCapabilities.LIST_TEXT
                                        + " characters; where values make it longer, the text says '"
                                        + line(template, replies) + "' instead"));
            }
        }
        return Adapter.adapt(channel, template, ViberCapabilities.text());
    }

    /** What a person chooses is what comes back, so a list shows the words to reply; they must stand for their labels. */
    private static boolean canBeList(List<Button> replies) {
        return replies.size() >= 2
                && replies.stream()
                        .allMatch(reply -> ViberCapabilities.list()
                                        .button(ButtonKind.QUICK_REPLY)
                                        .filter(support -> replies.size() <= support.maxCount()
                                                && reply.label().length() <= support.maxLabel()
                                                && reply.value().length() <= support.maxLabel())
                                        .isPresent()
                                && reply.label()
                                        .toLowerCase(Locale.ROOT)
                                        .startsWith(reply.value().toLowerCase(Locale.ROOT)));
    }

    private static String line(Template template, List<Button> replies) {
        return ButtonLines.ofReplies(template.language(), replies);
    }

    /**
     * Gives the text that is registered: without the code on a line of its own at the end, where Viber takes no placeholder,
     * if the code stands elsewhere.
     */
    static AdaptedTemplate registered(ChannelId channel, Template source, ViberOptions options) {
        AdaptedTemplate template = Adapter.adapt(channel, source, ViberCapabilities.registered());
        List<String> reasons = new ArrayList<>();
        if (options.activationCheck()) {
            reasons.add("it is a registered template, and Viber checks activations for plain text only; set"
                    + " chatauth.channel.viber.activation-check=false, or remove the binding");
        }
        AdaptedTemplate result = withoutCodeAtEnd(channel, template);
        String body = result.body();
        List<String> names = Placeholders.in(body);
        if (body.stripTrailing().endsWith("}}")) {
            reasons.add("the text ends in a placeholder, which Viber refuses; put words or a full stop behind it");
        }
        if (names.size() > MOST_PARAMETERS) {
            reasons.add("the text has " + names.size() + " placeholders, and Viber takes at most " + MOST_PARAMETERS
                    + "; write some as fixed words");
        }
        if (template.source().category() == Category.AUTHENTICATION
                && !parameters(result).containsValue(PIN)) {
            reasons.add("a template of the category " + Category.AUTHENTICATION
                    + " must have the code in its text; put {{code}} into the body");
        }
        refuseIfAny(channel, template.source(), reasons);
        return result;
    }

    private static AdaptedTemplate withoutCodeAtEnd(ChannelId channel, AdaptedTemplate template) {
        for (Button button : template.source().buttons()) {
            String tail = "\n" + button.value();
            String body = template.body();
            if (button.kind() == ButtonKind.COPY_CODE
                    && body.endsWith(tail)
                    && body.indexOf(button.value())
                            < body.length() - button.value().length()) {
                List<AdaptationNote> notes = new ArrayList<>(template.notes());
                notes.removeIf(note -> note.kind() == Kind.CODE_INLINED);
                notes.add(new AdaptationNote(
                        Kind.CODE_INLINED,
                        channel + " has no copy-code buttons, and a registered text doesn't end in a placeholder, so"
                                + " the code stands in the text only"));
                return new AdaptedTemplate(
                        template.source(),
                        template.header(),
                        body.substring(0, body.length() - tail.length()),
                        template.footer(),
                        template.buttons(),
                        template.textFixed(),
                        notes);
            }
        }
        return template;
    }

    /**
     * Names the parameters of a registered template: as its placeholders, but the code is called {@code pin}.
     *
     * @return the names by placeholder, in order of first appearance
     */
    static Map<String, String> parameters(AdaptedTemplate template) {
        List<String> names = Placeholders.in(template.body());
        String code = template.source().category() == Category.AUTHENTICATION ? code(template.source(), names) : "";
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : names) {
            parameters.put(name, name.equals(code) ? PIN : name);
        }
        return parameters;
    }

    private static String code(Template source, List<String> names) {
        for (Button button : source.buttons()) {
            if (button instanceof Button.CopyCode copy) {
                return copy.placeholder();
            }
        }
        return names.size() == 1 ? names.get(0) : "code";
    }

    static void refuseIfAny(ChannelId channel, Template source, List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new TemplateRefusedException("the template " + source + " on " + channel, reasons);
        }
    }

    static String withExamples(Template source, String text) {
        Map<String, String> examples = new HashMap<>();
        for (String name : Placeholders.in(text)) {
            examples.put(name, source.examples().getOrDefault(name, name));
        }
        return Placeholders.fill(text, examples);
    }

    private static AdaptedTemplate withNote(AdaptedTemplate template, AdaptationNote note) {
        List<AdaptationNote> notes = new ArrayList<>(template.notes());
        notes.add(note);
        return new AdaptedTemplate(
                template.source(),
                template.header(),
                template.body(),
                template.footer(),
                template.buttons(),
                template.textFixed(),
                notes);
    }
}
