package io.chatauth.internal.dispatch;

import io.chatauth.Receipt;
import io.chatauth.spi.OutboundMessage;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A shipment with its place in the queue. Ends once; what the callbacks throw harms nobody. */
final class Entry {
    private static final Logger LOG = LoggerFactory.getLogger(Entry.class);

    private final Shipment shipment;
    private final Permit permit;
    private final OutboundMessage message;
    private final Instant deadline;
    private final AtomicBoolean ended = new AtomicBoolean();

    Entry(Shipment shipment, Permit permit) {
        this.shipment = shipment;
        this.permit = permit;
        message = shipment.message();
        deadline = shipment.deadline();
    }

    OutboundMessage message() {
        return message;
    }

    Instant deadline() {
        return deadline;
    }

    boolean hasEnded() {
        return ended.get();
    }

    boolean wanted() {
        try {
            return shipment.wanted();
        } catch (RuntimeException | Error e) {
            LOG.error("Message {}: asking whether it is still wanted failed; it is sent", message.id(), e);
            return true;
        }
    }

    void settle(Receipt receipt) {
        if (ended.compareAndSet(false, true)) {
            permit.giveBack();
            try {
                shipment.settled(receipt);
            } catch (RuntimeException | Error e) {
                LOG.error("Message {}: its receipt was not taken", message.id(), e);
            }
        }
    }

    void leave() {
        if (ended.compareAndSet(false, true)) {
            permit.giveBack();
            try {
                shipment.left();
            } catch (RuntimeException | Error e) {
                LOG.error("Message {}: that it was not sent was not taken", message.id(), e);
            }
        }
    }
}
