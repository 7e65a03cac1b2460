package io.chatauth.sandbox.internal.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.message.Content;
import io.chatauth.sandbox.internal.message.DeliveryError;
import io.chatauth.sandbox.internal.message.Status;
import io.chatauth.sandbox.internal.server.Endpoint;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import io.chatauth.sandbox.internal.server.Violations;
import io.chatauth.sandbox.internal.whatsapp.Outbox.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** {@code POST /whatsapp/1/message/template}: checks, accepts, and lets the messages arrive or fail by report. */
final class SendEndpoint implements Endpoint {
    private static final int BULK_ID = 100;

    private record Checked(ObjectNode node, Violations violations) {}

    private final TemplateStore templates;
    private final Outbox outbox;
    private final BooleanSupplier inPart;

    SendEndpoint(TemplateStore templates, Outbox outbox, BooleanSupplier inPart) {
        this.templates = templates;
        this.outbox = outbox;
        this.inPart = inPart;
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
            String messageId = Outbox.messageId(checked.node());
            ObjectNode result = Outbox.answer(checked.node(), messageId);
            results.add(result);
            if (checked.violations().isEmpty()) {
                accepted.add(outbox.accept(checked.node(), messageId, bulkId, fate(checked.node())));
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
        return Reply.json(200, answer).then(() -> accepted.forEach(outbox.conversations()::finish));
    }

    private Fate fate(ObjectNode message) {
        JsonNode content = message.path("content");
        Template template = templates.find(
                message.path("from").asText(),
                content.path("templateName").asText(),
                content.path("language").asText());
        if (template == null || !template.status().sendable()) {
            return Fate.failed(DeliveryError.EC_INVALID_TEMPLATE);
        }
        Content rendered = Rendering.render(template, content.path("templateData"));
        return rendered == null ? Fate.failed(DeliveryError.EC_INVALID_TEMPLATE_ARGS) : Fate.of(rendered);
    }

    private static String newBulkId() {
        return Long.toUnsignedString(UUID.randomUUID().getMostSignificantBits());
    }
}
