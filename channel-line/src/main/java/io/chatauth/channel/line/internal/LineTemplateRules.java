package io.chatauth.channel.line.internal;

import io.chatauth.template.AdaptationNote;
import io.chatauth.template.AdaptationNote.Kind;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Placeholders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What LINE asks of a template beyond lengths and counts: words for the phone's notification and the list of chats. */
final class LineTemplateRules {
    /** The longest text; the schema calls it {@code altText}. */
    static final int LONGEST_ALT_TEXT = 400;

    private LineTemplateRules() {}

    /** The text if it fits, else the header, else fixed words. */
    static String altText(AdaptedMessage message) {
        if (message.body().length() <= LONGEST_ALT_TEXT) {
            return message.body();
        }
        return message.header()
                .orElseGet(() ->
                        LineLanguages.newMessage(message.template().source().language()));
    }

    /** Adds a note if the text is too long even before any value is in. */
    static AdaptedTemplate noted(AdaptedTemplate template) {
        Map<String, String> nothing = new HashMap<>();
        Placeholders.in(template.body()).forEach(name -> nothing.put(name, ""));
        if (Placeholders.fill(template.body(), nothing).length() <= LONGEST_ALT_TEXT) {
            return template;
        }
        String shown = template.header()
                .orElseGet(() -> LineLanguages.newMessage(template.source().language()));
        List<AdaptationNote> notes = new ArrayList<>(template.notes());
        notes.add(new AdaptationNote(
                Kind.NOTIFICATION_SHORTENED,
                "a notification of line has at most " + LONGEST_ALT_TEXT
                        + " characters and the text has more, so the phone's notification says '" + shown
                        + "', and the text shows when the chat is opened"));
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
