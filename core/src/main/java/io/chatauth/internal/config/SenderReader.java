package io.chatauth.internal.config;

import io.chatauth.SenderRule;
import io.chatauth.Tenant;
import io.chatauth.internal.text.Masking;
import io.chatauth.template.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects senders; for one and the same condition the builder goes before properties, these before the environment. */
final class SenderReader {
    private record Condition(Optional<String> country, Optional<Tenant> tenant, Optional<Category> category) {
        static Condition of(SenderRule rule) {
            return new Condition(rule.country(), rule.tenant(), rule.category());
        }
    }

    private record Sourced(SenderRule rule, String source, int rank) {}

    private final Map<String, Map<Condition, Sourced>> rules = new TreeMap<>();
    private final List<String> problems;

    SenderReader(List<String> problems) {
        this.problems = problems;
    }

    void read(String channel, String conditions, Given given) {
        SenderRule rule = SenderRule.of(given.value());
        String[] parts = conditions.isEmpty() ? new String[0] : conditions.split("\\.", -1);
        for (int i = 0; i < parts.length; i += 2) {
            String value = i + 1 < parts.length ? parts[i + 1] : "";
            Optional<SenderRule> narrowed = narrow(rule, parts[i], value, given.source());
            if (narrowed.isEmpty()) {
                return;
            }
            rule = narrowed.get();
        }
        add(channel, new Sourced(rule, given.source(), given.source().endsWith(" (environment)") ? 0 : 1));
    }

    void declared(String channel, SenderRule rule) {
        Optional<String> bad = rule.country()
                .filter(code -> CountryReader.code(code, what -> problems.add("sender(…): " + what))
                        .isEmpty());
        if (bad.isEmpty()) {
            add(channel, new Sourced(rule, "sender(\"" + Masking.clean(channel) + "\", " + rule + ")", 2));
        }
    }

    Senders senders() {
        Map<String, List<SenderRule>> all = new TreeMap<>();
        rules.forEach((channel, byCondition) -> {
            List<SenderRule> list = new ArrayList<>();
            byCondition.values().forEach(sourced -> list.add(sourced.rule()));
            all.put(channel, list);
        });
        return new Senders(all);
    }

    private Optional<SenderRule> narrow(SenderRule rule, String word, String value, String source) {
        switch (word) {
            case "country" -> {
                return CountryReader.code(value, what -> problems.add(source + ": " + what))
                        .map(rule::country);
            }
            case "tenant" -> {
                try {
                    return Optional.of(rule.tenant(Tenant.of(value)));
                } catch (IllegalArgumentException e) {
                    problems.add(source + ": " + e.getMessage());
                    return Optional.empty();
                }
            }
            case "category" -> {
                for (Category category : Category.values()) {
                    if (category.name().equals(value.toUpperCase(Locale.ROOT))) {
                        return Optional.of(rule.category(category));
                    }
                }
                problems.add(
                        source + ": '" + Masking.clean(value) + "' is no category, expected authentication or utility");
                return Optional.empty();
            }
            default -> {
                problems.add(source + ": '" + Masking.clean(word) + "' is no condition, expected "
                        + Catalogue.SENDER.pattern());
                return Optional.empty();
            }
        }
    }

    private void add(String channel, Sourced next) {
        Map<Condition, Sourced> own = rules.computeIfAbsent(channel, any -> new java.util.LinkedHashMap<>());
        Sourced there = own.get(Condition.of(next.rule()));
        if (there != null && there.rank() == next.rank()) {
            if (!there.rule().equals(next.rule())) {
                problems.add(there.source() + " and " + next.source() + " give two senders for the same messages of '"
                        + Masking.clean(channel) + "', expected one");
            }
        } else if (there == null || there.rank() < next.rank()) {
            own.put(Condition.of(next.rule()), next);
        }
    }
}
