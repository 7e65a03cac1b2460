package io.chatauth.sandbox.internal.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** The send endpoint of a channel with the common envelope: checks, accepts, and lets the messages arrive or fail. */
public final class EnvelopeEndpoint implements Endpoint {
    /**
     * What all these endpoints work with.
     *
     * @param conversations where accepted messages go
     * @param senders the account's senders, empty for any
     * @param inPart whether a bad message in a batch is refused alone
     * @param clock the time
     */
    public record Shared(Conversations conversations, Set<String> senders, BooleanSupplier inPart, Clock clock) {}

    private record Checked(ObjectNode node, Violations violations) {}

    private final Dialect dialect;
    private final Shared shared;

    /**
     * Serves a channel.
     *
     * @param dialect what the channel adds
     * @param shared what all these endpoints work with
     */
    public EnvelopeEndpoint(Dialect dialect, Shared shared) {
        this.dialect = dialect;
        this.shared = shared;
    }

    @Override
    public Reply handle(Request request) {
        ObjectNode body = request.object("");
        Violations violations = new Violations();
        Fields fields = Fields.indexed(body, "", violations);
        Fields options = fields.object("options");
        if (options != null) {
            EnvelopeRules.checkRequest(options, dialect);
        }
        List<Checked> messages = messages(fields);
        violations.refuseIfAny();
        boolean anyGood =
                messages.stream().anyMatch(message -> message.violations().isEmpty());
        if (!anyGood || !shared.inPart().getAsBoolean()) {
            messages.forEach(message -> violations.addAll(message.violations()));
            violations.refuseIfAny();
        }
        String bulkId = text(body.path("options").path("schedule"), "bulkId");
        return accept(messages, bulkId == null ? UUID.randomUUID().toString() : bulkId);
    }

    private List<Checked> messages(Fields body) {
        List<Checked> messages = new ArrayList<>();
        for (Fields message : body.requiredObjects("messages", 1, Integer.MAX_VALUE)) {
            Checked checked = new Checked(message.node(), new Violations());
            String path = "messages[" + messages.size() + "]";
            EnvelopeRules.check(Fields.indexed(message.node(), path, checked.violations()), dialect);
            messages.add(checked);
        }
        return messages;
    }

    private Reply accept(List<Checked> messages, String bulkId) {
        ObjectNode answer = Json.object().put("bulkId", bulkId);
        ArrayNode results = answer.putArray("messages");
        List<Long> accepted = new ArrayList<>();
        for (Checked checked : messages) {
            for (JsonNode destination : checked.node().path("destinations")) {
                String given = text(destination, "messageId");
                String messageId = given == null ? UUID.randomUUID().toString() : given;
                ObjectNode result = results.addObject().put("messageId", messageId);
                if (checked.violations().isEmpty()) {
                    String to = destination.path("to").asText();
                    accepted.add(store(checked.node(), to, messageId, bulkId));
                    result.set("status", dialect.accepted().json());
                } else {
                    result.set(
                            "status",
                            Status.REJECTED_VALIDATION_FAILED
                                    .json()
                                    .put("description", checked.violations().first()));
                }
                result.put("destination", destination.path("to").asText(""));
            }
        }
        return Reply.json(200, answer).then(() -> accepted.forEach(shared.conversations()::finish));
    }

    private long store(ObjectNode node, String to, String messageId, String bulkId) {
        String sender = node.path("sender").asText();
        Dialect.Played played = shared.senders().isEmpty() || shared.senders().contains(sender)
                ? dialect.play(sender, to, (ObjectNode) node.path("content"))
                : Dialect.Played.not(DeliveryError.EC_SENDER_NOT_REGISTERED);
        Message message = Message.toPerson(
                messageId,
                dialect.channel(),
                sender,
                to,
                shared.clock().instant(),
                played.content(),
                options(node, bulkId, to),
                played.error());
        return shared.conversations().accept(message).number();
    }

    private static Options options(ObjectNode node, String bulkId, String to) {
        JsonNode webhooks = node.path("webhooks");
        JsonNode options = node.path("options");
        return new Options(
                new Reporting(
                        text(webhooks.path("delivery"), "url"),
                        text(webhooks.path("seen"), "url"),
                        webhooks.path("delivery").path("notify").asBoolean(true),
                        text(webhooks, "callbackData")),
                bulkId,
                text(options.path("platform"), "entityId"),
                text(options.path("platform"), "applicationId"),
                text(options, "campaignReferenceId"),
                text(options, "trackingData"),
                null,
                sms(options.path("smsFailover"), to));
    }

    private static Options.@Nullable Sms sms(JsonNode failover, String to) {
        String text = text(failover, "text");
        if (text == null) {
            return null;
        }
        String number = to;
        for (JsonNode pair : failover.path("destinationMatching")) {
            number = pair.path("initial").asText().equals(to)
                    ? pair.path("failover").asText()
                    : number;
        }
        return new Options.Sms(failover.path("sender").asText(""), number, text);
    }

    private static @Nullable String text(JsonNode node, String name) {
        String text = node.path(name).asText("");
        return text.isEmpty() ? null : text;
    }
}
