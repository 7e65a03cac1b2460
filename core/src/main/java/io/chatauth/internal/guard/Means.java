package io.chatauth.internal.guard;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.internal.key.Keys;
import io.chatauth.store.SharedState;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the guard works with.
 *
 * @param clock the time
 * @param state where all nodes count
 * @param keys names counters
 * @param events where the operator is told
 * @param aliases knows people's proven addresses
 * @param stops knows what stands against a message to a person
 */
public record Means(
        Clock clock, SharedState state, Keys keys, Consumer<ChatAuthEvent> events, Aliases aliases, Stops stops) {
    /** Gives the other addresses that are proven to be a person's. */
    @FunctionalInterface
    public interface Aliases {
        List<Address> proven(ChannelId channel, String sender, Address address);
    }

    /** Names the values of the shared state any of which says that a person wants no more messages. */
    @FunctionalInterface
    public interface Stops {
        List<String> marks(ChannelId channel, String sender, Address address);
    }
}
