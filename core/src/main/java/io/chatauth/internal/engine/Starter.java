package io.chatauth.internal.engine;

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
    private final NextSteps steps;

    Starter(
            Parts parts,
            Composer composer,
            Guard guard,
            Postbox postbox,
            Decoys decoys,
            Inviter inviter,
            NextSteps steps) {
        this.parts = parts;
        this.composer = composer;
        this.guard = guard;
        this.postbox = postbox;
        this.decoys = decoys;
        this.inviter = inviter;
        this.steps = steps;
    }

    Started start(ChallengeRequest request) {
        AuthFlow flow = flow(request);
        String purpose = request.purpose();
        FlowPlan whole = flow.prepare(request);
        PlanRules.check(request, whole);
        PlanRules.checkLink(request, whole, parts.links());
        if (whole.invite()) {
            RouteRules.checkInvitation(request);
            return inviter.start(request, whole);
        }
        Itinerary way = Itinerary.of(parts, composer, request, whole);
        FlowPlan plan = way.plan();
        Canonical to = way.to();
        ChannelId channelId = way.first().id();
        Channel channel = way.first().channel();
        String sender = way.first().sender();
        Content content = content(request, purpose, way);
        Who who = guard.who(request.tenant(), channelId, sender, to.address(), to.country());
        Send send = Send.first(
                who, request.ip(), content.terms().binding(), content.terms().prompts());

        Instant now = parts.clock().instant();
        Instant expiresAt = now.plus(plan.timeToLive());
        ChallengeId id = parts.ids().newChallengeId();
        Keys keys = parts.keys();
        String keyId = keys.issuingId();
        Composer.Seed seed = new Composer.Seed(request.tenant(), id, keyId, decoys.salt(request.decoy(), keyId, id), 0);
        OutboundMessage message = compose(way.first(), 0, content, seed, expiresAt);
        for (int step = 1; step < way.stages().size(); step++) {
            // What can't be said on a later channel is refused now, and not when the first one failed.
            compose(way.stages().get(step), step, content, seed, expiresAt);
        }

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
            if (!content.legs().isEmpty()) {
                steps.expect(id, record.nextStepAt());
            }
            return new Started(
                    id,
                    expiresAt,
                    Ledger.allowance(record, now),
                    way.notes(),
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

    private OutboundMessage compose(
            Itinerary.Stage stage, int step, Content content, Composer.Seed seed, Instant expiresAt) {
        return composer.compose(
                parts.ids().messageId(seed.challenge(), step, 0),
                stage.id(),
                stage.channel(),
                stage.prepared(),
                content,
                seed,
                expiresAt);
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

    private static Content content(ChallengeRequest request, String purpose, Itinerary way) {
        FlowPlan plan = way.plan();
        return new Content(
                Optional.of(way.to().address()),
                way.to().country(),
                way.first().sender(),
                purpose,
                request.subject(),
                plan.template(),
                request.language(),
                plan.values(),
                plan.secret(),
                request.callbackData(),
                request.smsFailover(),
                Terms.of(plan, request.binding()),
                way.legs());
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
                Agenda.first(content, now),
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
