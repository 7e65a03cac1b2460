package io.chatauth.template;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A button as the template wishes for it. What the channel can't show is said another way.
 *
 * <p>Labels and values may hold placeholders as {@code {{name}}}, where a channel lets them.
 */
public sealed interface Button {
    /**
     * Gives the kind.
     *
     * @return the kind
     */
    ButtonKind kind();

    /**
     * Gives the words on the button.
     *
     * @return the label, not blank
     */
    String label();

    /**
     * Gives what the button acts on: the number, the URL, the reply, or the placeholder of the code in double braces.
     *
     * @return the value, not blank
     */
    String value();

    /**
     * Calls a number.
     *
     * @param label the words on the button
     * @param number the number in E.164 form with a plus
     */
    record CallPhone(String label, String number) implements Button {
        /**
         * Checks the form of the number.
         *
         * @throws IllegalArgumentException if the label is blank or the number is not a plus and 3 to 15 digits
         */
        public CallPhone {
            requireText(label, "label");
            if (!number.matches("\\+[1-9][0-9]{2,14}")) {
                throw new IllegalArgumentException("the number of the call button '" + label
                        + "' must be international, a plus and 3 to 15 digits, such as +441123456789");
            }
        }

        @Override
        public ButtonKind kind() {
            return ButtonKind.CALL_PHONE;
        }

        @Override
        public String value() {
            return number;
        }
    }

    /**
     * Opens a page.
     *
     * @param label the words on the button
     * @param url an https URL, or an http one of this machine, possibly ending in a placeholder
     */
    record OpenUrl(String label, String url) implements Button {
        private static final Pattern ALLOWED = Pattern.compile(
                "https://.+|http://(?:localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1])(?::[0-9]{1,5})?(?:/.*)?",
                Pattern.DOTALL);

        /**
         * Checks the scheme.
         *
         * @throws IllegalArgumentException if the label is blank or the URL is neither https nor of this machine
         */
        public OpenUrl {
            requireText(label, "label");
            if (!opens(url)) {
                throw new IllegalArgumentException("the URL of the button '" + label
                        + "' must start with https://; http is for this machine only, such as http://localhost");
            }
        }

        /**
         * Tells whether a button may open a URL.
         *
         * @param url any text
         * @return true for https, and for http where the host is {@code localhost}, {@code 127.0.0.0/8} or {@code [::1]}
         */
        public static boolean opens(String url) {
            return ALLOWED.matcher(url).matches();
        }

        @Override
        public ButtonKind kind() {
            return ButtonKind.OPEN_URL;
        }

        @Override
        public String value() {
            return url;
        }
    }

    /**
     * Answers.
     *
     * @param label the words on the button
     * @param reply the words to type where there is no button, such as {@code Y}
     */
    record QuickReply(String label, String reply) implements Button {
        /**
         * Checks that both parts are there.
         *
         * @throws IllegalArgumentException if one is blank
         */
        public QuickReply {
            requireText(label, "label");
            requireText(reply, "reply");
        }

        @Override
        public ButtonKind kind() {
            return ButtonKind.QUICK_REPLY;
        }

        @Override
        public String value() {
            return reply;
        }
    }

    /**
     * Copies the code.
     *
     * @param label the words on the button
     * @param placeholder the name of the placeholder that holds the code
     */
    record CopyCode(String label, String placeholder) implements Button {
        /**
         * Checks that both parts are there.
         *
         * @throws IllegalArgumentException if one is blank
         */
        public CopyCode {
            requireText(label, "label");
            requireText(placeholder, "placeholder");
        }

        @Override
        public ButtonKind kind() {
            return ButtonKind.COPY_CODE;
        }

        @Override
        public String value() {
            return "{{" + placeholder + "}}";
        }
    }

    private static void requireText(String text, String what) {
        Objects.requireNonNull(text, what);
        if (text.isBlank()) {
            throw new IllegalArgumentException("the " + what + " of a button must not be blank");
        }
    }
}
