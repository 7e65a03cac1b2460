package io.chatauth.internal.text;

/** The forms that ids and names have. */
public final class Names {
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_NAME = 40;

    private Names() {}

    /**
     * Tells whether a text is an id: 1 to 100 letters, digits, underscores or hyphens, all ASCII.
     *
     * @param text the text
     * @return true if it is
     */
    public static boolean isId(String text) {
        boolean fits = !text.isEmpty() && text.length() <= LONGEST_ID;
        for (int i = 0; fits && i < text.length(); i++) {
            char c = text.charAt(i);
            fits = isSmall(c) || isDigit(c) || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
        }
        return fits;
    }

    /**
     * Tells whether a text is a name: a lower-case letter, then up to 39 lower-case letters, digits or hyphens, all ASCII.
     *
     * @param text the text
     * @return true if it is
     */
    public static boolean isName(String text) {
        boolean fits = !text.isEmpty() && text.length() <= LONGEST_NAME && isSmall(text.charAt(0));
        for (int i = 1; fits && i < text.length(); i++) {
            char c = text.charAt(i);
            fits = isSmall(c) || isDigit(c) || c == '-';
        }
        return fits;
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
