package io.chatauth;

import io.chatauth.internal.engine.ConsentDesk;
import java.util.List;
import java.util.Objects;

/**
 * Who agreed to get messages, and who wants no more. A consent is given by an opt-in, and withdrawn by a word such as STOP, for
 * one sender of one channel: what a person says to a sender counts for all tenants that share it. Messages to a person who
 * withdrew are refused, see {@link ConsentWithdrawnException}; who never said anything is not refused, since the application
 * may have another reason to write.
 *
 * <p>It is kept in the shared state, sealed, for ten years after it was last said. If that state is lost, so are the
 * withdrawals: keep it in a store that survives, and keep what {@link io.chatauth.event.ChatAuthEvent.ConsentWithdrawn} tells,
 * so that {@link #withdraw} can bring it back. Safe for use by many threads.
 */
public final class Consents {
    private final ConsentDesk desk;

    Consents(ConsentDesk desk) {
        this.desk = desk;
    }

    /**
     * Lists what a person said, over all channels and senders.
     *
     * @param tenant the tenant; what was said to another tenant's senders only is left out
     * @param address an address of the person, a phone number in international form. A user id may be another person's on
     *     another channel or sender: look at those
     * @return the newest first; empty if nothing is known
     * @throws StoreException if the shared state can't be reached
     */
    public List<Consent> list(Tenant tenant, Address address) {
        return desk.list(Objects.requireNonNull(tenant, "tenant"), Objects.requireNonNull(address, "address"));
    }

    /**
     * Withdraws a consent for a person, as the person's STOP does: nothing more is sent, notices that are open end, and other
     * open challenges may still be answered.
     *
     * @param tenant the tenant that says it
     * @param channel the channel
     * @param sender the business sender, as the channel names it
     * @param address an address of the person
     * @throws UnknownChannelException if there is no such channel
     * @throws StoreException if a store can't be reached; try again
     */
    public void withdraw(Tenant tenant, ChannelId channel, String sender, Address address) {
        desk.withdraw(
                Objects.requireNonNull(tenant, "tenant"),
                Objects.requireNonNull(channel, "channel"),
                Objects.requireNonNull(sender, "sender"),
                Objects.requireNonNull(address, "address"));
    }

    /**
     * Restores a consent, or records one that was given elsewhere.
     *
     * @param tenant the tenant that the person agreed with
     * @param channel the channel
     * @param sender the business sender, as the channel names it
     * @param address an address of the person
     * @throws UnknownChannelException if there is no such channel
     * @throws StoreException if the shared state can't be reached; try again
     */
    public void restore(Tenant tenant, ChannelId channel, String sender, Address address) {
        desk.restore(
                Objects.requireNonNull(tenant, "tenant"),
                Objects.requireNonNull(channel, "channel"),
                Objects.requireNonNull(sender, "sender"),
                Objects.requireNonNull(address, "address"));
    }
}
