package io.chatauth.spi;

import io.chatauth.Secret;
import io.chatauth.internal.text.Masking;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The options of one channel or flow, by their short names. Immutable; {@link #toString()} shows names only. */
public final class Options {
    private final String prefix;
    private final Map<String, String> values;

    private Options(String prefix, Map<String, String> values) {
        this.prefix = prefix;
        this.values = Map.copyOf(values);
    }

    /**
     * Makes options.
     *
     * @param prefix what stands before each name in a property, such as {@code chatauth.channel.whatsapp.}
     * @param values the values by short name
     * @return the options
     */
    public static Options of(String prefix, Map<String, String> values) {
        return new Options(Objects.requireNonNull(prefix, "prefix"), values);
    }

    /**
     * No options at all, for tests and for channels that have none.
     *
     * @return empty options
     */
    public static Options none() {
        return new Options("", Map.of());
    }

    /**
     * Reads a text.
     *
     * @param name the short name
     * @return the text without surrounding space; empty if the option is not set or blank
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * Reads a text that must be there.
     *
     * @param name the short name
     * @return the text
     * @throws OptionException if it is not set
     */
    public String requiredText(String name) {
        return text(name).orElseThrow(() -> new OptionException(prefix + name + " is not set"));
    }

    /**
     * Reads a secret.
     *
     * @param name the short name
     * @return the secret; empty if the option is not set
     */
    public Optional<Secret> secret(String name) {
        return text(name).map(Secret::of);
    }

    /**
     * Reads a secret that must be there.
     *
     * @param name the short name
     * @return the secret
     * @throws OptionException if it is not set
     */
    public Secret requiredSecret(String name) {
        return Secret.of(requiredText(name));
    }

    /**
     * Reads a whole number.
     *
     * @param name the short name
     * @param fallback the value if it is not set
     * @param least the least allowed value
     * @param most the greatest allowed value
     * @return the number
     * @throws OptionException if it is no number or out of range
     */
    public int number(String name, int fallback, int least, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notA("a whole number from " + least + " to " + most, name, text.get());
        }
        throw notA("a whole number from " + least + " to " + most, name, text.get());
    }

    /**
     * Reads a switch.
     *
     * @param name the short name
     * @param fallback the value if it is not set
     * @return the switch
     * @throws OptionException if it is neither {@code true} nor {@code false}
     */
    public boolean flag(String name, boolean fallback) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return fallback;
        }
        return switch (text.get().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw notA("true or false", name, text.get());
        };
    }

    /**
     * Reads a duration in ISO 8601 form.
     *
     * @param name the short name
     * @param fallback the value if it is not set
     * @return the duration, zero or more
     * @throws OptionException if it is malformed or negative
     */
    public Duration duration(String name, Duration fallback) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            Duration duration = Duration.parse(text.get());
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw notA("a duration such as PT30S", name, text.get());
        }
        throw notA("a duration such as PT30S", name, text.get());
    }

    /**
     * Gives the full name of an option, for errors.
     *
     * @param name the option's name
     * @return the property, such as {@code chatauth.channel.whatsapp.code-minutes}
     */
    public String nameOf(String name) {
        return prefix + name;
    }

    /**
     * Names the options that are set.
     *
     * @return the short names, sorted
     */
    public Set<String> names() {
        return new TreeSet<>(values.keySet());
    }

    /**
     * Shows the names, not the values: some are secret.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return prefix + new TreeMap<>(values).keySet();
    }

    private OptionException notA(String expected, String name, String value) {
        return new OptionException(prefix + name + " is '" + Masking.clean(value) + "', expected " + expected);
    }
}
