package io.chatauth.sandbox.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a channel writes its webhooks. */
public interface ChannelReports {
    /**
     * Writes a delivery report.
     *
     * @param message the delivered or failed message
     * @return the whole body
     */
    ObjectNode delivery(Message message);

    /**
     * Writes a seen report.
     *
     * @param message the seen message
     * @return the whole body, or null where the channel has no such report
     */
    default @Nullable ObjectNode seen(Message message) {
        return null;
    }

    /**
     * Tells whether people can answer.
     *
     * @return false where Infobip's spec has no inbound webhook
     */
    boolean answerable();

    /**
     * Writes what the person said.
     *
     * @param reply the person's message
     * @param said what was said
     * @param paired the message that Infobip would pair it with, or null
     * @return the whole body
     */
    default ObjectNode inbound(Message reply, Said said, @Nullable Message paired) {
        throw new IllegalStateException(reply.channel() + " has no inbound webhook");
    }

    /**
     * Writes that a person's account moved to another device.
     *
     * @param person whose account
     * @param business who is told
     * @param identity the new identity
     * @return the whole body, or null where the channel tells nothing of it
     */
    default @Nullable ObjectNode identityChange(String person, String business, Identity identity) {
        return null;
    }

    /**
     * Checks something that a person does instead of writing.
     *
     * @param event what is to be done
     * @return the event in words
     * @throws Problem with 400 if the channel has no such event
     */
    default String event(ObjectNode event) {
        throw new Problem(400, "this channel has no events, only texts and buttons");
    }

    /**
     * Makes the id of a person's message.
     *
     * @return a new id
     */
    default String newId() {
        return UUID.randomUUID().toString();
    }
}
