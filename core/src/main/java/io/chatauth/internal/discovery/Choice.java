package io.chatauth.internal.discovery;

import io.chatauth.Discovery;
import io.chatauth.Discovery.Entry;
import io.chatauth.Discovery.State;
import io.chatauth.internal.discovery.Candidate.Origin;
import io.chatauth.internal.text.Masking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The choice among providers of one kind: what the application gives replaces what was discovered, two of one origin with one
 * id are a problem, and nothing discovered takes the place of what is built in.
 *
 * @param <P> the provider's type
 */
final class Choice<P> {
    private static final Logger LOG = LoggerFactory.getLogger(Choice.class);

    private final Discovery.Kind kind;
    private final Function<P, @Nullable Object> idOf;
    private final String method;
    private final NavigableMap<String, Candidate<P>> chosen = new TreeMap<>();
    private final List<Entry> others = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> inTrouble = new TreeSet<>();
    private final Set<String> matched = new TreeSet<>();

    /**
     * Begins a choice.
     *
     * @param kind what the providers give
     * @param idOf how to ask one for its id; the answer may be null when the provider is wrong
     * @param method the builder's method that takes such a provider
     */
    Choice(Discovery.Kind kind, Function<P, @Nullable Object> idOf, String method) {
        this.kind = kind;
        this.idOf = idOf;
        this.method = method;
    }

    void make(GuardedLoader.Found<P> found, List<P> explicit, List<P> builtIn, Set<String> excluded) {
        for (Failure failure : found.failures()) {
            fail(failure, excluded);
        }
        Map<String, List<Candidate<P>>> byId = new TreeMap<>();
        for (P provider : builtIn) {
            sort(new Candidate<>(provider, Origin.BUILT_IN), excluded, byId);
        }
        for (Candidate<P> candidate : found.candidates()) {
            sort(candidate, excluded, byId);
        }
        for (P provider : explicit) {
            sort(new Candidate<>(provider, Origin.EXPLICIT), excluded, byId);
        }
        byId.forEach(this::choose);
    }

    NavigableMap<String, Candidate<P>> chosen() {
        return chosen;
    }

    List<String> problems() {
        return problems;
    }

    /** The ids that are a problem. */
    Set<String> inTrouble() {
        return inTrouble;
    }

    /** The exclusions that met something. */
    Set<String> matched() {
        return matched;
    }

    /** The report: first those in use. */
    List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        chosen.forEach((id, candidate) -> all.add(entry(
                State.LOADED, Optional.of(id), candidate, candidate.origin().words())));
        all.addAll(others);
        return all;
    }

    /** Takes a provider out of use because what it should give could not be had. */
    void drop(String id, String note) {
        Candidate<P> candidate = chosen.remove(id);
        if (candidate != null) {
            others.add(entry(State.FAILED, Optional.of(id), candidate, note));
            LOG.warn("The {} '{}' of {} is not in use: {}", kind.inWords(), id, candidate.described(), note);
        }
    }

    private void sort(Candidate<P> candidate, Set<String> excluded, Map<String, List<Candidate<P>>> byId) {
        boolean asked = candidate.origin() == Origin.EXPLICIT;
        Optional<String> id = id(candidate, !asked && excluded.contains(candidate.type()));
        String out = excluded.contains(candidate.type()) ? candidate.type() : id.orElse("");
        if (!asked && excluded.contains(out)) {
            matched.add(out);
            others.add(entry(State.EXCLUDED, id, candidate, "exclude(\"" + out + "\")"));
        } else {
            id.ifPresent(
                    text -> byId.computeIfAbsent(text, any -> new ArrayList<>()).add(candidate));
        }
    }

    private Optional<String> id(Candidate<P> candidate, boolean unwanted) {
        String problem;
        try {
            Object id = idOf.apply(candidate.provider());
            if (id != null) {
                return Optional.of(id.toString());
            }
            problem = "id() gave null";
        } catch (Throwable failure) {
            GuardedLoader.rethrowFatal(failure);
            problem = "id() failed: "
                    + GuardedLoader.reason(
                            failure, Optional.of(candidate.provider().getClass()), candidate.location());
        }
        if (!unwanted) {
            others.add(entry(State.FAILED, Optional.empty(), candidate, problem));
            if (candidate.origin() == Origin.EXPLICIT) {
                problems.add(method + "(" + candidate.type() + "): " + problem);
            } else {
                LOG.warn("The {} provider {} is not in use: {}", kind.inWords(), candidate.described(), problem);
            }
        }
        return Optional.empty();
    }

    private void fail(Failure failure, Set<String> excluded) {
        Optional<String> unwanted = failure.type().filter(excluded::contains);
        unwanted.ifPresent(matched::add);
        State state = unwanted.isPresent() ? State.EXCLUDED : State.FAILED;
        others.add(new Entry(kind, state, Optional.empty(), failure.type(), failure.location(), failure.reason()));
        if (state == State.FAILED) {
            LOG.warn("A provider could not be loaded: {}", others.get(others.size() - 1));
        }
    }

    private void choose(String id, List<Candidate<P>> all) {
        List<Candidate<P>> best = of(all, Origin.EXPLICIT);
        if (best.isEmpty()) {
            best = of(all, Origin.DISCOVERED);
            List<Candidate<P>> own = of(all, Origin.BUILT_IN);
            if (!own.isEmpty() && !best.isEmpty()) {
                refuse(id, best, "the id belongs to ChatAuth itself");
                problems.add("the " + kind.inWords() + " id '" + Masking.clean(id)
                        + "' belongs to ChatAuth itself, but was taken by " + described(best)
                        + "; give it another id, exclude(\"" + best.get(0).type() + "\"), or give it with " + method
                        + "(…) if it shall replace the built-in one");
                chosen.put(id, own.get(0));
                return;
            }
            best = best.isEmpty() ? own : best;
        }
        if (best.size() > 1) {
            refuse(id, best, "shares its id with another one");
            problems.add(duplicates(id, best));
            inTrouble.add(id);
            return;
        }
        Candidate<P> winner = best.get(0);
        chosen.put(id, winner);
        for (Candidate<P> loser : all) {
            if (loser.origin() != winner.origin()) {
                others.add(entry(State.REPLACED, Optional.of(id), loser, "replaced by " + winner.described()));
                LOG.info(
                        "The {} '{}' of {}, given to the builder, replaces that of {}",
                        kind.inWords(),
                        id,
                        winner.described(),
                        loser.described());
            }
        }
    }

    private String duplicates(String id, List<Candidate<P>> all) {
        String text = all.size() + " providers have the " + kind.inWords() + " id '" + Masking.clean(id) + "': "
                + described(all) + "; ";
        return all.get(0).origin() == Origin.EXPLICIT
                ? text + "call " + method + "(…) with one of them only"
                : text + "remove all but one from the class path, exclude(\""
                        + all.get(all.size() - 1).type() + "\"), or give the one to use with " + method + "(…)";
    }

    private void refuse(String id, List<Candidate<P>> all, String note) {
        for (Candidate<P> candidate : all) {
            others.add(entry(State.FAILED, Optional.of(id), candidate, note));
        }
    }

    private static <P> String described(List<Candidate<P>> all) {
        return all.stream().map(Candidate::described).collect(Collectors.joining(" and "));
    }

    private static <P> List<Candidate<P>> of(List<Candidate<P>> all, Origin origin) {
        return all.stream().filter(one -> one.origin() == origin).toList();
    }

    private Entry entry(State state, Optional<String> id, Candidate<P> candidate, String note) {
        return new Entry(
                kind, state, id.map(Masking::clean), Optional.of(candidate.type()), candidate.location(), note);
    }
}
