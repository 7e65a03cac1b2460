package io.chatauth.internal.discovery;

import io.chatauth.internal.text.Masking;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks {@link ServiceLoader} for providers so that one that can't be loaded takes no other with it. Only errors of the
 * virtual machine itself go up.
 */
final class GuardedLoader {
    /** The loader goes on after a failure by itself; a class loader that fails for ever must not keep us. */
    private static final int MOST_FAILURES_IN_A_ROW = 100;

    /** The words of the JDK's ServiceLoader, in front of or behind the name of a class. */
    private static final Pattern NAMED_CLASS = Pattern.compile(
            "Provider (\\S+) (?:not found|could not be instantiated)|(\\S+) Unable to get public no-arg constructor"
                    + "|(\\S+) not a subtype|Unable to load (\\S+)");

    private GuardedLoader() {}

    /**
     * What was found.
     *
     * @param candidates those that could be loaded
     * @param failures those that could not
     * @param <P> their type
     */
    record Found<P>(List<Candidate<P>> candidates, List<Failure> failures) {}

    static <P> Found<P> load(Class<P> service, List<ProviderSource> sources) {
        List<Candidate<P>> candidates = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (ProviderSource source : sources) {
            load(service, source, candidates, failures);
        }
        return new Found<>(candidates, failures);
    }

    private static <P> void load(
            Class<P> service, ProviderSource source, List<Candidate<P>> candidates, List<Failure> failures) {
        Iterator<ServiceLoader.Provider<P>> providers =
                source.open(service).stream().iterator();
        int failed = 0;
        while (failed < MOST_FAILURES_IN_A_ROW) {
            Optional<Class<?>> type = Optional.empty();
            try {
                if (!providers.hasNext()) {
                    return;
                }
                ServiceLoader.Provider<P> found = providers.next();
                type = Optional.of(found.type());
                Candidate<P> candidate = new Candidate<>(found.get(), Candidate.Origin.DISCOVERED);
                if (candidates.stream().noneMatch(candidate::sameAs)) {
                    candidates.add(candidate);
                }
                failed = 0;
            } catch (Throwable problem) {
                rethrowFatal(problem);
                Failure failure = describe(service, source, type, problem);
                if (!failures.contains(failure)) {
                    failures.add(failure);
                }
                failed++;
            }
        }
    }

    /** An exhausted or broken virtual machine is nobody's provider problem, even when ServiceLoader has wrapped its error. */
    static void rethrowFatal(Throwable problem) {
        Throwable at = problem;
        for (int depth = 0; at != null && depth < MOST_FAILURES_IN_A_ROW; depth++) {
            if (at instanceof VirtualMachineError fatal) {
                throw fatal;
            }
            at = at.getCause();
        }
    }

    /** Tells the whole chain of causes in one line, and the versions if classes don't fit each other. */
    static String reason(Throwable problem, Optional<Class<?>> type, Optional<String> location) {
        StringBuilder out = new StringBuilder();
        boolean misfit = false;
        Throwable at = problem;
        for (int depth = 0; at != null && depth < MOST_FAILURES_IN_A_ROW; depth++) {
            out.append(out.isEmpty() ? "" : ", caused by ").append(inWords(at));
            misfit |= at instanceof LinkageError && !(at instanceof ExceptionInInitializerError);
            at = at.getCause();
        }
        if (misfit) {
            out.append("; ").append(Versions.sideBySide(type, location));
        }
        return out.toString();
    }

    private static String inWords(Throwable problem) {
        String message = problem.getMessage();
        if (problem instanceof ServiceConfigurationError && message != null) {
            return message.replaceAll("\\p{Cntrl}", "?");
        }
        return problem.getClass().getName() + (message == null ? "" : ": " + cleanAll(message));
    }

    private static String cleanAll(String message) {
        return message.length() <= 300 ? message.replaceAll("\\p{Cntrl}", "?") : Masking.clean(message);
    }

    private static Failure describe(
            Class<?> service, ProviderSource source, Optional<Class<?>> type, Throwable problem) {
        Optional<ClassLoader> loader = source.loader();
        Optional<String> name = type.<String>map(Class::getName)
                .or(() -> namedIn(problem))
                .or(() -> problem instanceof LinkageError unlinked
                        ? loader.flatMap(from -> ServicesFiles.unlinked(from, service, unlinked))
                        : Optional.empty());
        Optional<String> location = type.isPresent()
                ? type.flatMap(Locations::of)
                : loader.flatMap(from -> name.flatMap(
                        text -> Locations.ofClassFile(from, text).or(() -> ServicesFiles.naming(from, service, text))));
        String hint = problem instanceof ServiceConfigurationError
                        && String.valueOf(problem.getMessage()).endsWith(" not a subtype")
                ? "; it implements something else, or chatauth-core is on the class path twice"
                : "";
        return new Failure(name, location, reason(problem, type, location) + hint);
    }

    private static Optional<String> namedIn(Throwable problem) {
        Matcher words = NAMED_CLASS.matcher(String.valueOf(problem.getMessage()));
        if (!words.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= words.groupCount(); group++) {
            if (words.group(group) != null) {
                return Optional.of(words.group(group));
            }
        }
        return Optional.empty();
    }
}
