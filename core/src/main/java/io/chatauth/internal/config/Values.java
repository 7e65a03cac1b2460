package io.chatauth.internal.config;

import io.chatauth.Secret;
import io.chatauth.internal.text.Masking;
import io.chatauth.internal.text.Nearest;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads options. What can't be read becomes a problem, and the option's default stands in so that reading can go on. */
final class Values {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private final Map<Setting, Given> values = new HashMap<>();
    private final Map<String, Given> familyProperties = new TreeMap<>();
    private final Map<String, Given> familyVariables = new TreeMap<>();
    private final List<String> problems;

    Values(Inputs inputs, List<String> problems) {
        this.problems = problems;
        inputs.environment().forEach(this::variable);
        inputs.properties().forEach(this::property);
        inputs.methods().forEach(this::put);
    }

    /** The properties of families, by name. */
    Map<String, Given> familyProperties() {
        return familyProperties;
    }

    /** The environment variables of families, by name. */
    Map<String, Given> familyVariables() {
        return familyVariables;
    }

    boolean isSet(Setting setting) {
        return values.containsKey(setting);
    }

    /** Names where a value came from, or how it can be set. */
    String source(Setting setting) {
        Given given = values.get(setting);
        return given == null ? setting.property() : given.source();
    }

    Optional<String> text(Setting setting) {
        return Optional.ofNullable(values.get(setting)).map(Given::value).or(setting::fallback);
    }

    Optional<Secret> secret(Setting setting) {
        return text(setting).map(Secret::of);
    }

    boolean flag(Setting setting) {
        String value = text(setting).orElse("false").toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            problem(setting, value, "true or false");
        }
        return value.equals("true");
    }

    int number(Setting setting) {
        return optionalNumber(setting).orElseThrow();
    }

    Optional<Integer> optionalNumber(Setting setting) {
        Optional<String> text = text(setting);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            int number =
                    setting.least() == 0 && text.get().equals(LimitSettings.OFF) ? 0 : Integer.parseInt(text.get());
            if (number >= setting.least() && number <= setting.most()) {
                return Optional.of(number);
            }
            problem(setting, text.get(), "a whole number from " + setting.least() + " to " + setting.most());
        } catch (NumberFormatException e) {
            problem(setting, text.get(), "a whole number from " + setting.least() + " to " + setting.most());
        }
        return setting.fallback().map(Integer::valueOf);
    }

    Duration duration(Setting setting) {
        String text = text(setting).orElseThrow();
        return duration(setting, text)
                .orElseGet(() -> parse(setting.fallback().orElseThrow()).orElseThrow());
    }

    List<Duration> durations(Setting setting) {
        List<Duration> all = new ArrayList<>();
        list(setting).forEach(text -> duration(setting, text).ifPresent(all::add));
        return List.copyOf(all);
    }

    List<String> list(Setting setting) {
        return split(text(setting).orElse(""));
    }

    private static List<String> split(String text) {
        return Pattern.compile(",")
                .splitAsStream(text)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Adds a problem with a value that may be shown. */
    void problem(Setting setting, String value, String expected) {
        problems.add(source(setting) + " is '" + Masking.clean(value) + "', expected " + expected);
    }

    private Optional<Duration> duration(Setting setting, String text) {
        Optional<Duration> duration =
                setting.least() == 0 && text.equals(LimitSettings.OFF) ? Optional.of(Duration.ZERO) : parse(text);
        Duration least = Duration.ofMillis(setting.least());
        Duration most = Duration.ofMillis(setting.most());
        if (duration.isPresent()
                && duration.get().compareTo(least) >= 0
                && duration.get().compareTo(most) <= 0) {
            return duration;
        }
        problem(
                setting,
                text,
                "a duration from " + inWords(least) + " to " + inWords(most) + ", written like 30s or PT30S");
        return Optional.empty();
    }

    private static Optional<Duration> parse(String text) {
        Matcher parts = SHORT.matcher(text);
        if (parts.matches()) {
            Duration unit = UNITS.getOrDefault(parts.group(2), Duration.ZERO);
            return Optional.of(unit.multipliedBy(Long.parseLong(parts.group(1))));
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Writes a duration the short way: in its greatest whole unit. */
    static String inWords(Duration duration) {
        for (String unit : List.of("d", "h", "m", "s")) {
            Duration one = UNITS.getOrDefault(unit, Duration.ZERO);
            if (!duration.isZero() && duration.toNanos() % one.toNanos() == 0) {
                return duration.dividedBy(one) + unit;
            }
        }
        return duration.isZero() ? "0s" : duration.toMillis() + "ms";
    }

    private void put(Setting setting, Given given) {
        String value = given.value().strip();
        if (!value.isEmpty()) {
            values.put(setting, new Given(given.source(), value));
        }
    }

    private void property(String name, String value) {
        Given given = new Given(name, value.strip());
        Optional<Setting> setting = Catalogue.byProperty(name);
        if (setting.isPresent()) {
            put(setting.get(), given);
        } else if (Catalogue.FAMILIES.stream().anyMatch(one -> name.startsWith(one.prefix()))) {
            familyProperties.put(name, given);
        } else if (name.startsWith("chatauth.") && Catalogue.OTHERS.stream().noneMatch(name::startsWith)) {
            List<String> known = Catalogue.ALL.stream().map(Setting::property).toList();
            problems.add("there is no option " + Masking.clean(name) + suggestion(name, known));
        }
    }

    private void variable(String name, String value) {
        Given given = new Given(name, value.strip());
        Optional<Setting> setting = Catalogue.byEnvironment(name);
        if (setting.isPresent()) {
            put(setting.get(), given);
        } else if (Catalogue.FAMILIES.stream().anyMatch(one -> name.startsWith(Setting.environment(one.prefix())))) {
            familyVariables.put(name, given);
        } else if (name.startsWith("CHATAUTH_")
                && Catalogue.OTHERS.stream().map(Setting::environment).noneMatch(name::startsWith)) {
            List<String> known =
                    Catalogue.ALL.stream().map(Setting::environment).toList();
            problems.add("there is no option " + Masking.clean(name) + " (environment)" + suggestion(name, known));
        }
    }

    /** Compares what follows the common beginning, in which nobody errs. */
    private static String suggestion(String name, List<String> known) {
        int skip = "chatauth.".length();
        Map<String, String> tails = new LinkedHashMap<>();
        known.forEach(one -> tails.put(one.substring(skip), one));
        return Nearest.to(name.substring(skip), tails.keySet())
                .map(tail -> "; did you mean " + tails.get(tail) + "?")
                .orElse("; docs/configuration.md lists those there are");
    }
}
