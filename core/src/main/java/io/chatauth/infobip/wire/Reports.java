package io.chatauth.infobip.wire;

import io.chatauth.MessageStatus;
import io.chatauth.internal.text.Masking;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.util.List;
import java.util.Optional;

/**
 * Reads the items that Infobip posts in a list {@code results}: delivery and seen reports, which look the same on all
 * channels. What people write differs from channel to channel and is read there.
 */
public final class Reports {
    private Reports() {}

    /**
     * Reads what is posted about a channel of which only reports are known. Everything else is passed on as unknown.
     *
     * @param channel the channel's id, for the error
     * @param request the raw request
     * @return an event for each item of {@code results}, in their order
     * @throws io.chatauth.spi.MalformedResponseException if the body is no JSON object
     */
    public static List<InboundEvent> all(String channel, WebhookRequest request) {
        return JsonObject.parse(request.body(), "a webhook of " + channel)
                .objects("results")
                .map(items -> items.stream()
                        .map(item -> read(item).orElseGet(() -> unknown(kindOf(item))))
                        .toList())
                .orElseGet(() -> List.of(unknown("webhook without results")));
    }

    private static String kindOf(JsonObject item) {
        return item.object("message")
                .map(message ->
                        "inbound message of type '" + message.text("type").orElse("") + "'")
                .orElse("result without message, status or seenAt");
    }

    /**
     * Reads an item if it is a report. It is a seen report if it has {@code seenAt}, a delivery report if it has
     * {@code status}.
     *
     * @param item one element of {@code results}
     * @return the report; {@link InboundEvent.Unknown} if it lacks its message id or has a status of an unknown group; empty
     *     if the item is no report
     */
    public static Optional<InboundEvent> read(JsonObject item) {
        if (item.text("seenAt").isPresent()) {
            return Optional.of(event(item, new ReportedStatus(MessageStatus.SEEN, Optional.empty()), "seenAt"));
        }
        if (item.object("status").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ReportedStatus.read(item)
                .map(status -> event(item, status, "doneAt"))
                .orElseGet(() -> unknown("delivery report of status group '"
                        + item.object("status")
                                .flatMap(status -> status.text("groupName"))
                                .orElse("")
                        + "'")));
    }

    /**
     * Makes an event of something that the channel does not know.
     *
     * @param kind what the provider calls it; made harmless for log lines
     * @return the event
     */
    public static InboundEvent unknown(String kind) {
        return new InboundEvent.Unknown(Masking.clean(kind));
    }

    private static InboundEvent event(JsonObject item, ReportedStatus status, String timeField) {
        Optional<String> id = item.text("messageId").filter(text -> !text.isBlank());
        if (id.isEmpty()) {
            return unknown("report without messageId");
        }
        return new InboundEvent.Report(
                id.get(),
                status.status(),
                item.text(timeField).or(() -> item.text("sentAt")).flatMap(Timestamps::parse),
                status.failure());
    }
}
