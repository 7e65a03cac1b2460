package io.chatauth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of each provider: loaded, replaced, excluded or failed. Immutable; {@link #toString()} is meant to be read by
 * an operator.
 */
public final class Discovery {
    /** The kinds of providers. */
    public enum Kind {
        /** A {@link io.chatauth.spi.ChannelProvider}. */
        CHANNEL,
        /** An {@link io.chatauth.spi.AuthFlowProvider}. */
        FLOW,
        /** A {@link io.chatauth.spi.TemplateProvider}. */
        TEMPLATES;

        /**
         * Gives the kind in lower case.
         *
         * @return {@code channel}, {@code flow} or {@code templates}
         */
        public String inWords() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What can become of a provider. */
    public enum State {
        /** In use. */
        LOADED,
        /** Another one of the same id, which goes before it, is in use. */
        REPLACED,
        /** Not wished. */
        EXCLUDED,
        /** Can't be used; the note says why. */
        FAILED
    }

    /**
     * One provider.
     *
     * @param kind what it gives
     * @param state what became of it
     * @param id the id of its channel, its flow or itself; empty if it failed before it could say
     * @param type the name of its class; empty if it is not known
     * @param location the jar or folder the class comes from, with its module if it is a named one; empty if it is not known
     * @param note where it came from, or why it is not in use; may be empty
     */
    public record Entry(
            Kind kind,
            State state,
            Optional<String> id,
            Optional<String> type,
            Optional<String> location,
            String note) {
        /** Checks that all parts are there. */
        public Entry {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(location, "location");
            Objects.requireNonNull(note, "note");
        }

        /**
         * Says all in one line.
         *
         * @return kind, id, class, location and note
         */
        @Override
        public String toString() {
            StringBuilder out = new StringBuilder(kind.inWords());
            id.ifPresent(text -> out.append(' ').append(text));
            type.ifPresent(text -> out.append(": ").append(text));
            location.ifPresent(text -> out.append(" (").append(text).append(')'));
            if (!note.isEmpty()) {
                out.append(" - ").append(note);
            }
            return out.toString();
        }
    }

    private final List<Entry> entries;

    private Discovery(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Makes a report.
     *
     * @param entries the providers, in the order they shall be shown
     * @return the report
     */
    public static Discovery of(List<Entry> entries) {
        return new Discovery(entries);
    }

    /**
     * Gives all providers that were seen.
     *
     * @return the entries
     */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * Gives the providers in use.
     *
     * @return the entries
     */
    public List<Entry> loaded() {
        return in(State.LOADED);
    }

    /**
     * Gives the providers that gave way to another one of the same id.
     *
     * @return the entries
     */
    public List<Entry> replaced() {
        return in(State.REPLACED);
    }

    /**
     * Gives the providers that were excluded.
     *
     * @return the entries
     */
    public List<Entry> excluded() {
        return in(State.EXCLUDED);
    }

    /**
     * Gives the providers that can't be used.
     *
     * @return the entries; their notes say why
     */
    public List<Entry> failed() {
        return in(State.FAILED);
    }

    /**
     * Shows all providers, one a line, in groups by what became of them.
     *
     * @return a text of several lines
     */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("Providers:");
        for (State state : State.values()) {
            List<Entry> group = in(state);
            if (!group.isEmpty()) {
                out.append(System.lineSeparator())
                        .append("  ")
                        .append(state.name().toLowerCase(Locale.ROOT));
                for (Entry entry : group) {
                    out.append(System.lineSeparator()).append("    ").append(entry);
                }
            }
        }
        return entries.isEmpty() ? "Providers: none" : out.toString();
    }

    private List<Entry> in(State state) {
        List<Entry> found = new ArrayList<>(entries);
        found.removeIf(entry -> entry.state() != state);
        return List.copyOf(found);
    }
}
