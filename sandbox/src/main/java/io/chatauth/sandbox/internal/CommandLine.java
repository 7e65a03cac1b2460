package io.chatauth.sandbox.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Options of the form {@code --name value}. */
public final class CommandLine {
    private final Map<String, String> values = new HashMap<>();

    /**
     * Reads arguments.
     *
     * @param arguments the arguments
     * @param known the names of the options, with their dashes
     * @throws IllegalArgumentException if an option is unknown, doubled or without value
     */
    public CommandLine(String[] arguments, Set<String> known) {
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "unknown option " + name + "; known are " + String.join(" ", new TreeSet<>(known)));
            }
            if (i + 1 == arguments.length || arguments[i + 1].isEmpty()) {
                throw new IllegalArgumentException("option " + name + " needs a value");
            }
            if (values.put(name, arguments[i + 1]) != null) {
                throw new IllegalArgumentException("option " + name + " is given twice");
            }
        }
    }

    /**
     * Reads a text.
     *
     * @param name the option
     * @return its value, or null
     */
    public @Nullable String text(String name) {
        return values.get(name);
    }

    /**
     * Reads a whole number.
     *
     * @param name the option
     * @param fallback the value if it isn't given
     * @param min the least value
     * @param max the largest value
     * @return its value
     * @throws IllegalArgumentException if it is no such number
     */
    public int number(String name, int fallback, int min, int max) {
        String text = values.get(name);
        if (text == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("option " + name + " needs a whole number, not " + text, e);
        }
        throw new IllegalArgumentException("option " + name + " must be from " + min + " to " + max);
    }
}
