package io.chatauth.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** A text with placeholders, read once and filled many times. Immutable. */
final class Slots {
    private final String text;
    /** What stands before each placeholder, and after the last. */
    private final List<String> between;
    /** The placeholders in their order, some perhaps more than once. */
    private final List<String> order;

    private final List<String> names;

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException if there are double braces that form no placeholder
     */
    Slots(String text) {
        this.text = text;
        names = List.copyOf(Placeholders.in(text));
        List<String> literals = new ArrayList<>();
        List<String> found = new ArrayList<>();
        int from = 0;
        Matcher matcher = Placeholders.matcher(text);
        while (matcher.find()) {
            literals.add(text.substring(from, matcher.start()));
            found.add(matcher.group(1));
            from = matcher.end();
        }
        literals.add(text.substring(from));
        between = List.copyOf(literals);
        order = List.copyOf(found);
    }

    String text() {
        return text;
    }

    /** The placeholders, each once, in the order of first appearance. */
    List<String> names() {
        return names;
    }

    /** Puts the values in, in one pass. Each placeholder has one. */
    String fill(Map<String, String> values) {
        if (order.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 32);
        for (int i = 0; i < order.size(); i++) {
            out.append(between.get(i)).append(values.get(order.get(i)));
        }
        return out.append(between.get(order.size())).toString();
    }

    /** The values of the placeholders, each once, in the order of first appearance. */
    List<String> values(Map<String, String> values) {
        List<String> own = new ArrayList<>(names.size());
        for (String name : names) {
            own.add(values.get(name));
        }
        return own;
    }
}
