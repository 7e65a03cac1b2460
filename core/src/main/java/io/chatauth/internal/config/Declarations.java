package io.chatauth.internal.config;

import io.chatauth.SenderRule;
import io.chatauth.template.Approval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Senders and templates that the builder's methods declared. Not safe for use by many threads. */
public final class Declarations {
    record Declared<T>(String channel, T value) {}

    private final List<Declared<SenderRule>> senders = new ArrayList<>();
    private final Map<Bindings.Key, String> keys = new LinkedHashMap<>();
    private final Map<Bindings.Key, Approval.State> states = new LinkedHashMap<>();

    /**
     * Takes a sender.
     *
     * @param channel the channel's id
     * @param rule the sender and what it is for
     */
    public void sender(String channel, SenderRule rule) {
        senders.add(new Declared<>(Objects.requireNonNull(channel, "channel"), Objects.requireNonNull(rule, "rule")));
    }

    /**
     * Takes a binding; the last one of a template and language counts.
     *
     * @param channel the channel's id
     * @param template the template's name
     * @param language a language; empty for all
     * @param key what the channel calls it
     */
    public void bind(String channel, String template, Optional<String> language, String key) {
        keys.put(new Bindings.Key(channel, template, language), Objects.requireNonNull(key, "key"));
    }

    /**
     * Takes an approval; the last one of a template and language counts.
     *
     * @param channel the channel's id
     * @param template the template's name
     * @param language a language; empty for all
     * @param state the state
     */
    public void approval(String channel, String template, Optional<String> language, Approval.State state) {
        states.put(new Bindings.Key(channel, template, language), Objects.requireNonNull(state, "state"));
    }

    List<Declared<SenderRule>> senders() {
        return senders;
    }

    Map<Bindings.Key, String> keys() {
        return keys;
    }

    Map<Bindings.Key, Approval.State> states() {
        return states;
    }
}
