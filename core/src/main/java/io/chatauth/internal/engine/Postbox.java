package io.chatauth.internal.engine;

import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.MessageStatus;
import io.chatauth.Receipt;
import io.chatauth.StoreException;
import io.chatauth.event.ChatAuthEvent.DeliveryFailed;
import io.chatauth.event.ChatAuthEvent.MessageMoved;
import io.chatauth.internal.decoy.Course;
import io.chatauth.internal.decoy.Decoys;
import io.chatauth.internal.decoy.Pretence;
import io.chatauth.internal.dispatch.Permit;
import io.chatauth.internal.dispatch.Shipment;
import io.chatauth.spi.Channel;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands stored messages to the dispatcher, keeps their leases, and writes down what became of them. */
final class Postbox implements AutoCloseable {
    /** For how long a stored message belongs to the node that will send it, unless it renews. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Postbox.class);
    private static final Duration RENEW_BEFORE = Duration.ofSeconds(30);

    private final Parts parts;
    private final Ledger ledger;
    private final Windows windows;
    private final TemplateFailures templateFailures;
    private final Decoys decoys;
    private final Pretence pretence;
    private final Map<String, Parcel> waiting = new ConcurrentHashMap<>();
    private volatile Predicate<ChallengeRecord> instead = failed -> false;

    Postbox(
            Parts parts,
            Ledger ledger,
            Windows windows,
            TemplateFailures templateFailures,
            Decoys decoys,
            Pretence pretence) {
        this.parts = parts;
        this.ledger = ledger;
        this.windows = windows;
        this.templateFailures = templateFailures;
        this.decoys = decoys;
        this.pretence = pretence;
    }

    /** Says what is asked when a message of an open challenge failed: whether another one goes out instead. */
    void onFailure(Predicate<ChallengeRecord> another) {
        instead = another;
    }

    /** Sends a stored message; the future tells the provider's answer and never completes exceptionally. */
    CompletableFuture<Receipt> send(
            Permit permit,
            ChallengeRecord challenge,
            ChannelId channelId,
            Channel channel,
            OutboundMessage message,
            Instant leasedUntil) {
        return send(permit, challenge, channelId, channel, message, leasedUntil, decoys.is(challenge));
    }

    /** The same where it is known whether the challenge is a decoy. */
    CompletableFuture<Receipt> send(
            Permit permit,
            ChallengeRecord challenge,
            ChannelId channelId,
            Channel channel,
            OutboundMessage message,
            Instant leasedUntil,
            boolean decoy) {
        Parcel parcel = new Parcel(challenge.id(), channelId, channel, message, leasedUntil, decoy);
        waiting.put(message.id(), parcel);
        if (decoy) {
            permit.close();
            pretend(challenge, parcel);
        } else {
            parts.dispatcher().submit(permit, parcel);
        }
        return parcel.accepted;
    }

    /** Nothing leaves; what would have become of it is written down alike. */
    private void pretend(ChallengeRecord challenge, Parcel parcel) {
        String messageId = parcel.message.id();
        Course course = Course.of(parts.keys(), challenge.codeKeyId(), messageId);
        Receipt receipt = new Receipt.Accepted(messageId, Optional.empty());
        if (!pretence.after(course.acceptedAfter(), () -> parcel.settled(receipt))) {
            parcel.left();
        }
    }

    /** Tells whether this node is about to send the message. */
    boolean holds(String messageId) {
        return waiting.containsKey(messageId);
    }

    /** Takes the messages of an ended challenge out of the queue, before they are encoded. */
    void forget(ChallengeRecord challenge) {
        challenge.messages().forEach(message -> {
            Parcel parcel = waiting.get(message.id());
            if (parcel != null) {
                parcel.wanted = false;
            }
        });
    }

    /** Leaves what is only pretended to another node, and tells those who wait for it. */
    @Override
    public void close() {
        pretence.close();
        waiting.values().forEach(Parcel::left);
    }

    /** Renews the leases of messages that wait long. */
    void renewLeases() {
        Instant now = parts.clock().instant();
        for (Parcel parcel : waiting.values()) {
            if (parcel.leasedUntil.minus(RENEW_BEFORE).isBefore(now)) {
                Instant until = now.plus(LEASE);
                Applied applied = parts.store()
                        .apply(parcel.challenge, new Transition.Lease(now, parcel.message.id(), parts.node(), until));
                if (applied.won()) {
                    parcel.leasedUntil = until;
                } else {
                    parcel.wanted = false;
                }
            }
        }
    }

    /** Moves a stored message on and tells listeners, if it was news; a decoy is no news. */
    boolean move(
            ChallengeId challenge,
            String messageId,
            MessageStatus status,
            Optional<DeliveryFailure> failure,
            Optional<String> providerId) {
        Transition.MessageUpdate update =
                new Transition.MessageUpdate(parts.clock().instant(), messageId, status, failure, providerId);
        Applied applied = parts.store().apply(challenge, update);
        if (applied.won() && !decoys.is(applied.challenge().orElseThrow())) {
            tell(applied.challenge().orElseThrow(), update, Optional.empty());
        }
        return applied.challenge().isPresent();
    }

    /** Tells that a message of a real challenge moved, and draws what follows from it. */
    private void tell(ChallengeRecord after, Transition.MessageUpdate update, Optional<String> shownText) {
        Optional<DeliveryFailure> failure = update.failure();
        parts.events().tell(() -> moved(after, update, shownText));
        failure.ifPresent(why -> follow(after, update, why));
    }

    private MessageMoved moved(ChallengeRecord after, Transition.MessageUpdate update, Optional<String> shownText) {
        Whom whom = Whom.of(parts, after);
        return new MessageMoved(
                update.at(),
                after.tenant(),
                after.id(),
                update.messageId(),
                after.message(update.messageId()).orElseThrow().channel(),
                update.status(),
                update.failure(),
                whom.recipient(),
                whom.country(),
                shownText);
    }

    private void follow(ChallengeRecord after, Transition.MessageUpdate update, DeliveryFailure why) {
        ChannelId channel = after.message(update.messageId()).orElseThrow().channel();
        templateFailures.told(after, channel, why);
        if (why.reason() == FailureReason.WINDOW_CLOSED && after.payload().isPresent()) {
            Content content = ledger.content(after).on(channel);
            windows.close(channel, content.sender(), content.to());
        }
        boolean open = !Ledger.stateAt(after, update.at()).ended();
        if (open && !instead.test(after) && Ledger.allFailed(after)) {
            parts.events().tell(new DeliveryFailed(update.at(), after.tenant(), after.id(), why));
        }
    }

    private final class Parcel implements Shipment {
        private final ChallengeId challenge;
        private final ChannelId channelId;
        private final Channel channel;
        private final OutboundMessage message;
        private final boolean decoy;
        private final CompletableFuture<Receipt> accepted = new CompletableFuture<>();
        private volatile Instant leasedUntil;
        private volatile boolean wanted = true;

        Parcel(
                ChallengeId challenge,
                ChannelId channelId,
                Channel channel,
                OutboundMessage message,
                Instant leasedUntil,
                boolean decoy) {
            this.decoy = decoy;
            this.challenge = challenge;
            this.channelId = channelId;
            this.channel = channel;
            this.message = message;
            this.leasedUntil = leasedUntil;
        }

        @Override
        public ChannelId channelId() {
            return channelId;
        }

        @Override
        public Channel channel() {
            return channel;
        }

        @Override
        public OutboundMessage message() {
            return message;
        }

        @Override
        public Instant deadline() {
            return message.expiresAt().orElse(Instant.MAX);
        }

        @Override
        public boolean wanted() {
            return wanted;
        }

        @Override
        public void settled(Receipt receipt) {
            try {
                receipt.fold(
                        taken -> {
                            moved(MessageStatus.ACCEPTED, Optional.empty(), taken.providerId());
                            taken.providerId().ifPresent(id -> remember(channelId, id));
                            return true;
                        },
                        refused -> refused.failure().reason() == FailureReason.NOT_NEEDED
                                || moved(MessageStatus.FAILED, Optional.of(refused.failure()), Optional.empty()));
                if (!MessageIds.carriesChallenge(message.id(), challenge)) {
                    remember(channelId, message.id());
                }
            } catch (StoreException e) {
                LOG.error("What became of message {} could not be stored: {}", message.id(), e.getMessage());
            } finally {
                waiting.remove(message.id());
                accepted.complete(receipt);
            }
        }

        /** Unlike what is reported of a message later, this needs no look at whether it is a decoy's. */
        private boolean moved(MessageStatus status, Optional<DeliveryFailure> failure, Optional<String> providerId) {
            Transition.MessageUpdate update =
                    new Transition.MessageUpdate(parts.clock().instant(), message.id(), status, failure, providerId);
            Applied applied = parts.store().apply(challenge, update);
            if (applied.won() && !decoy) {
                tell(applied.challenge().orElseThrow(), update, failure.isPresent() ? Optional.empty() : shownText());
            }
            return applied.challenge().isPresent();
        }

        private Optional<String> shownText() {
            String keyId = parts.keys().activeId();
            return parts.events().heard()
                    ? Optional.of(keyId + "." + ShownText.digest(parts.keys(), keyId, message.content()))
                    : Optional.empty();
        }

        @Override
        public void left() {
            waiting.remove(message.id());
            accepted.complete(new Receipt.Refused(
                    message.id(),
                    new DeliveryFailure(
                            FailureReason.UNREACHABLE,
                            "",
                            "ChatAuth was closed before the message left; it stays stored"),
                    Optional.empty()));
        }

        private void remember(ChannelId on, String id) {
            Duration life =
                    Duration.between(parts.clock().instant(), deadline()).plus(parts.retention());
            parts.state().put(MessageIds.mappingKey(on, id), challenge + " " + message.id(), life);
            parts.state()
                    .get(MessageIds.earlyKey(on, id))
                    .map(EarlyReport::read)
                    .ifPresent(
                            early -> move(challenge, message.id(), early.status(), early.failure(), Optional.empty()));
        }
    }
}
