package io.chatauth.sandbox.internal.whatsapp;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code {{1}}} of a WhatsApp template. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");

    private Placeholders() {}

    /** Counts them, or gives -1 if they are not {{1}}, {{2}}, {{3}}… in this order. */
    static int count(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
            if (!matcher.group(1).equals(Integer.toString(count))) {
                return -1;
            }
        }
        return count;
    }

    /** Tells whether there are any, well numbered or not. */
    static boolean any(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    /** Fills them in one pass: a value that looks like a placeholder stays as it is. */
    static String fill(String text, List<String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.get(Integer.parseInt(match.group(1)) - 1)));
    }
}
