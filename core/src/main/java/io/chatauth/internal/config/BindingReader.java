package io.chatauth.internal.config;

import io.chatauth.internal.text.Masking;
import io.chatauth.template.Approval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects what channels call templates and what is declared about them; the builder goes before properties. */
final class BindingReader {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}([_-][A-Za-z0-9]{2,8})*");

    private final Map<Bindings.Key, String> keys = new LinkedHashMap<>();
    private final Map<Bindings.Key, Approval.State> states = new LinkedHashMap<>();
    private final List<String> problems;

    BindingReader(List<String> problems) {
        this.problems = problems;
    }

    void read(Catalogue.Family family, String channel, String tail, Given given) {
        int dot = tail.lastIndexOf('.');
        String template = dot < 0 ? tail : tail.substring(0, dot);
        Optional<String> language = dot < 0 ? Optional.empty() : Optional.of(tail.substring(dot + 1));
        boolean odd = template.isEmpty()
                || template.indexOf('.') >= 0
                || language.filter(code -> !LANGUAGE.matcher(code).matches()).isPresent();
        if (odd) {
            problems.add(given.source() + " can't be split into template and language, expected " + family.pattern()
                    + "; for a template with dots in its name call " + family.method());
            return;
        }
        Bindings.Key key = new Bindings.Key(channel, template, language);
        if (family.equals(Catalogue.TEMPLATE)) {
            keys.put(key, given.value());
        } else {
            state(given).ifPresent(state -> states.put(key, state));
        }
    }

    void declared(Declarations declared) {
        keys.putAll(declared.keys());
        states.putAll(declared.states());
    }

    Bindings bindings() {
        return new Bindings(keys, states);
    }

    private Optional<Approval.State> state(Given given) {
        for (Approval.State state : Approval.State.values()) {
            if (state != Approval.State.UNKNOWN
                    && state.name().equals(given.value().toUpperCase(Locale.ROOT))) {
                return Optional.of(state);
            }
        }
        problems.add(given.source() + " is '" + Masking.clean(given.value())
                + "', expected approved, pending, rejected, paused or disabled");
        return Optional.empty();
    }
}
