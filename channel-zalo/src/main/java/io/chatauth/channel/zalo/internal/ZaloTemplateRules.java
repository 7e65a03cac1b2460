package io.chatauth.channel.zalo.internal;

import io.chatauth.ChannelId;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.template.AdaptationNote;
import io.chatauth.template.AdaptationNote.Kind;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Adapter;
import io.chatauth.template.Approval;
import io.chatauth.template.Button;
import io.chatauth.template.Category;
import io.chatauth.template.Placeholders;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import java.util.ArrayList;
import java.util.List;

/** What Zalo asks of a template beyond lengths and counts. Source: the schemas {@code CustomTemplate} and its parts. */
final class ZaloTemplateRules {
    private static final int SHORTEST_NAME = 10;
    private static final int LONGEST_NAME = 60;
    private static final int SHORTEST_TEXT = 9;
    private static final int SHORTEST_LABEL = 5;
    private static final int MOST_PARAGRAPHS = 4;
    private static final int LONGEST_EXAMPLE = 200;

    private ZaloTemplateRules() {}

    /** Shows a template: the buttons of an authentication template are left out, and a note says what a user id gets. */
    static AdaptedTemplate adapt(ChannelId channel, Template template, ZaloOptions options) {
        if (template.category() == Category.AUTHENTICATION) {
            return Adapter.adapt(channel, template, ZaloCapabilities.withoutButtons(options));
        }
        AdaptedTemplate adapted = Adapter.adapt(channel, template, ZaloCapabilities.with(options));
        List<AdaptationNote> notes = new ArrayList<>(adapted.notes());
        for (Button button : adapted.buttons()) {
            notes.add(new AdaptationNote(
                    switch (button.kind()) {
                        case CALL_PHONE -> Kind.CALL_INLINED;
                        case OPEN_URL -> Kind.URL_INLINED;
                        case COPY_CODE -> Kind.CODE_INLINED;
                        case QUICK_REPLY -> Kind.REPLY_INLINED;
                    },
                    "a message to a user id has no buttons on " + channel + ", so there '" + button.label()
                            + "' becomes a line of the text"));
        }
        return new AdaptedTemplate(
                template,
                adapted.header(),
                adapted.body(),
                adapted.footer(),
                adapted.buttons(),
                adapted.textFixed(),
                notes);
    }

    /**
     * Checks what only the registration asks for, so that a template which Zalo approved elsewhere can be sent.
     *
     * @throws TemplateRefusedException with all that is wrong
     */
    static void checkForRegistration(ChannelId channel, AdaptedTemplate template, ZaloOptions options) {
        Template source = template.source();
        List<String> reasons = new ArrayList<>();
        int name = source.name().length();
        if (name < SHORTEST_NAME || name > LONGEST_NAME) {
            reasons.add("the name has " + name + " characters, Zalo takes " + SHORTEST_NAME + " to " + LONGEST_NAME
                    + "; choose another");
        }
        if (template.textFixed() && options.logo().isEmpty()) {
            reasons.add("an authentication template of Zalo has a logo; upload it for light and for dark screens, and"
                    + " set chatauth.channel.zalo.logo-light and chatauth.channel.zalo.logo-dark to the media ids");
        }
        if (!template.textFixed()) {
            checkParts(template, reasons);
        }
        for (String placeholder : source.placeholders()) {
            if (ZaloTemplates.example(source, placeholder).length() > LONGEST_EXAMPLE) {
                reasons.add("the example of {{" + placeholder + "}} is longer than " + LONGEST_EXAMPLE
                        + " characters; give a shorter one");
            }
        }
        refuseIfAny(channel, source, reasons);
    }

    /**
     * Checks that Zalo lets the template be changed.
     *
     * @throws TemplateRefusedException unless it was rejected
     */
    static void checkForEdit(ChannelId channel, AdaptedTemplate template, RegisteredTemplate registered) {
        if (registered.approval() != Approval.State.REJECTED) {
            refuseIfAny(
                    channel,
                    template.source(),
                    List.of("Zalo lets only a rejected template be changed, and " + registered.id() + " is "
                            + registered.approval() + "; create another, and bind its number"));
        }
    }

    private static void refuseIfAny(ChannelId channel, Template source, List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new TemplateRefusedException("the template " + source + " on " + channel, reasons);
        }
    }

    private static void checkParts(AdaptedTemplate template, List<String> reasons) {
        int title = template.header().map(String::length).orElse(0);
        if (title < SHORTEST_TEXT) {
            reasons.add("Zalo's templates have a title of at least " + SHORTEST_TEXT + " characters, this one has "
                    + title + "; give the template a header");
        }
        List<String> paragraphs = paragraphs(template.body());
        if (paragraphs.size() > MOST_PARAGRAPHS) {
            reasons.add("the text has " + paragraphs.size() + " lines, Zalo takes at most " + MOST_PARAGRAPHS
                    + " paragraphs; join some");
        }
        for (String paragraph : paragraphs) {
            if (paragraph.length() < SHORTEST_TEXT) {
                reasons.add("the line '" + paragraph + "' is shorter than " + SHORTEST_TEXT
                        + " characters, which Zalo refuses as a paragraph; join it with another");
            }
        }
        if (template.buttons().isEmpty()) {
            reasons.add("Zalo's templates have at least one button, this one has none; add one, such as a link to"
                    + " your page");
        }
        for (Button button : template.buttons()) {
            if (button.label().length() < SHORTEST_LABEL) {
                reasons.add("the label '" + button.label() + "' is shorter than " + SHORTEST_LABEL
                        + " characters; use a longer one");
            }
        }
    }

    /** The lines of the body that are not blank: each becomes a paragraph. */
    static List<String> paragraphs(String body) {
        return body.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Names the placeholders that a registered template takes: those of header, body and buttons, each once. */
    static List<String> placeholders(AdaptedTemplate template) {
        List<String> names = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        template.header().ifPresent(texts::add);
        texts.add(template.body());
        template.buttons().forEach(button -> texts.add(button.value()));
        for (String text : texts) {
            Placeholders.in(text).stream().filter(name -> !names.contains(name)).forEach(names::add);
        }
        return names;
    }
}
