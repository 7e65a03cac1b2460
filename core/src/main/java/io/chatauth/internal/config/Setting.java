package io.chatauth.internal.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * One option.
 *
 * @param property the property name
 * @param type what its value is
 * @param fallback the value if it is not set; empty if there is none
 * @param least the least allowed number, or the least allowed milliseconds of a duration
 * @param most the greatest allowed number, or the greatest allowed milliseconds of a duration
 * @param method the builder's method that sets it, as one writes a call
 * @param description one line for the table of options
 */
public record Setting(
        String property,
        Type type,
        Optional<String> fallback,
        long least,
        long most,
        String method,
        String description) {
    /** What a value can be. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** A duration, {@code PT30S} or {@code 30s}. */
        DURATION,
        /** {@code true} or {@code false}. */
        SWITCH,
        /** Texts with commas between them. */
        LIST,
        /** A text that is never shown. */
        SECRET;

        /**
         * Gives the type in lower case.
         *
         * @return the name of the type
         */
        public String inWords() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Setting of(Type type, String name, String method, String description) {
        return new Setting("chatauth." + name, type, Optional.empty(), 0, 0, method, description);
    }

    Setting or(String value) {
        return new Setting(property, type, Optional.of(value), least, most, method, description);
    }

    Setting from(long smallest, long greatest) {
        return new Setting(property, type, fallback, smallest, greatest, method, description);
    }

    /**
     * Gives the name of the environment variable.
     *
     * @return the property name in upper case, with underscores
     */
    public String environment() {
        return environment(property);
    }

    static String environment(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /**
     * Says what is allowed.
     *
     * @return least and greatest value; empty if there are no bounds
     */
    public String range() {
        if (most == 0) {
            return "";
        }
        return type == Type.NUMBER
                ? least + " to " + most
                : Values.inWords(Duration.ofMillis(least)) + " to " + Values.inWords(Duration.ofMillis(most));
    }

    /**
     * Says how to set it.
     *
     * @return the property name and the builder's method
     */
    public String howToSet() {
        return "set " + property + " or call " + method;
    }
}
