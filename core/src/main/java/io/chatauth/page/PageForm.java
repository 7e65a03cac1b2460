package io.chatauth.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a page asks: a form that is sent by {@code POST} as {@code application/x-www-form-urlencoded}. It holds what only the
 * person who opened the link may have: {@link #toString()} hides it.
 *
 * @param action the form's action, relative to the page
 * @param hidden the hidden fields, each to be sent as it is
 * @param digits the input for two digits; empty if none are asked for
 * @param buttons the buttons; the first is what Enter does
 */
public record PageForm(String action, Map<String, String> hidden, Optional<Digits> digits, List<Choice> buttons) {
    /**
     * An input for two digits.
     *
     * @param name its name
     * @param label its label
     * @param hint what they are for
     */
    public record Digits(String name, String label, String hint) {
        /** Checks that both parts are there. */
        public Digits {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(hint, "hint");
        }
    }

    /**
     * A button.
     *
     * @param name its name
     * @param value its value
     * @param label the words on it
     * @param needsDigits whether it is of use only with the digits; a browser must not ask for them where it is not
     */
    public record Choice(String name, String value, String label, boolean needsDigits) {
        /** Checks that all parts are there. */
        public Choice {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(label, "label");
        }
    }

    /** Copies fields and buttons. */
    public PageForm {
        Objects.requireNonNull(action, "action");
        hidden = Map.copyOf(hidden);
        Objects.requireNonNull(digits, "digits");
        buttons = List.copyOf(buttons);
    }

    /**
     * Says how many buttons there are.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "PageForm[" + buttons.size() + " buttons]";
    }
}
