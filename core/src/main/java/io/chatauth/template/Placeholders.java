package io.chatauth.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and fills the placeholders of a text: {@code {{name}}}, a name being 1 to 20 letters, digits or underscores. */
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9_]{0,19})}}");

    private Placeholders() {}

    /**
     * Names the placeholders of a text.
     *
     * @param text the text
     * @return each name once, in the order of first appearance
     * @throws IllegalArgumentException if there are double braces that form no placeholder
     */
    public static List<String> in(String text) {
        if (!text.contains("{{") && !text.contains("}}")) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        String rest = matcher.replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            throw new IllegalArgumentException("'" + text
                    + "' has double braces that form no placeholder; write {{name}} with 1 to 20 letters, digits or"
                    + " underscores");
        }
        return new ArrayList<>(names);
    }

    /**
     * Puts the values in, in one pass: a value that looks like a placeholder stays as it is.
     *
     * @param text the text
     * @param values the values by name
     * @return the filled text
     * @throws IllegalArgumentException if a placeholder has no value
     */
    public static String fill(String text, Map<String, String> values) {
        return replace(text, name -> {
            String value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("the placeholder {{" + name + "}} has no value");
            }
            return value;
        });
    }

    /** Looks for placeholders; group 1 is the name. */
    static Matcher matcher(String text) {
        return PLACEHOLDER.matcher(text);
    }

    /** Puts something in for each placeholder, in one pass. */
    static String replace(String text, UnaryOperator<String> byName) {
        if (!text.contains("{{")) {
            return text;
        }
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(byName.apply(found.group(1))));
    }
}
