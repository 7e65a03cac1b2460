package io.chatauth.infobip.wire;

import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.OutboundMessage.SmsFailover;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The body of a send request that Viber, LINE, KakaoTalk and Zalo share: <code>{"messages":[{"sender":…,
 * "destinations":[{"to":…,"messageId":…}],"content":{…},"options":{…},"webhooks":{…}}],"options":{…}}</code>. One
 * {@link OutboundMessage} is one element of {@code messages}. A channel adds its content and its own options; what a message
 * does not ask for is left out. Immutable, and safe for use by many threads if what it was made from is.
 */
public final class Envelope {
    /** The shortest validity that is asked for. The schemas name no bound; those of SMS and OMNI begin here. */
    private static final long LEAST_SECONDS = 30;

    /** The longest validity, 48 hours; a longer one would be cut to it. Source: schema {@code ValidityPeriod}. */
    private static final long MOST_SECONDS = Duration.ofDays(2).toSeconds();

    private final BiConsumer<JsonWriter, OutboundMessage> content;
    private final BiConsumer<JsonWriter, OutboundMessage> messageOptions;
    private final Consumer<JsonWriter> requestOptions;
    private final boolean seenReports;

    private Envelope(
            BiConsumer<JsonWriter, OutboundMessage> content,
            BiConsumer<JsonWriter, OutboundMessage> messageOptions,
            Consumer<JsonWriter> requestOptions,
            boolean seenReports) {
        this.content = content;
        this.messageOptions = messageOptions;
        this.requestOptions = requestOptions;
        this.seenReports = seenReports;
    }

    /**
     * Begins an envelope.
     *
     * @param content writes the fields of a message's {@code content}, {@code type} among them
     * @return an envelope without options of its own
     */
    public static Envelope of(BiConsumer<JsonWriter, OutboundMessage> content) {
        return new Envelope(Objects.requireNonNull(content, "content"), (out, message) -> {}, out -> {}, false);
    }

    /**
     * Adds options to each message, after those that all channels have: {@code validityPeriod} and {@code smsFailover}.
     *
     * @param fields writes the fields, possibly none
     * @return a copy with the options
     */
    public Envelope messageOptions(BiConsumer<JsonWriter, OutboundMessage> fields) {
        return new Envelope(content, messageOptions.andThen(fields), requestOptions, seenReports);
    }

    /**
     * Adds options to the whole request. They are the same for all messages of a batch.
     *
     * @param fields writes the fields, possibly none
     * @return a copy with the options
     */
    public Envelope requestOptions(Consumer<JsonWriter> fields) {
        return new Envelope(content, messageOptions, requestOptions.andThen(fields), seenReports);
    }

    /**
     * Keeps links as they are. By default they are replaced by short ones on another domain, which logs who opens them, and
     * whoever holds a login link may use it. Only for channels whose request has {@code options.tracking}.
     *
     * @return a copy that has links neither shortened nor tracked
     */
    public Envelope untracked() {
        return requestOptions(options -> options.object(
                "tracking", tracking -> tracking.flag("shortenUrl", false).flag("trackClicks", false)));
    }

    /**
     * Asks for seen reports at the URL of delivery reports. Only for channels that have them.
     *
     * @return a copy that asks for them
     */
    public Envelope seenReports() {
        return new Envelope(content, messageOptions, requestOptions, true);
    }

    /**
     * Writes the body.
     *
     * @param context the messages, and the time from which their validity is counted
     * @return the JSON in UTF-8
     */
    public byte[] write(EncodeContext context) {
        return JsonWriter.write(body -> body.objects(
                        "messages", context.messages(), (out, message) -> message(out, message, context.now()))
                .objectIfAny("options", requestOptions));
    }

    private void message(JsonWriter out, OutboundMessage message, Instant now) {
        out.text("sender", message.sender())
                .objects(
                        "destinations",
                        List.of(message),
                        (destination, same) ->
                                destination.text("to", same.to().withoutPlus()).text("messageId", same.id()))
                .object("content", fields -> content.accept(fields, message))
                .objectIfAny("options", options -> {
                    times(options, message, now);
                    messageOptions.accept(options, message);
                })
                .objectIfAny("webhooks", webhooks -> webhooks(webhooks, message));
    }

    /**
     * What is left of the message's time. With an SMS to follow, the channel has as long as the SMS leaves it and half of the
     * time at most, so that the SMS comes while its code still counts; the SMS has the rest.
     */
    private static void times(JsonWriter out, OutboundMessage message, Instant now) {
        Optional<SmsFailover> sms = message.smsFailover();
        Optional<Long> left =
                message.expiresAt().map(at -> Duration.between(now, at).toSeconds());
        Optional<Long> own = left.map(all ->
                sms.map(one -> Math.min(one.after().toSeconds(), all / 2)).orElse(all));
        own.ifPresent(seconds -> validity(out, seconds));
        sms.ifPresent(one -> out.object("smsFailover", fields -> {
            fields.text("sender", one.sender()).text("text", one.text());
            left.ifPresent(all -> validity(fields, all - own.orElse(all)));
        }));
    }

    /** Within what the API takes. */
    private static void validity(JsonWriter out, long wished) {
        long seconds = Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, wished));
        out.object("validityPeriod", period -> period.number("amount", seconds).text("timeUnit", "SECONDS"));
    }

    private void webhooks(JsonWriter out, OutboundMessage message) {
        message.notifyUrl()
                .ifPresent(url -> out.object(
                        "delivery",
                        delivery -> delivery.text("url", url.toString()).flag("intermediateReport", true)));
        message.callbackData().ifPresent(text -> out.text("callbackData", text));
        if (seenReports) {
            message.notifyUrl().ifPresent(url -> out.object("seen", seen -> seen.text("url", url.toString())));
        }
    }
}
