package io.chatauth.template;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One message as one channel will show it, all placeholders filled. It may hold a code: its {@link #toString()} says the
 * template only.
 *
 * @param template the adapted template it was made from
 * @param header the filled header
 * @param headerValues the values of the header's placeholders, in order
 * @param body the filled body
 * @param bodyValues the values of the body's placeholders, in order of first appearance
 * @param footer the filled footer
 * @param buttons the filled buttons, in order
 */
public record AdaptedMessage(
        AdaptedTemplate template,
        Optional<String> header,
        List<String> headerValues,
        String body,
        List<String> bodyValues,
        Optional<String> footer,
        List<FilledButton> buttons) {
    /**
     * A button with its values.
     *
     * @param kind the kind
     * @param label the words on it
     * @param value the number, URL, reply words or code it acts on, filled
     * @param parameter what differs from message to message: the URL's variable part, the reply's payload, the code;
     *     empty where the registered button needs nothing
     */
    public record FilledButton(ButtonKind kind, String label, String value, Optional<String> parameter) {
        /** Checks that all parts are there. */
        public FilledButton {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(parameter, "parameter");
        }

        /**
         * Names the button without its value, which may be secret.
         *
         * @return kind and label
         */
        @Override
        public String toString() {
            return kind + " '" + label + "'";
        }
    }

    /** Copies the lists. */
    public AdaptedMessage {
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(header, "header");
        headerValues = List.copyOf(headerValues);
        Objects.requireNonNull(body, "body");
        bodyValues = List.copyOf(bodyValues);
        Objects.requireNonNull(footer, "footer");
        buttons = List.copyOf(buttons);
    }

    /**
     * Names the template, not the text.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "AdaptedMessage[" + template.source() + "]";
    }
}
