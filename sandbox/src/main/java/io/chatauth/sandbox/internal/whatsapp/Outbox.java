package io.chatauth.sandbox.internal.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.message.Content;
import io.chatauth.sandbox.internal.message.Conversations;
import io.chatauth.sandbox.internal.message.DeliveryError;
import io.chatauth.sandbox.internal.message.Message;
import io.chatauth.sandbox.internal.message.Options;
import io.chatauth.sandbox.internal.message.Options.Reporting;
import io.chatauth.sandbox.internal.message.Status;
import io.chatauth.sandbox.internal.server.Json;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes messages that obey the rules: gives them an id, keeps them, and says what becomes of them. */
final class Outbox {
    /**
     * What becomes of a message.
     *
     * @param content what the phone shows
     * @param error why it will fail, or that it won't
     */
    record Fate(Content content, DeliveryError error) {
        static Fate of(Content content) {
            return new Fate(content, DeliveryError.NO_ERROR);
        }

        static Fate failed(DeliveryError error) {
            return new Fate(Content.NONE, error);
        }
    }

    private final Conversations conversations;
    private final Set<String> senders;
    private final Clock clock;

    /** Takes an empty set of senders for: any. */
    Outbox(Conversations conversations, Set<String> senders, Clock clock) {
        this.conversations = conversations;
        this.senders = senders;
        this.clock = clock;
    }

    Conversations conversations() {
        return conversations;
    }

    boolean knows(String sender) {
        return senders.isEmpty() || senders.contains(sender);
    }

    static String messageId(ObjectNode message) {
        String given = message.path("messageId").asText("");
        return given.isEmpty() ? UUID.randomUUID().toString() : given;
    }

    /** Describes an accepted message as its answer does. */
    static ObjectNode answer(ObjectNode message, String messageId) {
        ObjectNode answer = Json.object()
                .put("to", message.path("to").asText(""))
                .put("messageCount", 1)
                .put("messageId", messageId);
        answer.set("status", Status.PENDING_ENROUTE.json());
        return answer;
    }

    /** Keeps a message and gives its number. */
    long accept(ObjectNode message, String messageId, @Nullable String bulkId, Fate fate) {
        String from = message.path("from").asText();
        Fate end = knows(from) ? fate : Fate.failed(DeliveryError.EC_SENDER_NOT_REGISTERED);
        String notifyUrl = text(message, "notifyUrl");
        Options options = new Options(
                new Reporting(notifyUrl, notifyUrl, true, text(message, "callbackData")),
                bulkId,
                text(message, "entityId"),
                text(message, "applicationId"),
                null,
                null,
                text(message.path("context"), "replyToMessageId"),
                sms(message.path("smsFailover"), message.path("to").asText()));
        return conversations
                .accept(Message.toPerson(
                        messageId,
                        WhatsAppReports.CHANNEL,
                        from,
                        message.path("to").asText(),
                        clock.instant(),
                        end.content(),
                        options,
                        end.error()))
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
}
