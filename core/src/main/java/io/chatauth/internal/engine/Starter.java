package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeRequest;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.Receipt;
import io.chatauth.RequestException;
import io.chatauth.Started;
import io.chatauth.event.ChatAuthEvent.ChallengeStarted;
import io.chatauth.internal.address.Canonical;
import io.chatauth.internal.decoy.Decoys;
import io.chatauth.internal.dispatch.Permit;
import io.chatauth.internal.guard.Admission;
import io.chatauth.internal.guard.Guard;
import io.chatauth.internal.guard.Send;
import io.chatauth.internal.guard.Who;
import io.chatauth.internal.key.Keys;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.Channel;
import io.chatauth.spi.FlowPlan;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.MessageRecord;
import io.chatauth.template.Category;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Starts challenges: checks everything, counts, stores, hands over to the dispatcher, in this order. */
final class Starter {

    private final Parts parts;
    private final Composer composer;
    private final Guard guard;
    private final Postbox postbox;
    private final Decoys decoys;
    private final Inviter inviter;

    Starter(Parts parts, Composer composer, Guard guard, Postbox postbox, Decoys decoys, Inviter inviter) {
        this.parts = parts;
        this.composer = composer;
        this.guard = guard;
        this.postbox = postbox;
        this.decoys = decoys;
        this.inviter = inviter;
    }

    Started start(ChallengeRequest request) {
        AuthFlow flow = flow(request);
        ChannelId channelId = request.channel();
        String purpose = request.purpose();
        Channel channel = parts.channels().apply(channelId);
        FlowPlan whole = flow.prepare(request);
        PlanRules.check(request, whole);
        PlanRules.checkLink(request, whole, parts.links());
        if (whole.invite()) {
            return inviter.start(request, whole);
        }
        Canonical to = recipient(request, channel);
        FlowPlan plan =
                PlanRules.traceable(whole, channel.capabilities(), to.address().kind());

        Composer.Prepared prepared = composer.prepare(
                new Composer.Wish(
                        channelId,
                        plan.template(),
                        request.language(),
                        to.address().kind()),
                channel);
        Category category = prepared.template().source().category();
        String sender = request.sender()
                .orElseGet(() -> parts.senders().resolve(channelId, to.country(), request.tenant(), category));
        Content content = content(request, plan, purpose, to, sender);
        Who who = guard.who(request.tenant(), channelId, sender, to.address(), to.country());
        Send send = Send.first(
                who, request.ip(), content.terms().binding(), content.terms().prompts());

        Instant now = parts.clock().instant();
        Instant expiresAt = now.plus(plan.timeToLive());
        ChallengeId id = parts.ids().newChallengeId();
        Keys keys = parts.keys();
        String keyId = keys.issuingId();
        Composer.Seed seed = new Composer.Seed(request.tenant(), id, keyId, decoys.salt(request.decoy(), keyId, id), 0);
        OutboundMessage message = composer.compose(
                parts.ids().messageId(id, 0, 0), channelId, channel, prepared, content, seed, expiresAt);

        String person = guard.subjectKey(keyId, who);
        Permit permit = parts.dispatcher().reserve();
        boolean handedOver = false;
        Optional<Admission> counted = Optional.empty();
        try {
            counted = Optional.of(guard.admit(send));
            Instant leasedUntil = now.plus(Postbox.LEASE);
            ChallengeRecord record = record(request, plan, content, person, seed, now, expiresAt, message, leasedUntil);
            parts.store().insert(record);
            counted = Optional.empty();
            parts.events()
                    .tell(() -> new ChallengeStarted(
                            now,
                            request.tenant(),
                            id,
                            request.flow(),
                            channelId,
                            to.address().masked(),
                            to.country()));
            CompletableFuture<Receipt> accepted =
                    postbox.send(permit, record, channelId, channel, message, leasedUntil, request.decoy());
            handedOver = true;
            return new Started(
                    id,
                    expiresAt,
                    Ledger.allowance(record, now),
                    prepared.notes(),
                    number(plan, seed, content),
                    Optional.empty(),
                    accepted.minimalCompletionStage());
        } finally {
            counted.ifPresent(Admission::takeBack);
            if (!handedOver) {
                permit.close();
            }
        }
    }

    private Canonical recipient(ChallengeRequest request, Channel channel) {
        Address to = request.to()
                .orElseThrow(() -> new RequestException("the flow '" + request.flow()
                        + "' writes to somebody, and the request names no recipient; give it one"));
        return parts.recipients().canonical(to, request.channel(), channel.capabilities(), parts.countries());
    }

    private Optional<String> number(FlowPlan plan, Composer.Seed seed, Content content) {
        return plan.numberMatch()
                ? Optional.of(parts.keys().matchNumber(Composer.context(seed, content)))
                : Optional.empty();
    }

    private AuthFlow flow(ChallengeRequest request) {
        AuthFlow flow = parts.flows().get(request.flow());
        if (flow == null) {
            throw new RequestException("there is no flow '" + request.flow() + "'; there are "
                    + new TreeSet<>(parts.flows().keySet().stream()
                            .map(Object::toString)
                            .toList())
                    + ". Add its provider with flow(…) or discover()");
        }
        return flow;
    }

    private static Content content(
            ChallengeRequest request, FlowPlan plan, String purpose, Canonical to, String sender) {
        return new Content(
                Optional.of(to.address()),
                to.country(),
                sender,
                purpose,
                request.subject(),
                plan.template(),
                request.language(),
                plan.values(),
                plan.secret(),
                request.callbackData(),
                request.smsFailover(),
                Terms.of(plan, request.binding()));
    }

    private ChallengeRecord record(
            ChallengeRequest request,
            FlowPlan plan,
            Content content,
            String person,
            Composer.Seed seed,
            Instant now,
            Instant expiresAt,
            OutboundMessage message,
            Instant leasedUntil) {
        Keys keys = parts.keys();
        ChannelId channelId = request.channel();
        return new ChallengeRecord(
                seed.challenge(),
                request.tenant(),
                request.flow(),
                channelId,
                ChallengeState.OPEN,
                now,
                expiresAt,
                Optional.empty(),
                0,
                plan.maxAttempts(),
                now,
                1,
                plan.maxSends(),
                now.plus(parts.limits().cooldownAfter(1)),
                plan.reminders().stream().findFirst().map(now::plus),
                seed.generation(),
                seed.salt(),
                seed.keyId(),
                seed.keyId(),
                Questions.recipientKey(keys, seed.keyId(), channelId, content.sender(), content.to()),
                person,
                PurposeKey.of(keys, seed.keyId(), request.tenant(), content).write(),
                List.of(),
                Optional.of(keys.seal(seed.challenge(), ContentCodec.write(content))),
                Optional.empty(),
                false,
                List.of(MessageRecord.queued(message.id(), 0, 0, channelId, now, parts.node(), leasedUntil)));
    }
}
