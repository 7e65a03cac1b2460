package io.chatauth.spi;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the provider can be told to post to the webhook of a channel, as data: the engine does the calls.
 *
 * @param name what the provider's subscriptions call the channel, such as {@code WHATSAPP}
 * @param events what the channel can read of all that can be subscribed, at least one
 * @param inbound what the provider's settings for inbound messages call the channel; empty if it has none
 * @since 0.1.0
 */
public record Subscribable(String name, Set<Event> events, List<String> inbound) {
    /** Something that happens at the provider. */
    public enum Event {
        /** How far a message got. */
        DELIVERY,
        /** A person saw a message. */
        SEEN,
        /** A person wrote or tapped. */
        INBOUND,
        /** A template was approved, rejected, paused or put into another category. */
        TEMPLATE,
        /** A person's identity in the chat app changed. */
        IDENTITY
    }

    /**
     * Copies the events and the names.
     *
     * @throws IllegalArgumentException if the name is blank or there is no event
     */
    public Subscribable {
        Objects.requireNonNull(name, "name");
        if (name.isBlank() || events.isEmpty()) {
            throw new IllegalArgumentException("a subscription needs the channel's name and an event");
        }
        events = Collections.unmodifiableSet(EnumSet.copyOf(events));
        inbound = List.copyOf(inbound);
    }
}
