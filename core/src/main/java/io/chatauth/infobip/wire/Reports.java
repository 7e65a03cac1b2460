package io.chatauth.infobip.wire;

import io.chatauth.MessageStatus;
import io.chatauth.internal.text.Masking;
import io.chatauth.webhook.InboundEvent;
import java.util.Optional;

/**
 * Reads the items that Infobip posts in a list {@code results}: delivery and seen reports, which look the same on all
 * channels. What people write differs from channel to channel and is read there.
 */
public final class Reports {
    private Reports() {}

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
