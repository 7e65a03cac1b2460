package io.chatauth.sandbox.internal.zalo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.envelope.EnvelopeReports;
import io.chatauth.sandbox.internal.message.Message;
import io.chatauth.sandbox.internal.message.Options;
import io.chatauth.sandbox.internal.message.Said;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Violations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Zalo's webhooks, in the shapes of Infobip's spec. */
public final class ZaloReports extends EnvelopeReports {
    private static final String SERVICE = "ZALO_NOTIFICATION_SERVICE";
    private static final int PHONE_DIGITS = 15;
    private static final int UID_DIGITS = 19;
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "RESPONSE_BUTTON", List.of("eventName", "buttonType", "buttonText", "trackingId"),
            "FOLLOW", List.of("source"),
            "UNFOLLOW", List.of("source"),
            "USER_SUBMIT_INFO", List.of());
    private static final Set<String> INFO = Set.of("address", "phone", "city", "district", "name", "ward");

    /** Makes the reports. */
    public ZaloReports() {}

    /** In Zalo's own report entity and application stand flat, and the sender is missing. */
    @Override
    public ObjectNode delivery(Message message) {
        Options options = message.options();
        ObjectNode body = super.delivery(message);
        ObjectNode result = (ObjectNode) body.path("results").path(0);
        result.remove(List.of("sender", "platform", "campaignReferenceId"));
        putIfThere(result, "entityId", options.entityId());
        putIfThere(result, "applicationId", options.applicationId());
        result.put("channel", SERVICE);
        return body;
    }

    @Override
    public boolean answerable() {
        return true;
    }

    @Override
    public ObjectNode inbound(Message reply, Said said, @Nullable Message paired) {
        ObjectNode message = Json.object();
        if (said.event() == null) {
            message.put("type", "TEXT").put("text", said.text());
        } else {
            message.setAll(said.event());
            if (message.path("type").asText().equals("RESPONSE_BUTTON") && !message.has("submitTime")) {
                message.put("submitTime", Json.time(reply.at()));
            }
        }
        ObjectNode body = inbound(reply, SERVICE, message, paired);
        ((ObjectNode) body.path("results").path(0)).put("sender", uid(reply.from()));
        return body;
    }

    @Override
    public String event(ObjectNode event) {
        Violations violations = new Violations();
        Fields fields = new Fields(event, "event", violations);
        String type = fields.oneOf("type", REQUIRED.keySet());
        if (type != null) {
            List<String> required = REQUIRED.getOrDefault(type, List.of());
            required.forEach(name -> fields.required(name, Integer.MAX_VALUE));
            event.fieldNames().forEachRemaining(name -> {
                boolean optional = type.equals("USER_SUBMIT_INFO")
                        ? INFO.contains(name)
                        : type.equals("RESPONSE_BUTTON") && name.equals("submitTime");
                if (optional) {
                    fields.required(name, Integer.MAX_VALUE);
                } else if (!name.equals("type") && !required.contains(name)) {
                    fields.reject(name, "is unknown in " + type);
                }
            });
        }
        if (!violations.isEmpty() || type == null) {
            throw new Problem(400, violations.first());
        }
        return switch (type) {
            case "FOLLOW" -> "Followed the account";
            case "UNFOLLOW" -> "Stopped following the account";
            case "RESPONSE_BUTTON" -> event.path("buttonText").asText();
            default ->
                ("Shared " + event.path("name").asText("") + " "
                                + event.path("phone").asText(""))
                        .strip();
        };
    }

    /**
     * Gives the Zalo user's id: people write under it even where they were addressed by their phone number.
     *
     * @param person a user id, or a phone number
     * @return the user id; always the same one for a number
     */
    static String uid(String person) {
        if (person.length() > PHONE_DIGITS) {
            return person;
        }
        UUID hash = UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8));
        String digits = Long.toUnsignedString(hash.getMostSignificantBits()) + "0000000000000000000";
        return "1" + digits.substring(0, UID_DIGITS - 1);
    }
}
