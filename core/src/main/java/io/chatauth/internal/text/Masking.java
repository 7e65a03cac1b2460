package io.chatauth.internal.text;

/** How personal and hostile texts are shown in errors, log lines and {@code toString}. */
public final class Masking {
    private static final int SHOWN = 60;

    private Masking() {}

    /**
     * Keeps the plus, the first two digits and the last two.
     *
     * @param value a phone number or user id
     * @return the masked value
     */
    public static String number(String value) {
        if (value.length() <= 5) {
            return "*".repeat(value.length());
        }
        int head = value.startsWith("+") ? 3 : 2;
        return value.substring(0, head) + "*".repeat(value.length() - head - 2) + value.substring(value.length() - 2);
    }

    /**
     * Replaces what could forge a log line, and shortens what is long; for values that are not personal.
     *
     * @param value any text
     * @return one line of harmless characters
     */
    public static String clean(String value) {
        StringBuilder out = new StringBuilder(Math.min(value.length(), SHOWN));
        for (int i = 0; i < value.length(); i++) {
            if (i == SHOWN) {
                return out.append("… (")
                        .append(value.length())
                        .append(" characters)")
                        .toString();
            }
            char c = value.charAt(i);
            boolean hostile = Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.LINE_SEPARATOR
                    || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
            out.append(hostile ? '?' : c);
        }
        return out.toString();
    }
}
