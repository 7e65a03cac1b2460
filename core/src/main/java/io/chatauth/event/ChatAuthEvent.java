package io.chatauth.event;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.Consent;
import io.chatauth.DeliveryFailure;
import io.chatauth.FlowId;
import io.chatauth.KeyRing;
import io.chatauth.KnownAddress;
import io.chatauth.MessageStatus;
import io.chatauth.Tenant;
import io.chatauth.spi.AnswerContext;
import io.chatauth.template.Approval;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Something that happened. Numbers are masked; no event holds a secret. */
public sealed interface ChatAuthEvent {
    /**
     * Tells when.
     *
     * @return the time by this node's clock
     */
    Instant at();

    /**
     * A challenge was stored and its first message is on its way.
     *
     * @param at when
     * @param tenant the tenant
     * @param challenge the challenge
     * @param flow its flow
     * @param channel its channel
     * @param recipient the masked recipient; empty where the person writes first
     * @param country the recipient's country, if it has one
     */
    record ChallengeStarted(
            Instant at,
            Tenant tenant,
            ChallengeId challenge,
            FlowId flow,
            ChannelId channel,
            String recipient,
            Optional<String> country)
            implements ChatAuthEvent {}

    /**
     * A message got further, or failed.
     *
     * @param at when
     * @param tenant the tenant
     * @param challenge the challenge
     * @param messageId the message
     * @param channel the channel that carries it
     * @param status its new status
     * @param failure why it failed
     * @param recipient the masked recipient; empty if it is erased already
     * @param country the recipient's country, as far as it is known
     * @param shownText where the status is {@code ACCEPTED} by this node: the key, a dot, and what
     *     {@code keys().digest(…)} gives of the text that was handed over
     */
    record MessageMoved(
            Instant at,
            Tenant tenant,
            ChallengeId challenge,
            String messageId,
            ChannelId channel,
            MessageStatus status,
            Optional<DeliveryFailure> failure,
            Optional<String> recipient,
            Optional<String> country,
            Optional<String> shownText)
            implements ChatAuthEvent {}

    /**
     * A challenge went to its next step by itself: to the next channel of its route, or a reminder goes out.
     *
     * @param at when
     * @param tenant the tenant
     * @param challenge the challenge
     * @param flow its flow
     * @param channel the channel of the step
     * @param messageId the message of the step
     * @param step the step, from 1
     */
    record Escalated(
            Instant at,
            Tenant tenant,
            ChallengeId challenge,
            FlowId flow,
            ChannelId channel,
            String messageId,
            int step)
            implements ChatAuthEvent {}

    /**
     * Every message of an open challenge has failed: offer another way.
     *
     * @param at when
     * @param tenant the tenant
     * @param challenge the challenge
     * @param failure why the last one failed
     */
    record DeliveryFailed(Instant at, Tenant tenant, ChallengeId challenge, DeliveryFailure failure)
            implements ChatAuthEvent {}

    /**
     * An answer was judged, right or wrong. What was written or typed stays with ChatAuth.
     *
     * @param at when
     * @param tenant the tenant
     * @param challenge the challenge
     * @param flow its flow
     * @param channel its channel
     * @param kind how the answer came
     * @param result the name of the {@link io.chatauth.Answer}, such as {@code Approved}
     * @param inboundId the provider's id of the message that brought it; empty if none did
     * @param receivedAt when the provider got that message; empty if it did not say
     */
    record Answered(
            Instant at,
            Tenant tenant,
            ChallengeId challenge,
            FlowId flow,
            ChannelId channel,
            AnswerContext.Kind kind,
            String result,
            Optional<String> inboundId,
            Optional<Instant> receivedAt)
            implements ChatAuthEvent {}

    /**
     * A person answered in a chat, and it can't be told which question was meant, or what was said. The person is told how to
     * answer where the channel can.
     *
     * @param at when
     * @param channel the channel
     * @param sender the business sender it was written to
     * @param from the person's masked address
     * @param reason why it does not count
     */
    record AnswerUnclear(Instant at, ChannelId channel, String sender, String from, String reason)
            implements ChatAuthEvent {}

    /**
     * An answer was wrong.
     *
     * @param at when
     * @param tenant the tenant
     * @param challenge the challenge
     * @param remainingAttempts how many are left
     */
    record WrongAnswer(Instant at, Tenant tenant, ChallengeId challenge, int remainingAttempts)
            implements ChatAuthEvent {}

    /**
     * Somebody guessed until no guess was left: of a challenge, or of all challenges of its recipient for a day. The person
     * should know. ChatAuth tells them in the chat, once a day, where the channel lets it write just now; else tell them your
     * own way. Told besides {@link ChallengeEnded} or {@link LimitReached}; for a recipient once a day.
     *
     * @param at when
     * @param tenant the tenant
     * @param challenge the challenge that was guessed at last
     * @param flow its flow
     * @param channel its channel
     * @param recipient the masked recipient
     * @param whose whose guesses are used up
     * @param personTold whether a message to the person was handed over
     */
    record GuessesExhausted(
            Instant at,
            Tenant tenant,
            ChallengeId challenge,
            FlowId flow,
            ChannelId channel,
            String recipient,
            Whose whose,
            boolean personTold)
            implements ChatAuthEvent {
        /** Whose guesses are used up. */
        public enum Whose {
            /** Those of one challenge. */
            CHALLENGE,
            /** Those of a recipient for today, over all challenges. */
            RECIPIENT
        }
    }

    /**
     * A challenge ended.
     *
     * @param at when
     * @param tenant the tenant
     * @param challenge the challenge
     * @param flow its flow
     * @param channel its channel
     * @param state how it ended
     * @param assurance how strongly an approval binds; empty for other ends
     * @param startedAt when it was stored
     * @param recipient the masked recipient; empty if it had none
     * @param country the recipient's country, as far as it is known
     * @param keyId the key that its secret was derived with
     */
    record ChallengeEnded(
            Instant at,
            Tenant tenant,
            ChallengeId challenge,
            FlowId flow,
            ChannelId channel,
            ChallengeState state,
            Optional<Assurance> assurance,
            Instant startedAt,
            Optional<String> recipient,
            Optional<String> country,
            String keyId)
            implements ChatAuthEvent {}

    /**
     * A person said no to a payment: somebody else may have asked for it. Told besides {@link ChallengeEnded}.
     *
     * @param at when
     * @param tenant the tenant
     * @param challenge the challenge
     * @param channel the channel that the question went to
     * @param recipient the masked recipient
     */
    record FraudReported(Instant at, Tenant tenant, ChallengeId challenge, ChannelId channel, String recipient)
            implements ChatAuthEvent {}

    /**
     * A person agreed to get messages from a sender, or may get them again.
     *
     * @param at when
     * @param tenant the tenant whose opt-in or call it was; empty for a word in the chat, which tells all tenants
     * @param channel the channel
     * @param sender the business sender
     * @param person the masked address
     * @param source who said it
     * @param challenge the opt-in, if there was one
     */
    record ConsentGiven(
            Instant at,
            Optional<Tenant> tenant,
            ChannelId channel,
            String sender,
            String person,
            Consent.Source source,
            Optional<ChallengeId> challenge)
            implements ChatAuthEvent {}

    /**
     * A person wants no more messages of a sender.
     *
     * @param at when
     * @param tenant the tenant that withdrew it; empty for a word in the chat, which tells all tenants
     * @param channel the channel
     * @param sender the business sender
     * @param person the masked address
     * @param source who said it
     */
    record ConsentWithdrawn(
            Instant at, Optional<Tenant> tenant, ChannelId channel, String sender, String person, Consent.Source source)
            implements ChatAuthEvent {}

    /**
     * A limit was reached.
     *
     * @param at when
     * @param tenant the tenant
     * @param limit its name, as {@link io.chatauth.ChatAuth#limits()} lists it
     * @param challenge the challenge, if there was one already
     */
    record LimitReached(Instant at, Tenant tenant, String limit, Optional<ChallengeId> challenge)
            implements ChatAuthEvent {}

    /**
     * A registered template may be sent now, or not any more: paused, rejected, disabled or deleted; or what was known of it
     * doesn't hold any more, because a message failed over it.
     *
     * @param at when
     * @param channel the channel
     * @param template what messages name it by
     * @param language the language code; empty if the provider has none
     * @param before what was known
     * @param now what is known, with the provider's own words
     */
    record TemplateApprovalChanged(
            Instant at, ChannelId channel, String template, String language, Approval.State before, Approval now)
            implements ChatAuthEvent {}

    /**
     * The provider takes a template for something else, which may change its price and when it may be sent.
     *
     * @param at when
     * @param channel the channel
     * @param template what messages name it by
     * @param language the language code; empty if the provider has none
     * @param from the category that it had, in the provider's words
     * @param to the category that it has
     */
    record TemplateCategoryChanged(
            Instant at, ChannelId channel, String template, String language, String from, String to)
            implements ChatAuthEvent {}

    /**
     * People like a template more or less; a bad quality comes before a pause.
     *
     * @param at when
     * @param channel the channel
     * @param template what messages name it by
     * @param language the language code; empty if the provider has none
     * @param from the quality that it had, in the provider's words
     * @param to the quality that it has
     */
    record TemplateQualityChanged(
            Instant at, ChannelId channel, String template, String language, String from, String to)
            implements ChatAuthEvent {}

    /**
     * A request to the webhook was refused.
     *
     * @param at when
     * @param channel the channel whose path was asked for; empty if there is no such channel
     * @param reason why, without the path, which may be secret
     */
    record WebhookRefused(Instant at, Optional<ChannelId> channel, String reason) implements ChatAuthEvent {}

    /**
     * A person wrote or tapped something. What it was stays with ChatAuth.
     *
     * @param at when
     * @param channel the channel
     * @param sender the business sender it was written to
     * @param from the person's masked address
     * @param tapped whether a button was tapped
     * @param quotes whether it names the message that it belongs to
     */
    record Replied(Instant at, ChannelId channel, String sender, String from, boolean tapped, boolean quotes)
            implements ChatAuthEvent {}

    /**
     * Another address of a person became known.
     *
     * @param at when
     * @param channel the channel on which it became known
     * @param sender the business sender
     * @param person the masked address it belongs to
     * @param address the masked address that is new
     * @param how whether it is proven or claimed
     */
    record AddressLearned(
            Instant at, ChannelId channel, String sender, String person, String address, KnownAddress.How how)
            implements ChatAuthEvent {}

    /**
     * The chat app says that a person's account moved to another device or SIM. What was known of the person's other
     * addresses is forgotten; don't trust the address before the person proved it another way.
     *
     * @param at when
     * @param channel the channel
     * @param person the masked address
     */
    record IdentityChanged(Instant at, ChannelId channel, String person) implements ChatAuthEvent {}

    /**
     * A node got another key ring.
     *
     * @param at when
     * @param states the states of its keys by id, the active one first
     */
    record KeyRingReloaded(Instant at, Map<String, KeyRing.State> states) implements ChatAuthEvent {
        /** Copies the states, in their order. */
        public KeyRingReloaded {
            states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        }
    }

    /**
     * A key was declared compromised on this node; each cancelled challenge is told by a {@link ChallengeEnded}.
     *
     * @param at when
     * @param keyId the key
     * @param cancelled how many challenges were cancelled
     */
    record KeyCompromised(Instant at, String keyId, long cancelled) implements ChatAuthEvent {}

    /**
     * Something that an operator must mend.
     *
     * @param at when
     * @param text what is wrong and what to do
     */
    record OperatorAlert(Instant at, String text) implements ChatAuthEvent {}
}
