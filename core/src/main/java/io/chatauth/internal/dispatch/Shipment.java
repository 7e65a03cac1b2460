package io.chatauth.internal.dispatch;

import io.chatauth.ChannelId;
import io.chatauth.Receipt;
import io.chatauth.spi.Channel;
import io.chatauth.spi.OutboundMessage;
import java.time.Instant;

/**
 * One message on its way out. The dispatcher ends every shipment exactly once: by {@link #settled} or by {@link #left}, on a
 * thread of its own and under no lock.
 */
public interface Shipment {
    /**
     * Names the channel.
     *
     * @return its id
     */
    ChannelId channelId();

    /**
     * Gives the channel that encodes the message.
     *
     * @return the channel, the same for all shipments with its id
     */
    Channel channel();

    /**
     * Gives the message.
     *
     * @return always the same
     */
    OutboundMessage message();

    /**
     * Gives the time after which the message is of no use. It ends the wait of this message only.
     *
     * @return always the same
     */
    Instant deadline();

    /**
     * Tells whether the message shall still be sent. Asked when it leaves the queue, and before each retry.
     *
     * @return false if its challenge ended meanwhile
     */
    boolean wanted();

    /**
     * Takes the answer.
     *
     * @param receipt what became of the message
     */
    void settled(Receipt receipt);

    /** Says that the dispatcher was closed before there was an answer: the message stays stored. */
    void left();
}
