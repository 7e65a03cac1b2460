package io.chatauth.sandbox.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.webhook.Event;
import io.chatauth.sandbox.internal.webhook.Notice;
import io.chatauth.sandbox.internal.webhook.Webhooks;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What happens between the business and its people: messages arrive, are seen, are answered; the webhooks hear of it. */
public final class Conversations {
    private final MessageStore store;
    private final Map<String, ChannelReports> channels;
    private final Webhooks webhooks;
    private final Clock clock;
    private final Runnable changed;
    private final Set<String> absent = ConcurrentHashMap.newKeySet();
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Identity> identities = new ConcurrentHashMap<>();

    /**
     * Puts the parts together.
     *
     * @param store the messages
     * @param channels how each channel writes its webhooks
     * @param webhooks where reports and replies go
     * @param clock the time
     * @param changed runs after every change
     */
    public Conversations(
            MessageStore store,
            Map<String, ChannelReports> channels,
            Webhooks webhooks,
            Clock clock,
            Runnable changed) {
        this.store = store;
        this.channels = Map.copyOf(channels);
        this.webhooks = webhooks;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * Tells whether a channel is there.
     *
     * @param channel the channel's name
     * @return true if it is
     */
    public boolean knows(String channel) {
        return channels.containsKey(channel);
    }

    /**
     * Gives the webhooks of a channel.
     *
     * @param channel the channel's name
     * @return how it writes them
     */
    public ChannelReports reports(String channel) {
        ChannelReports reports = channels.get(channel);
        if (reports == null) {
            throw new IllegalStateException("no channel " + channel);
        }
        return reports;
    }

    /**
     * Lists messages.
     *
     * @param wanted which ones
     * @return the messages, oldest first
     */
    public List<Message> list(Predicate<Message> wanted) {
        return store.list(wanted);
    }

    /**
     * Decides whether a person has an app. Who has not gets nothing there; at first everybody has all.
     *
     * @param channel the app's channel
     * @param person the person's address
     * @param there whether it is on the phone
     */
    public void reach(String channel, String person, boolean there) {
        String phone = channel + ' ' + person;
        if (there) {
            absent.remove(phone);
        } else {
            absent.add(phone);
        }
    }

    /**
     * Tells whether a person wrote lately.
     *
     * @param channel the channel
     * @param person who
     * @param business to whom
     * @param start since when, exclusively
     * @return true if there is a message
     */
    public boolean wroteSince(String channel, String person, String business, Instant start) {
        return store.newest(message -> !message.toPerson()
                        && message.channel().equals(channel)
                        && message.from().equals(person)
                        && message.to().equals(business)
                        && message.at().isAfter(start))
                != null;
    }

    /**
     * Takes a message that was accepted.
     *
     * @param message the message
     * @return the stored message
     */
    public Message accept(Message message) {
        boolean there = !absent.contains(message.channel() + ' ' + message.to());
        Message stored = store.add(there ? message : message.failing(DeliveryError.EC_UNKNOWN_USER));
        changed.run();
        return stored;
    }

    /**
     * Ends a message's way and reports it, once.
     *
     * @param number the message's number
     */
    public void finish(long number) {
        store.update(
                number,
                message -> message.status() == Status.PENDING_ENROUTE ? message.done(clock.instant()) : null,
                message -> {
                    message.instead(clock.instant()).ifPresent(store::add);
                    if (message.options().reporting().wanted()) {
                        String url = message.options().reporting().deliveryUrl();
                        webhooks.post(notice(
                                message, Event.DELIVERY, url, reports(message).delivery(message.reported())));
                    }
                });
        changed.run();
    }

    /**
     * Notes that the person saw a message, and reports it once. A message that did not arrive can't be seen.
     *
     * @param number the message's number
     */
    public void see(long number) {
        store.update(
                number,
                message -> message.toPerson()
                                && message.status() == Status.DELIVERED_TO_HANDSET
                                && message.seenAt() == null
                        ? message.seen(clock.instant())
                        : null,
                message -> {
                    ObjectNode body = reports(message).seen(message);
                    if (body != null) {
                        String url = message.options().reporting().seenUrl();
                        webhooks.post(notice(message, Event.SEEN, url, body));
                    }
                });
        changed.run();
    }

    /**
     * Lets the person answer. What the person has not read yet is read by that.
     *
     * @param channel the channel
     * @param person who answers
     * @param business whom the answer goes to
     * @param said what is said
     * @param replyTo the id of the message that is quoted, or null
     * @return the stored answer
     */
    public Message reply(String channel, String person, String business, Said said, @Nullable String replyTo) {
        store.list(message -> message.channel().equals(channel)
                        && message.toPerson()
                        && message.to().equals(person)
                        && message.seenAt() == null)
                .forEach(message -> {
                    finish(message.number());
                    see(message.number());
                });
        Message paired = store.newest(message -> message.toPerson()
                && message.channel().equals(channel)
                && message.to().equals(person)
                && message.from().equals(business));
        Message quoted = replyTo == null ? null : store.find(replyTo);
        Message answered = quoted == null ? paired : quoted;
        ChannelReports reports = reports(channel);
        Message reply = store.add(Message.fromPerson(
                reports.newId(),
                channel,
                person,
                business,
                clock.instant(),
                Content.of(said.text()),
                Options.replyTo(
                        replyTo, answered == null ? null : answered.options().trackingData())));
        Said complete = said.by(identities.get(channel + ' ' + person));
        webhooks.post(notice(reply, Event.INBOUND_MESSAGE, null, reports.inbound(reply, complete, paired)));
        changed.run();
        return reply;
    }

    /**
     * Moves a person's account to another device, and tells the business.
     *
     * @param channel the channel
     * @param person whose account
     * @param business who is told
     * @return the new identity, or null where the channel tells nothing of it
     */
    public @Nullable Identity moveAccount(String channel, String person, String business) {
        byte[] hash = new byte[Long.BYTES];
        random.nextBytes(hash);
        Identity identity = new Identity(Base64.getEncoder().encodeToString(hash), clock.instant());
        ObjectNode body = reports(channel).identityChange(person, business, identity);
        if (body == null) {
            return null;
        }
        identities.put(channel + ' ' + person, identity);
        webhooks.post(new Notice(channel, Event.IDENTITY_CHANGE, business, person, Notice.Platform.NONE, null, body));
        return identity;
    }

    /** Forgets whose account moved. */
    public void reset() {
        identities.clear();
        absent.clear();
    }

    private static Notice notice(Message message, Event event, @Nullable String url, ObjectNode body) {
        Options options = message.options();
        return new Notice(
                message.channel(),
                event,
                message.toPerson() ? message.from() : message.to(),
                message.person(),
                new Notice.Platform(options.entityId(), options.applicationId()),
                url,
                body);
    }

    private ChannelReports reports(Message message) {
        return reports(message.channel());
    }
}
