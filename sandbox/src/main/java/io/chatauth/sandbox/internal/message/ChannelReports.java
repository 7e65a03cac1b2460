package io.chatauth.sandbox.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
    @Nullable
    ObjectNode seen(Message message);

    /**
     * Writes what the person said.
     *
     * @param reply the person's message
     * @param payload the payload of the button that was pressed, or null for a text
     * @param paired the message that Infobip would pair it with, or null
     * @return the whole body
     */
    ObjectNode inbound(Message reply, @Nullable String payload, @Nullable Message paired);
}
