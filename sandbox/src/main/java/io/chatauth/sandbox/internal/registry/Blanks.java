package io.chatauth.sandbox.internal.registry;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The named blanks of a channel's templates, such as {@code {{name}}}. Immutable. */
public final class Blanks {
    private final Pattern pattern;

    /**
     * Fixes how a blank is written.
     *
     * @param open what stands before the name
     * @param name the pattern of a name
     * @param close what stands behind it
     */
    public Blanks(String open, String name, String close) {
        pattern = Pattern.compile(Pattern.quote(open) + "(" + name + ")" + Pattern.quote(close));
    }

    /**
     * Lists the names in a text.
     *
     * @param text the text
     * @return the names, in their order
     */
    public Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /**
     * Fills the blanks in one pass: a value that looks like a blank stays as it is, and so does a blank without value.
     *
     * @param text the text
     * @param values names and values
     * @return the filled text
     */
    public String fill(String text, Map<String, String> values) {
        return pattern.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }

    /**
     * Tells whether a text is an approved one with its blanks filled; a blank takes one character or more.
     *
     * @param approved the approved text
     * @param text the text
     * @return true if it fits
     */
    public boolean fits(String approved, String text) {
        Matcher matcher = pattern.matcher(approved);
        int at = 0;
        int from = 0;
        boolean blank = false;
        while (matcher.find()) {
            int found = find(text, approved.substring(from, matcher.start()), at, blank);
            if (found < 0) {
                return false;
            }
            at = found;
            from = matcher.end();
            blank = true;
        }
        String rest = approved.substring(from);
        int end = text.length() - rest.length();
        return text.endsWith(rest) && (blank ? end > at : end == at);
    }

    /** Gives where the words end that stand here, or anywhere later behind a blank; -1 if they don't. */
    private static int find(String text, String words, int at, boolean blank) {
        int found = blank ? text.indexOf(words, at + 1) : text.startsWith(words, at) ? at : -1;
        return found < 0 ? -1 : found + words.length();
    }
}
