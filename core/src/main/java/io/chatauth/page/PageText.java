package io.chatauth.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a page says, as plain text: whoever draws it escapes it.
 *
 * @param language the language, such as {@code en}
 * @param rightToLeft whether it is written from right to left
 * @param title the title and heading
 * @param notice what to tell first, such as that a field was empty; empty if there is nothing
 * @param paragraphs what it says
 * @param facts what is confirmed, such as amount and payee
 * @param close what to say last; empty if there is nothing
 */
public record PageText(
        String language,
        boolean rightToLeft,
        String title,
        Optional<String> notice,
        List<String> paragraphs,
        List<Fact> facts,
        Optional<String> close) {
    /**
     * A fact.
     *
     * @param label what it is
     * @param value how much or who; to be kept apart from the text around it, since it may be of another script
     */
    public record Fact(String label, String value) {
        /** Checks that both parts are there. */
        public Fact {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
        }

        /**
         * Says the label only.
         *
         * @return a text that is safe to log
         */
        @Override
        public String toString() {
            return "Fact[" + label + "]";
        }
    }

    /** Copies the lists. */
    public PageText {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(notice, "notice");
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
        Objects.requireNonNull(close, "close");
    }
}
