package io.chatauth.sandbox.internal.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.message.ChannelReports;
import io.chatauth.sandbox.internal.message.Message;
import io.chatauth.sandbox.internal.message.Said;
import io.chatauth.sandbox.internal.server.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** WhatsApp's webhooks, in the shapes of Infobip's spec. */
public final class WhatsAppReports implements ChannelReports {
    /** The channel's name. */
    public static final String CHANNEL = "WHATSAPP";

    @Override
    public ObjectNode delivery(Message message) {
        ObjectNode body = Json.object();
        ObjectNode result = body.putArray("results").addObject();
        String bulkId = message.options().bulkId();
        result.put("bulkId", bulkId == null ? "" : bulkId);
        result.set("price", price());
        result.set("status", message.status().json());
        result.set("error", message.error().json());
        result.put("messageId", message.messageId());
        result.put("doneAt", Json.time(orElse(message.doneAt(), message.at())));
        result.put("messageCount", 1);
        result.put("sentAt", Json.time(message.at()));
        result.put("to", message.to());
        result.set("contact", contact(message.person()));
        return body;
    }

    /** By the spec's words {@code from} is who saw it, {@code to} the registered WhatsApp number. */
    @Override
    public ObjectNode seen(Message message) {
        ObjectNode body = Json.object();
        ObjectNode result = body.putArray("results")
                .addObject()
                .put("messageId", message.messageId())
                .put("from", message.to())
                .put("to", message.from())
                .put("sentAt", Json.time(message.at()))
                .put("seenAt", Json.time(orElse(message.seenAt(), message.at())));
        putIfThere(result, "applicationId", message.options().applicationId());
        putIfThere(result, "entityId", message.options().entityId());
        result.set("contact", contact(message.person()));
        return body;
    }

    @Override
    public boolean answerable() {
        return true;
    }

    @Override
    public String newId() {
        return "wamid." + ChannelReports.super.newId().replace("-", "");
    }

    @Override
    public ObjectNode inbound(Message reply, Said said, @Nullable Message paired) {
        String payload = said.payload();
        ObjectNode body = Json.object();
        ObjectNode result = body.putArray("results")
                .addObject()
                .put("from", reply.from())
                .put("to", reply.to())
                .put("integrationType", CHANNEL)
                .put("receivedAt", Json.time(reply.at()))
                .put("messageId", reply.messageId());
        if (paired != null) {
            result.put("pairedMessageId", paired.messageId());
            putIfThere(result, "callbackData", paired.options().reporting().callbackData());
            putIfThere(result, "applicationId", paired.options().applicationId());
            putIfThere(result, "entityId", paired.options().entityId());
        }
        ObjectNode message =
                result.putObject("message").put("text", reply.content().text());
        if (payload != null) {
            message.put("payload", payload);
        }
        if (reply.options().replyTo() != null) {
            message.putObject("context")
                    .put("from", reply.from())
                    .put("id", reply.options().replyTo());
        }
        message.put("type", payload == null ? "TEXT" : "BUTTON");
        result.set("price", price());
        result.set("contact", contact(reply.from()));
        return body.put("messageCount", 1).put("pendingMessageCount", 0);
    }

    private static ObjectNode price() {
        return Json.object().put("pricePerMessage", 0).put("currency", "EUR");
    }

    private static ObjectNode contact(String person) {
        return Json.object().put("name", person).put("phoneNumber", person);
    }

    private static void putIfThere(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static Instant orElse(@Nullable Instant time, Instant fallback) {
        return time == null ? fallback : time;
    }
}
