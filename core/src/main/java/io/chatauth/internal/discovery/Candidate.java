package io.chatauth.internal.discovery;

import java.util.Optional;

/**
 * A provider that could be loaded.
 *
 * @param provider the provider
 * @param origin who brought it
 * @param <P> its type
 */
record Candidate<P>(P provider, Origin origin) {
    /** Who brought a provider. A later one goes before an earlier one. */
    enum Origin {
        /** ChatAuth itself. */
        BUILT_IN("built in"),
        /** The class path or module path. */
        DISCOVERED("discovered"),
        /** The application, by the builder. */
        EXPLICIT("given to the builder");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    String type() {
        return provider.getClass().getName();
    }

    Optional<String> location() {
        return Locations.of(provider.getClass());
    }

    /** Names class and location, for messages. */
    String described() {
        return type() + location().map(place -> " (" + place + ")").orElse("");
    }

    boolean sameAs(Candidate<?> other) {
        return provider.getClass() == other.provider.getClass()
                || (type().equals(other.type())
                        && location().isPresent()
                        && location().equals(other.location()));
    }
}
