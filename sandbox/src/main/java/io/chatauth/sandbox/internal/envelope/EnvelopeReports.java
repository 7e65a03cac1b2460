package io.chatauth.sandbox.internal.envelope;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.message.ChannelReports;
import io.chatauth.sandbox.internal.message.Message;
import io.chatauth.sandbox.internal.message.Options;
import io.chatauth.sandbox.internal.server.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The delivery report and the inbound envelope as Viber, LINE and Kakao have them; by itself nobody can answer. */
public class EnvelopeReports implements ChannelReports {
    /** Makes the reports of a channel that has nothing of its own. */
    public EnvelopeReports() {}

    @Override
    public ObjectNode delivery(Message message) {
        Options options = message.options();
        ObjectNode body = Json.object();
        ObjectNode result = body.putArray("results").addObject();
        putIfThere(result, "bulkId", options.bulkId());
        result.set("price", price());
        result.set("status", message.status().json());
        result.set("error", message.error().json());
        result.put("messageId", message.messageId())
                .put("to", message.to())
                .put("sender", message.from())
                .put("sentAt", Json.time(message.at()))
                .put("doneAt", Json.time(orElse(message.doneAt(), message.at())))
                .put("messageCount", 1);
        putIfThere(result, "callbackData", options.reporting().callbackData());
        if (options.entityId() != null || options.applicationId() != null) {
            ObjectNode platform = result.putObject("platform");
            putIfThere(platform, "entityId", options.entityId());
            putIfThere(platform, "applicationId", options.applicationId());
        }
        putIfThere(result, "campaignReferenceId", options.campaignReferenceId());
        return body;
    }

    @Override
    public boolean answerable() {
        return false;
    }

    /**
     * Writes the envelope of a person's message, without the message itself.
     *
     * @param reply the person's message
     * @param integration the integration's type
     * @param message what was said
     * @param paired the message that Infobip would pair it with, or null
     * @return the whole body
     */
    protected static ObjectNode inbound(
            Message reply, String integration, ObjectNode message, @Nullable Message paired) {
        ObjectNode body = Json.object();
        ObjectNode result = body.putArray("results").addObject();
        if (paired != null) {
            putIfThere(result, "entityId", paired.options().entityId());
            putIfThere(result, "applicationId", paired.options().applicationId());
        }
        result.put("sender", reply.from())
                .put("to", reply.to())
                .put("integrationType", integration)
                .put("receivedAt", Json.time(reply.at()))
                .put("messageId", reply.messageId());
        if (paired != null) {
            result.put("pairedMessageId", paired.messageId());
            putIfThere(result, "callbackData", paired.options().reporting().callbackData());
        }
        result.set("message", message);
        result.set("price", price());
        return body.put("messageCount", 1).put("pendingMessageCount", 0);
    }

    /**
     * Writes the price of a message.
     *
     * @return nothing, in euros
     */
    protected static ObjectNode price() {
        return Json.object().put("pricePerMessage", 0).put("currency", "EUR");
    }

    /**
     * Writes a property that may be absent.
     *
     * @param node where to
     * @param name the property's name
     * @param value its value, or null to leave it out
     */
    protected static void putIfThere(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    /**
     * Chooses a time.
     *
     * @param time the time, or null
     * @param fallback what to take instead
     * @return one of the two
     */
    protected static Instant orElse(@Nullable Instant time, Instant fallback) {
        return time == null ? fallback : time;
    }
}
