package io.chatauth.internal.engine;

import io.chatauth.Answer;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.Expect;
import io.chatauth.LimitReachedException;
import io.chatauth.Receipt;
import io.chatauth.RequestException;
import io.chatauth.ResendAnswer;
import io.chatauth.StoreException;
import io.chatauth.event.ChatAuthEvent.Escalated;
import io.chatauth.internal.dispatch.Permit;
import io.chatauth.internal.guard.Admission;
import io.chatauth.internal.guard.Guard;
import io.chatauth.internal.guard.Send;
import io.chatauth.internal.guard.Who;
import io.chatauth.spi.Channel;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.store.Applied;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.MessageRecord;
import io.chatauth.store.Transition;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Sends the message of an open challenge again, with the same code, after its cooldown. */
final class Resender {
    /**
     * Which message it is.
     *
     * @param channel the channel that carries it
     * @param step the step
     * @param send how many of the step went before it
     * @param nextStepAt when the next step is due
     */
    record Again(ChannelId channel, int step, int send, Optional<Instant> nextStepAt) {}

    /**
     * What became of it.
     *
     * @param applied the write
     * @param accepted the provider's answer; empty if the write did not win
     */
    record Sent(Applied applied, Optional<CompletableFuture<Receipt>> accepted) {}

    private final Parts parts;
    private final Ledger ledger;
    private final Composer composer;
    private final Guard guard;
    private final Postbox postbox;

    Resender(Parts parts, Ledger ledger, Composer composer, Guard guard, Postbox postbox) {
        this.parts = parts;
        this.ledger = ledger;
        this.composer = composer;
        this.guard = guard;
        this.postbox = postbox;
    }

    ResendAnswer resend(ChallengeId id, Expect expect) {
        Optional<ChallengeRecord> found =
                parts.store().find(id).filter(challenge -> ledger.expected(challenge, expect));
        if (found.isEmpty()) {
            return new Answer.Unknown();
        }
        ChallengeRecord challenge = found.get();
        Instant now = parts.clock().instant();
        Optional<ResendAnswer> refusal = refusal(challenge, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        MessageRecord last = Ledger.lastMessage(challenge);
        try {
            Sent sent = send(
                    challenge,
                    ledger.content(challenge),
                    new Again(last.channel(), last.step(), last.send() + 1, challenge.nextStepAt()),
                    now);
            return sent.accepted().isPresent()
                    ? new ResendAnswer.Resent(
                            Ledger.allowance(sent.applied().challenge().orElseThrow(), now),
                            sent.accepted().get().minimalCompletionStage())
                    : sent.applied()
                            .challenge()
                            .flatMap(after -> refusal(after, now))
                            .orElseGet(Answer.Unknown::new);
        } catch (LimitReachedException e) {
            return new Answer.Limited(Ledger.allowance(challenge, now));
        }
    }

    /**
     * Sends one more message of an open challenge: again, or as the beginning of a step.
     *
     * @throws LimitReachedException if too many were sent
     * @throws io.chatauth.ConsentWithdrawnException if the person wants no more
     */
    Sent send(ChallengeRecord challenge, Content whole, Again again, Instant now) {
        ChannelId channelId = again.channel();
        Content content = whole.on(channelId);
        Channel channel = parts.channels().apply(channelId);
        ChallengeId id = challenge.id();
        String messageId = parts.ids().messageId(id, again.step(), again.send());
        OutboundMessage message =
                composer.compose(messageId, channelId, channel, content, ledger.seed(challenge), challenge.expiresAt());
        Who who = guard.who(challenge.tenant(), channelId, content.sender(), content.to(), content.country());
        Permit permit = parts.dispatcher().reserve();
        boolean handedOver = false;
        try {
            Admission counted = guard.admit(
                    Send.again(who, content.terms().binding(), content.terms().prompts(), id));
            Instant leasedUntil = now.plus(Postbox.LEASE);
            MessageRecord stored = MessageRecord.queued(
                    messageId, again.step(), again.send(), channelId, now, parts.node(), leasedUntil);
            Instant nextSendAt = now.plus(parts.limits().cooldownAfter(challenge.sends() + 1));
            Applied applied;
            try {
                applied = parts.store()
                        .apply(id, new Transition.Send(now, stored, nextSendAt, again.nextStepAt(), false));
            } catch (StoreException e) {
                counted.takeBack();
                throw e;
            }
            if (!applied.won()) {
                counted.takeBack();
                return new Sent(applied, Optional.empty());
            }
            if (again.step() > Ledger.lastMessage(challenge).step()) {
                parts.events()
                        .tell(new Escalated(
                                now, challenge.tenant(), id, challenge.flow(), channelId, messageId, again.step()));
            }
            handedOver = true;
            return new Sent(
                    applied, Optional.of(postbox.send(permit, challenge, channelId, channel, message, leasedUntil)));
        } finally {
            if (!handedOver) {
                permit.close();
            }
        }
    }

    private Optional<ResendAnswer> refusal(ChallengeRecord challenge, Instant now) {
        ChallengeState state = Ledger.stateAt(challenge, now);
        if (state.ended()) {
            return Optional.of((ResendAnswer) Ledger.told(state));
        }
        if (challenge.messages().isEmpty()) {
            throw new RequestException("the flow '" + challenge.flow()
                    + "' sends nothing: the person writes first. Show the invitation again, or start a new one");
        }
        if (challenge.sends() >= challenge.maxSends()) {
            guard.reachedSends(challenge.tenant(), challenge.id());
            return Optional.of(new Answer.Limited(Ledger.allowance(challenge, now)));
        }
        return now.isBefore(challenge.nextSendAt())
                ? Optional.of(new Answer.TooEarly(Ledger.allowance(challenge, now), challenge.nextSendAt()))
                : Optional.empty();
    }
}
