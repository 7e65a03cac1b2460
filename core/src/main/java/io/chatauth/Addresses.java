package io.chatauth;

import io.chatauth.internal.engine.AddressBook;
import java.util.List;
import java.util.Objects;

/**
 * What is known about people's other addresses: the user id beside the phone number, the number from a form. It is learned
 * from authentic webhooks, belongs to one business sender of one channel, is sealed at rest, and is forgotten 30 days after it
 * was last seen. Safe for use by many threads.
 */
public final class Addresses {
    private final AddressBook book;

    Addresses(AddressBook book) {
        this.book = book;
    }

    /**
     * Gives the other addresses of a person.
     *
     * @param channel the channel
     * @param sender the business sender, as the channel names it
     * @param address an address of the person, a phone number in international form
     * @return the others, those that are proven first; empty if none is known
     * @throws StoreException if the shared state can't be reached
     */
    public List<KnownAddress> of(ChannelId channel, String sender, Address address) {
        return book.known(
                Objects.requireNonNull(channel, "channel"),
                Objects.requireNonNull(sender, "sender"),
                Objects.requireNonNull(address, "address"));
    }

    /**
     * Forgets a person's other addresses, and that they belong to this one.
     *
     * @param channel the channel
     * @param sender the business sender, as the channel names it
     * @param address an address of the person, a phone number in international form
     * @return whether anything was known
     * @throws StoreException if the shared state can't be reached
     */
    public boolean forget(ChannelId channel, String sender, Address address) {
        return book.forget(
                Objects.requireNonNull(channel, "channel"),
                Objects.requireNonNull(sender, "sender"),
                Objects.requireNonNull(address, "address"));
    }
}
