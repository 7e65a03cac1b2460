package io.chatauth.sandbox.internal.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.message.Button;
import io.chatauth.sandbox.internal.message.ChannelReports;
import io.chatauth.sandbox.internal.message.Identity;
import io.chatauth.sandbox.internal.message.Message;
import io.chatauth.sandbox.internal.message.Said;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Violations;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** WhatsApp's webhooks, in the shapes of Infobip's spec. */
public final class WhatsAppReports implements ChannelReports {
    /** The channel's name. */
    public static final String CHANNEL = "WHATSAPP";

    private static final int TEXT = 4096;
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9.]+");
    private static final Set<String> REQUIRED = Set.of("type", "text", "sourceType", "sourceUrl");
    private static final Set<String> REFERRAL = Set.of("sourceId", "headline", "body", "ctwaClickId");

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
        result.set("message", message(reply, said));
        result.set("price", price());
        result.set("contact", contact(reply.from()));
        if (said.identity() != null) {
            result.putObject("identity")
                    .put("acknowledged", false)
                    .put("hash", said.identity().hash())
                    .put("createdAt", Json.time(said.identity().since()));
        }
        return body.put("messageCount", 1).put("pendingMessageCount", 0);
    }

    private static ObjectNode message(Message reply, Said said) {
        ObjectNode message = Json.object();
        Button pressed = said.pressed();
        if (pressed == null) {
            message.put("text", said.text());
        } else if (pressed.kind() == Button.Kind.REPLY) {
            message.put("id", pressed.value()).put("title", pressed.text());
        } else {
            message.put("text", pressed.text()).put("payload", pressed.value());
        }
        if (reply.options().replyTo() != null) {
            message.putObject("context")
                    .put("from", reply.from())
                    .put("id", reply.options().replyTo());
        }
        if (said.event() != null) {
            ObjectNode referral = said.event().deepCopy();
            referral.remove(List.of("type", "text"));
            message.set("referral", referral);
        }
        return message.put(
                "type",
                pressed == null ? "TEXT" : pressed.kind() == Button.Kind.REPLY ? "INTERACTIVE_BUTTON_REPLY" : "BUTTON");
    }

    /** The only event is a text that a person sends after a tap on an advertisement or a post. */
    @Override
    public String event(ObjectNode event) {
        Violations violations = new Violations();
        Fields fields = new Fields(event, "event", violations);
        fields.oneOf("type", Set.of("REFERRAL"));
        String text = fields.required("text", TEXT);
        fields.oneOf("sourceType", Set.of("AD", "POST", "UNKNOWN"));
        fields.required("sourceUrl", TEXT);
        REFERRAL.forEach(name -> fields.text(name, 1, TEXT));
        event.fieldNames().forEachRemaining(name -> {
            if (!REFERRAL.contains(name) && !REQUIRED.contains(name)) {
                fields.reject(name, "is unknown in a referral");
            }
        });
        if (!violations.isEmpty() || text == null) {
            throw new Problem(400, violations.first());
        }
        return text;
    }

    @Override
    public ObjectNode identityChange(String person, String business, Identity identity) {
        ObjectNode body = Json.object().put("from", business);
        body.putObject("content")
                .put("description", "Security code changed.")
                .put("hash", identity.hash())
                .put("type", "user_identity_changed")
                .put(userId(person) ? "userId" : "userNumber", person);
        return body.put("createdAt", Json.time(identity.since()));
    }

    private static ObjectNode price() {
        return Json.object().put("pricePerMessage", 0).put("currency", "EUR");
    }

    /** Who hides the number behind a user name is known by an id only, which the business's account scopes. */
    private static ObjectNode contact(String person) {
        return Json.object().put("name", person).put(userId(person) ? "userId" : "phoneNumber", person);
    }

    private static boolean userId(String person) {
        return USER_ID.matcher(person).matches();
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
