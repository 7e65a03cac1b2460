package io.chatauth.internal.config;

import io.chatauth.spi.Options;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Sorts the options whose names have a part of one's own. The environment knows neither dots nor hyphens nor case, so its
 * names are read with the help of the ids that are there.
 */
final class Families {
    private final Map<String, Map<String, String>> channelOptions = new TreeMap<>();
    private final Map<String, Map<String, String>> flowOptions = new TreeMap<>();
    private final Map<String, String> channelsNamed = new LinkedHashMap<>();
    private final Map<String, String> flowsNamed = new LinkedHashMap<>();
    private final List<String> problems;
    private final SenderReader senders;
    private final BindingReader bindings;

    Families(
            Values values,
            Declarations declared,
            Collection<String> channelIds,
            Collection<String> flowIds,
            List<String> problems) {
        this.problems = problems;
        this.senders = new SenderReader(problems);
        this.bindings = new BindingReader(problems);
        Map<String, Given> all = new TreeMap<>();
        values.familyVariables()
                .forEach((name, given) -> variable(name, channelIds, flowIds)
                        .ifPresent(property -> all.put(property, new Given(name + " (environment)", given.value()))));
        all.putAll(values.familyProperties());
        all.values().removeIf(given -> given.value().isEmpty());
        all.forEach(this::property);
        declared.senders().forEach(one -> {
            senders.declared(one.channel(), one.value());
            channelsNamed.putIfAbsent(one.channel(), "sender(…)");
        });
        bindings.declared(declared);
        declared.keys().keySet().forEach(key -> channelsNamed.putIfAbsent(key.channel(), "bindTemplate(…)"));
        declared.states().keySet().forEach(key -> channelsNamed.putIfAbsent(key.channel(), "declareApproval(…)"));
    }

    Function<String, Options> channelOptions() {
        return id -> Options.of(Catalogue.CHANNEL.prefix() + id + ".", channelOptions.getOrDefault(id, Map.of()));
    }

    Function<String, Options> flowOptions() {
        return id -> Options.of(Catalogue.FLOW.prefix() + id + ".", flowOptions.getOrDefault(id, Map.of()));
    }

    /** The channels that any option speaks of, each with the first that does. */
    Map<String, String> channelsNamed() {
        return channelsNamed;
    }

    /** The flows that any option speaks of, each with the first that does. */
    Map<String, String> flowsNamed() {
        return flowsNamed;
    }

    Senders senders() {
        return senders.senders();
    }

    Bindings bindings() {
        return bindings.bindings();
    }

    private void property(String property, Given given) {
        Catalogue.Family family = Catalogue.FAMILIES.stream()
                .filter(one -> property.startsWith(one.prefix()))
                .findFirst()
                .orElseThrow();
        String rest = property.substring(family.prefix().length());
        int dot = rest.indexOf('.');
        String id = dot < 0 ? rest : rest.substring(0, dot);
        String tail = dot < 0 ? "" : rest.substring(dot + 1);
        boolean needsTail = !family.equals(Catalogue.SENDER);
        if (id.isEmpty() || (needsTail && tail.isEmpty()) || (!needsTail && dot >= 0 && tail.isEmpty())) {
            problems.add(given.source() + " is incomplete, expected " + family.pattern());
            return;
        }
        (family.equals(Catalogue.FLOW) ? flowsNamed : channelsNamed).putIfAbsent(id, given.source());
        if (family.equals(Catalogue.CHANNEL)) {
            channelOptions.computeIfAbsent(id, any -> new TreeMap<>()).put(tail, given.value());
        } else if (family.equals(Catalogue.FLOW)) {
            flowOptions.computeIfAbsent(id, any -> new TreeMap<>()).put(tail, given.value());
        } else if (family.equals(Catalogue.SENDER)) {
            senders.read(id, tail, given);
        } else {
            bindings.read(family, id, tail, given);
        }
    }

    private Optional<String> variable(String name, Collection<String> channelIds, Collection<String> flowIds) {
        for (Catalogue.Family family : Catalogue.FAMILIES) {
            String prefix = Setting.environment(family.prefix());
            if (name.startsWith(prefix)) {
                String rest = name.substring(prefix.length());
                if (family.equals(Catalogue.SENDER)) {
                    return Optional.of(family.prefix() + lower(rest).replaceAll("-(country|tenant|category)-", ".$1."));
                }
                if (family.equals(Catalogue.CHANNEL) || family.equals(Catalogue.FLOW)) {
                    return option(name, family, rest, family.equals(Catalogue.CHANNEL) ? channelIds : flowIds);
                }
                problems.add(name + " (environment) can't be used: an environment variable loses the case of the"
                        + " template's name; set " + family.pattern() + " or call " + family.method());
            }
        }
        return Optional.empty();
    }

    private Optional<String> option(String name, Catalogue.Family family, String rest, Collection<String> ids) {
        List<String> fitting = new ArrayList<>(ids);
        fitting.removeIf(id -> !rest.startsWith(Setting.environment(id) + "_") || rest.length() == id.length() + 1);
        Optional<String> longest = fitting.stream().max(java.util.Comparator.comparingInt(String::length));
        if (longest.isEmpty()) {
            problems.add(name + " (environment) belongs to nothing that is here, expected " + family.pattern()
                    + " in upper case with underscores, with one of "
                    + (ids.isEmpty() ? "none" : String.join(", ", ids)));
        }
        return longest.map(id -> family.prefix() + id + "." + lower(rest.substring(id.length() + 1)));
    }

    private static String lower(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
