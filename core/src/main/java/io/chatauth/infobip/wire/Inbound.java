package io.chatauth.infobip.wire;

import io.chatauth.Address;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.WireRequest;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Reads what Infobip posts about the channels of the common {@link Envelope}: a list {@code results} of inbound messages
 * and reports. An inbound message has {@code message}, and its writer in {@code sender}; what stands in {@code message} is
 * the channel's own.
 */
public final class Inbound {
    private static final Pattern PHONE = Pattern.compile("\\+?([1-9][0-9]{4,14})");
    private static final int LONGEST_ADDRESS = 150;
    private static final int MOST_REPORTS = 1000;

    private Inbound() {}

    /**
     * Reads a webhook.
     *
     * @param channel what the channel is called, for errors
     * @param request the webhook
     * @param reader reads an inbound message, given the whole element and its {@code message}
     * @return the events, one for each element; {@link InboundEvent.Unknown} for what is neither message nor report
     * @throws io.chatauth.spi.MalformedResponseException if the body is no JSON object
     */
    public static List<InboundEvent> read(
            String channel, WebhookRequest request, BiFunction<JsonObject, JsonObject, InboundEvent> reader) {
        return read(JsonObject.parse(request.body(), "a webhook of " + channel), reader);
    }

    /**
     * Reads a webhook of a channel over which nobody can answer.
     *
     * @param channel what the channel is called, for errors
     * @param request the webhook
     * @return the events, one for each element; {@link InboundEvent.Unknown} for inbound messages, by their type
     * @throws io.chatauth.spi.MalformedResponseException if the body is no JSON object
     */
    public static List<InboundEvent> readReports(String channel, WebhookRequest request) {
        return read(
                channel,
                request,
                (item, message) -> Reports.unknown(
                        "inbound message of type '" + message.text("type").orElse("") + "'"));
    }

    /**
     * Asks for delivery reports, up to the 1000 that one answer holds. Each is handed out once. The answer has the form of a
     * webhook.
     *
     * @param channel what the channel is called, for errors
     * @param path where its reports are, such as {@code /viber/2/reports}
     * @return the exchange; its decoder gives one event for each report, and throws
     *     {@link io.chatauth.spi.MalformedResponseException} if the body is no JSON object
     */
    public static Exchange<List<InboundEvent>> poll(String channel, String path) {
        return new Exchange<>(
                WireRequest.get(path + "?limit=" + MOST_REPORTS),
                response -> read(
                        JsonObject.parse(response.body(), "the reports of " + channel),
                        (item, message) -> Reports.unknown("message among reports")));
    }

    private static List<InboundEvent> read(JsonObject body, BiFunction<JsonObject, JsonObject, InboundEvent> reader) {
        return body.objects("results")
                .map(items -> items.stream().map(item -> event(item, reader)).toList())
                .orElseGet(() -> List.of(Reports.unknown(body.text("event").orElse("webhook without results"))));
    }

    private static InboundEvent event(JsonObject item, BiFunction<JsonObject, JsonObject, InboundEvent> reader) {
        return item.object("message")
                .map(message -> reader.apply(item, message))
                .or(() -> Reports.read(item))
                .orElseGet(() -> Reports.unknown("result without message, status or seenAt"));
    }

    /**
     * Makes an event of a text that a person wrote. There is neither payload nor quote: what Infobip pairs it with
     * ({@code pairedMessageId}) is a guess.
     *
     * @param item the element of {@code results}
     * @param message its {@code message}
     * @param from the writer, as {@link #phone} or {@link #userId} reads it
     * @return the reply; {@link InboundEvent.Unknown} if the text, the message id or the writer is missing
     */
    public static InboundEvent text(JsonObject item, JsonObject message, Optional<Address> from) {
        Optional<String> id = item.text("messageId").filter(value -> !value.isBlank());
        Optional<String> text = message.text("text");
        if (id.isEmpty() || from.isEmpty() || text.isEmpty()) {
            return Reports.unknown(
                    "TEXT without " + (id.isEmpty() ? "messageId" : from.isEmpty() ? "a readable sender" : "text"));
        }
        return new InboundEvent.Reply(
                id.get(),
                from.get(),
                item.text("to").orElse(""),
                text,
                Optional.empty(),
                Optional.empty(),
                item.text("receivedAt").flatMap(Timestamps::parse));
    }

    /**
     * Reads the writer where people are known by their phone number.
     *
     * @param item the element of {@code results}
     * @return the number; empty if {@code sender} is none
     */
    public static Optional<Address> phone(JsonObject item) {
        return phone(item, "sender");
    }

    /**
     * Reads a phone number.
     *
     * @param object where it stands
     * @param field in which field: digits with their country code, with or without a plus
     * @return the number; empty if there is none of that form
     */
    public static Optional<Address> phone(JsonObject object, String field) {
        return object.text(field)
                .map(PHONE::matcher)
                .filter(number -> number.matches())
                .map(number -> Address.phone("+" + number.group(1)));
    }

    /**
     * Reads the writer where people are known by an id of the channel's own, even if it is made of digits only.
     *
     * @param item the element of {@code results}
     * @return the id; empty if {@code sender} is missing, blank or longer than 150 characters
     */
    public static Optional<Address> userId(JsonObject item) {
        return item.text("sender")
                .filter(id -> !id.isBlank() && id.length() <= LONGEST_ADDRESS)
                .map(Address::userId);
    }
}
