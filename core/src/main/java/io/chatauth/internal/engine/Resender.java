package io.chatauth.internal.engine;

import io.chatauth.Answer;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.Expect;
import io.chatauth.LimitReachedException;
import io.chatauth.ResendAnswer;
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

/** Sends the message of an open challenge again, with the same code, after its cooldown. */
final class Resender {
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
        Content content = ledger.content(challenge);
        MessageRecord last = Ledger.lastMessage(challenge);
        ChannelId channelId = last.channel();
        Channel channel = parts.channels().apply(channelId);
        String messageId = parts.ids().messageId(id, last.step(), last.send() + 1);
        OutboundMessage message =
                composer.compose(messageId, channelId, channel, content, ledger.seed(challenge), challenge.expiresAt());
        Who who = guard.who(challenge.tenant(), channelId, content.sender(), content.to(), content.country());
        Send send = Send.again(who, content.terms().binding(), content.terms().prompts(), id);
        Permit permit = parts.dispatcher().reserve();
        boolean handedOver = false;
        try {
            Admission counted = guard.admit(send);
            Instant leasedUntil = now.plus(Postbox.LEASE);
            MessageRecord stored = MessageRecord.queued(
                    messageId, last.step(), last.send() + 1, channelId, now, parts.node(), leasedUntil);
            Instant nextSendAt = now.plus(parts.limits().cooldownAfter(challenge.sends() + 1));
            Applied applied =
                    parts.store().apply(id, new Transition.Send(now, stored, nextSendAt, Optional.empty(), false));
            if (!applied.won()) {
                counted.takeBack();
                return applied.challenge().flatMap(after -> refusal(after, now)).orElseGet(Answer.Unknown::new);
            }
            handedOver = true;
            return new ResendAnswer.Resent(
                    Ledger.allowance(applied.challenge().orElseThrow(), now),
                    postbox.send(permit, challenge, channelId, channel, message, leasedUntil)
                            .minimalCompletionStage());
        } catch (LimitReachedException e) {
            return new Answer.Limited(Ledger.allowance(challenge, now));
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
        if (challenge.sends() >= challenge.maxSends()) {
            return Optional.of(new Answer.Limited(Ledger.allowance(challenge, now)));
        }
        return now.isBefore(challenge.nextSendAt())
                ? Optional.of(new Answer.TooEarly(Ledger.allowance(challenge, now), challenge.nextSendAt()))
                : Optional.empty();
    }
}
