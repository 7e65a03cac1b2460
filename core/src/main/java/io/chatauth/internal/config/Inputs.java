package io.chatauth.internal.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All texts that were given, by the way they came. What the builder's methods set goes before properties, these go before the
 * environment. Not safe for use by many threads.
 */
public final class Inputs {
    private final Map<Setting, Given> methods = new LinkedHashMap<>();
    private final Map<String, String> properties = new TreeMap<>();
    private final Map<String, String> environment = new TreeMap<>();

    /**
     * Takes what a method of the builder set; the last call counts. An option that is not there is found with the properties.
     *
     * @param name the name of the option, without {@code chatauth.}
     * @param value the value
     */
    public void method(String name, String value) {
        String property = "chatauth." + name;
        Catalogue.byProperty(property)
                .ifPresentOrElse(
                        setting -> methods.put(
                                setting, new Given(setting.method(), Objects.requireNonNull(value, "value"))),
                        () -> property(property, value));
    }

    /**
     * Takes a property; the last one of a name counts.
     *
     * @param name its name
     * @param value its value
     */
    public void property(String name, String value) {
        properties.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    }

    /**
     * Takes an environment variable; the last one of a name counts.
     *
     * @param name its name
     * @param value its value
     */
    public void variable(String name, String value) {
        environment.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    }

    Map<Setting, Given> methods() {
        return methods;
    }

    Map<String, String> properties() {
        return properties;
    }

    Map<String, String> environment() {
        return environment;
    }
}
