package io.chatauth.sandbox.internal.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.message.Content;
import io.chatauth.sandbox.internal.message.Conversations;
import io.chatauth.sandbox.internal.message.DeliveryError;
import io.chatauth.sandbox.internal.message.Message;
import io.chatauth.sandbox.internal.message.Options;
import io.chatauth.sandbox.internal.message.Options.Reporting;
import io.chatauth.sandbox.internal.message.Status;
import io.chatauth.sandbox.internal.server.Endpoint;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import io.chatauth.sandbox.internal.server.Violations;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** {@code POST /whatsapp/1/message/template}: checks, accepts, and lets the messages arrive or fail by report. */
final class SendEndpoint implements Endpoint {
    private static final int BULK_ID = 100;

    private record Checked(ObjectNode node, Violations violations) {}

    private final TemplateStore templates;
    private final Conversations conversations;
    private final Set<String> senders;
    private final BooleanSupplier inPart;
    private final Clock clock;

    /** Takes an empty set of senders for: any. */
    SendEndpoint(
            TemplateStore templates,
            Conversations conversations,
            Set<String> senders,
            BooleanSupplier inPart,
            Clock clock) {
        this.templates = templates;
        this.conversations = conversations;
        this.senders = senders;
        this.inPart = inPart;
        this.clock = clock;
    }

    @Override
    public Reply handle(Request request) {
        ObjectNode body = request.object("");
        Violations violations = new Violations();
        Fields fields = new Fields(body, "", violations);
        String bulkId = fields.text("bulkId", 0, BULK_ID);
        List<Checked> messages = messages(body, violations);
        violations.refuseIfAny();
        boolean anyGood =
                messages.stream().anyMatch(message -> message.violations().isEmpty());
        if (!anyGood || !inPart.getAsBoolean()) {
            messages.forEach(message -> violations.addAll(message.violations()));
            violations.refuseIfAny();
        }
        return accept(messages, messages.size() < 2 ? null : bulkId == null || bulkId.isEmpty() ? newBulkId() : bulkId);
    }

    private static List<Checked> messages(ObjectNode body, Violations violations) {
        JsonNode array = body.get("messages");
        if (!(array instanceof ArrayNode) || array.isEmpty()) {
            violations.add("messages", "must not be empty");
            return List.of();
        }
        List<Checked> messages = new ArrayList<>();
        for (JsonNode element : array) {
            if (!(element instanceof ObjectNode node)) {
                violations.add("messages", "must contain objects only");
                return List.of();
            }
            Checked checked = new Checked(node, new Violations());
            MessageRules.check(new Fields(node, "", checked.violations()));
            messages.add(checked);
        }
        return messages;
    }

    private Reply accept(List<Checked> messages, @Nullable String bulkId) {
        ObjectNode answer = Json.object();
        ArrayNode results = answer.putArray("messages");
        List<Long> accepted = new ArrayList<>();
        for (Checked checked : messages) {
            String given = checked.node().path("messageId").asText("");
            String messageId = given.isEmpty() ? UUID.randomUUID().toString() : given;
            ObjectNode result = results.addObject()
                    .put("to", checked.node().path("to").asText(""))
                    .put("messageCount", 1)
                    .put("messageId", messageId);
            if (checked.violations().isEmpty()) {
                accepted.add(store(checked.node(), messageId, bulkId));
                result.set("status", Status.PENDING_ENROUTE.json());
            } else {
                result.set(
                        "status",
                        Status.REJECTED_VALIDATION_FAILED
                                .json()
                                .put("description", checked.violations().first()));
            }
        }
        if (bulkId != null) {
            answer.put("bulkId", bulkId);
        }
        return Reply.json(200, answer).then(() -> accepted.forEach(conversations::finish));
    }

    private long store(ObjectNode node, String messageId, @Nullable String bulkId) {
        String from = node.path("from").asText();
        JsonNode content = node.path("content");
        Content rendered = null;
        DeliveryError error;
        if (!senders.isEmpty() && !senders.contains(from)) {
            error = DeliveryError.EC_SENDER_NOT_REGISTERED;
        } else {
            Template template = templates.find(
                    from,
                    content.path("templateName").asText(),
                    content.path("language").asText());
            if (template == null || !template.status().sendable()) {
                error = DeliveryError.EC_INVALID_TEMPLATE;
            } else {
                rendered = Rendering.render(template, content.path("templateData"));
                error = rendered == null ? DeliveryError.EC_INVALID_TEMPLATE_ARGS : DeliveryError.NO_ERROR;
            }
        }
        String notifyUrl = text(node, "notifyUrl");
        Options options = new Options(
                new Reporting(notifyUrl, notifyUrl, true, text(node, "callbackData")),
                bulkId,
                text(node, "entityId"),
                text(node, "applicationId"),
                null,
                null,
                text(node.path("context"), "replyToMessageId"),
                sms(node.path("smsFailover"), node.path("to").asText()));
        return conversations
                .accept(Message.toPerson(
                        messageId,
                        WhatsAppReports.CHANNEL,
                        from,
                        node.path("to").asText(),
                        clock.instant(),
                        rendered == null ? Content.NONE : rendered,
                        options,
                        error))
                .number();
    }

    private static Options.@Nullable Sms sms(JsonNode failover, String to) {
        String text = text(failover, "text");
        return text == null ? null : new Options.Sms(failover.path("from").asText(), to, text);
    }

    private static @Nullable String text(JsonNode node, String name) {
        String text = node.path(name).asText("");
        return text.isEmpty() ? null : text;
    }

    private static String newBulkId() {
        return Long.toUnsignedString(UUID.randomUUID().getMostSignificantBits());
    }
}
