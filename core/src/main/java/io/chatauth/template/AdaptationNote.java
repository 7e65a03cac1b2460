package io.chatauth.template;

import java.util.Objects;

/**
 * Says what the adapter changed and why.
 *
 * @param kind what was changed
 * @param text a sentence for people
 */
public record AdaptationNote(Kind kind, String text) {
    /** What can be changed. */
    public enum Kind {
        /** A number to call stands in the text instead of on a button. */
        CALL_INLINED,
        /** A URL stands in the text instead of behind a button. */
        URL_INLINED,
        /** The code stands alone on its line instead of behind a button. */
        CODE_INLINED,
        /** The words to reply stand in the text instead of on buttons. */
        REPLY_INLINED,
        /** The header or footer became part of the text. */
        TEXT_MERGED,
        /** The channel fixes the text; the note shows the words that people will see. */
        TEXT_FIXED,
        /** Values got marks that keep their own order in a text that runs from right to left. */
        DIRECTION_KEPT,
        /** The phone's notification says less than the message. */
        NOTIFICATION_SHORTENED,
        /** Another language than the wished one is used. */
        LANGUAGE_RESOLVED,
        /** The language code goes out unchecked. */
        LANGUAGE_VERBATIM
    }

    /** Checks that both parts are there. */
    public AdaptationNote {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }
}
