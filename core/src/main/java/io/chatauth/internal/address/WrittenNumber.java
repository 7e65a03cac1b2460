package io.chatauth.internal.address;

import io.chatauth.RequestException;
import io.chatauth.internal.text.Masking;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A phone number as written, reduced to what counts: a leading plus, perhaps, and ASCII digits. */
final class WrittenNumber {
    private static final Pattern EXTENSION = Pattern.compile("ext|#|;|,|\\d\\s*x\\s*\\d");
    private static final String SEPARATORS = "./()[]\u00b7\u2212";

    private WrittenNumber() {}

    /**
     * Drops what only eases reading: white space, dashes, dots, slashes, brackets, invisible marks. Digits of any script
     * become ASCII.
     *
     * @param raw the number, as it was written
     * @return a leading plus, if there was one, and digits
     * @throws RequestException if there is anything else in it
     */
    static String reduce(String raw) {
        if (isReduced(raw)) {
            return raw;
        }
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                out.append((char) ('0' + Character.digit(c, 10)));
            } else if (c == '+' && out.isEmpty()) {
                out.append('+');
            } else if (!separates(c)) {
                throw refused(text, c);
            }
        });
        return out.toString();
    }

    private static boolean isReduced(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if ((c < '0' || c > '9') && (c != '+' || i > 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean separates(int c) {
        int type = Character.getType(c);
        return SEPARATORS.indexOf(c) >= 0
                || c == '\t'
                || type == Character.SPACE_SEPARATOR
                || type == Character.DASH_PUNCTUATION
                || type == Character.FORMAT;
    }

    private static RequestException refused(String text, int c) {
        String which = "the phone number " + Masking.clean(Masking.number(text));
        if (EXTENSION.matcher(text).find()) {
            return new RequestException(
                    which + " has an extension, which no chat app reaches; give the number without it");
        }
        if (c == '+') {
            return new RequestException(which + " has a plus inside; a plus stands once, at the beginning");
        }
        if (Character.isLetter(c)) {
            return new RequestException(which + " has letters; write it with digits only");
        }
        return new RequestException(which + String.format(Locale.ROOT, " has the character U+%04X", c)
                + ", which no phone number has; write it with digits only");
    }
}
