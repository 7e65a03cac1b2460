package io.chatauth.sandbox.internal.message;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in one of its states. Immutable.
 *
 * @param number its place in the order of all messages, given by the store
 * @param messageId its id; a later message may have the same
 * @param channel the channel, for instance {@code WHATSAPP}
 * @param toPerson whether it goes from the business to the person, or back
 * @param from who sent it
 * @param to who gets it
 * @param at when it was accepted or received
 * @param content what it shows
 * @param options what it carries beside
 * @param status where it is
 * @param error why it failed, or will fail as long as it is on its way
 * @param doneAt when it was delivered or failed, or null
 * @param seenAt when it was seen, or null
 */
public record Message(
        long number,
        String messageId,
        String channel,
        boolean toPerson,
        String from,
        String to,
        Instant at,
        Content content,
        Options options,
        Status status,
        DeliveryError error,
        @Nullable Instant doneAt,
        @Nullable Instant seenAt) {
    /** The channel of the SMS that takes the place of a message which failed. */
    public static final String SMS = "SMS";

    /**
     * Makes a message that the business sends.
     *
     * @param messageId its id
     * @param channel the channel
     * @param from the sender
     * @param to the person
     * @param at when it was accepted
     * @param content what it shows
     * @param options what it carries beside
     * @param fate why it will fail, {@link DeliveryError#NO_ERROR} if it will arrive
     * @return the message, on its way
     */
    public static Message toPerson(
            String messageId,
            String channel,
            String from,
            String to,
            Instant at,
            Content content,
            Options options,
            DeliveryError fate) {
        return new Message(
                0, messageId, channel, true, from, to, at, content, options, Status.PENDING_ENROUTE, fate, null, null);
    }

    /**
     * Makes a message that the person sends.
     *
     * @param messageId its id
     * @param channel the channel
     * @param from the person
     * @param to the business
     * @param at when it was received
     * @param content what it says
     * @param options what it carries beside
     * @return the message, delivered
     */
    public static Message fromPerson(
            String messageId, String channel, String from, String to, Instant at, Content content, Options options) {
        return new Message(
                0,
                messageId,
                channel,
                false,
                from,
                to,
                at,
                content,
                options,
                Status.DELIVERED_TO_HANDSET,
                DeliveryError.NO_ERROR,
                at,
                null);
    }

    /**
     * Gives it a place in the order.
     *
     * @param place the place
     * @return the numbered message
     */
    public Message numbered(long place) {
        return new Message(
                place, messageId, channel, toPerson, from, to, at, content, options, status, error, doneAt, seenAt);
    }

    /**
     * Ends its way.
     *
     * @param when when that was
     * @return the delivered or failed message
     */
    public Message done(Instant when) {
        Status end = arrives() ? Status.DELIVERED_TO_HANDSET : Status.UNDELIVERABLE_NOT_DELIVERED;
        return new Message(
                number, messageId, channel, toPerson, from, to, at, content, options, end, error, when, seenAt);
    }

    /**
     * Notes that the person saw it.
     *
     * @param when when that was
     * @return the seen message
     */
    public Message seen(Instant when) {
        return new Message(
                number, messageId, channel, toPerson, from, to, at, content, options, status, error, doneAt, when);
    }

    /**
     * Lets it fail.
     *
     * @param why why; unless it fails already
     * @return a message that will not arrive
     */
    public Message failing(DeliveryError why) {
        DeliveryError fate = arrives() ? why : error;
        return new Message(
                number, messageId, channel, toPerson, from, to, at, content, options, status, fate, doneAt, seenAt);
    }

    /**
     * Gives the SMS that takes the place of a message which failed.
     *
     * @param when when it arrives
     * @return the delivered SMS; empty if the message arrived, or came without an SMS for this case
     */
    public Optional<Message> instead(Instant when) {
        Options.Sms sms = options.sms();
        return arrives() || sms == null
                ? Optional.empty()
                : Optional.of(toPerson(
                                UUID.randomUUID().toString(),
                                SMS,
                                sms.sender(),
                                sms.to(),
                                when,
                                Content.of(sms.text()),
                                Options.replyTo(null, null),
                                DeliveryError.NO_ERROR)
                        .done(when));
    }

    /**
     * Gives the message as a report tells of it: of several steps it tells of the last one.
     *
     * @return the message itself; delivered, if an SMS took its place
     */
    public Message reported() {
        return doneAt == null || arrives() || options.sms() == null
                ? this
                : new Message(
                        number,
                        messageId,
                        channel,
                        toPerson,
                        from,
                        to,
                        at,
                        content,
                        options,
                        Status.DELIVERED_TO_HANDSET,
                        DeliveryError.NO_ERROR,
                        doneAt,
                        seenAt);
    }

    /**
     * Tells whether it is or will be on the phone.
     *
     * @return false if it failed or will fail
     */
    public boolean arrives() {
        return error == DeliveryError.NO_ERROR;
    }

    /**
     * Tells who is at the phone.
     *
     * @return the person's address
     */
    public String person() {
        return toPerson ? to : from;
    }

    /**
     * Tells where it is, in one word.
     *
     * @return {@code SEEN}, or the name of the status group
     */
    public String state() {
        return seenAt != null ? "SEEN" : status.groupName();
    }
}
