package io.chatauth.internal.config;

import io.chatauth.ChannelId;
import io.chatauth.template.Approval;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What channels call templates, and what is declared about their approval. Immutable. */
public final class Bindings {
    /**
     * A template on a channel, in one language or in all.
     *
     * @param channel the channel's id
     * @param template the template's name
     * @param language a language code with underscores, lower case; empty for all
     */
    record Key(String channel, String template, Optional<String> language) {
        Key {
            language = language.map(Bindings::canonical);
        }

        @Override
        public String toString() {
            return channel + "." + template + language.map(code -> "." + code).orElse("");
        }
    }

    /** Nothing is bound, nothing is declared. */
    public static final Bindings NONE = new Bindings(Map.of(), Map.of());

    private final Map<Key, String> keys;
    private final Map<Key, Approval.State> states;

    Bindings(Map<Key, String> keys, Map<Key, Approval.State> states) {
        this.keys = Map.copyOf(keys);
        this.states = Map.copyOf(states);
    }

    /**
     * Finds what a channel calls a template: what is bound for the language, else what is bound for all.
     *
     * @param channel the channel
     * @param template the template's name
     * @param language the language it will be sent in
     * @return the provider's own identifier; empty if nothing is bound
     */
    public Optional<String> find(ChannelId channel, String template, String language) {
        return lookUp(keys, channel, template, language);
    }

    /**
     * Finds what is declared about a template.
     *
     * @param channel the channel
     * @param template the template's name
     * @param language the language it will be sent in
     * @return a declared approval; {@link Approval#UNKNOWN} if nothing is declared
     */
    public Approval approval(ChannelId channel, String template, String language) {
        return lookUp(states, channel, template, language)
                .map(state -> new Approval(state, Approval.Source.DECLARED, ""))
                .orElse(Approval.UNKNOWN);
    }

    private static <V> Optional<V> lookUp(Map<Key, V> map, ChannelId channel, String template, String language) {
        V exact = map.get(new Key(channel.value(), template, Optional.of(language)));
        return Optional.ofNullable(exact)
                .or(() -> Optional.ofNullable(map.get(new Key(channel.value(), template, Optional.empty()))));
    }

    private static String canonical(String language) {
        return language.replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
