package io.chatauth.internal.key;

import io.chatauth.spi.SecretSpec;
import java.text.Normalizer;

/** What people type where a code is asked for, in the form that can be compared. */
final class TypedCode {
    /** The longest text that is looked at. */
    static final int LONGEST = 64;

    private TypedCode() {}

    /**
     * Makes a typed code comparable: NFKC; digits of any script become ASCII; what the alphabet has is kept; of the rest,
     * white space, dashes, dots and invisible marks are dropped, and letters take the
     * case that the alphabet has. With Crockford's alphabet O is
     * read as 0, I and L as 1.
     *
     * @param typed at most 64 characters
     * @param alphabet the alphabet of the code
     * @return the canonical form
     */
    static String canonical(String typed, String alphabet) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (alphabet.indexOf(c) >= 0) {
                out.appendCodePoint(c);
            } else if (Character.isDigit(c)) {
                out.append((char) ('0' + Character.digit(c, 10)));
            } else if (!ignored(c)) {
                int known = inCaseOf(alphabet, c);
                out.appendCodePoint(alphabet.equals(SecretSpec.LETTERS) ? unmistaken(known) : known);
            }
        });
        return out.toString();
    }

    private static boolean ignored(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.DASH_PUNCTUATION -> true;
            default -> c == '.' || c == '\u00b7' || c == '\u2212' || c == '\u3002' || Character.isWhitespace(c);
        };
    }

    private static int inCaseOf(String alphabet, int c) {
        int lower = Character.toLowerCase(c);
        return alphabet.indexOf(lower) >= 0 ? lower : Character.toUpperCase(c);
    }

    private static int unmistaken(int c) {
        return switch (c) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> c;
        };
    }
}
