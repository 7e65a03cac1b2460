package io.chatauth.internal.engine;

import io.chatauth.ChallengeId;
import io.chatauth.ChallengeRequest;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.Invitation;
import io.chatauth.Receipt;
import io.chatauth.RequestException;
import io.chatauth.Started;
import io.chatauth.StoreException;
import io.chatauth.event.ChatAuthEvent.ChallengeStarted;
import io.chatauth.internal.catalog.ResolvedTemplate;
import io.chatauth.internal.decoy.Decoys;
import io.chatauth.internal.guard.Guard;
import io.chatauth.internal.key.Keys;
import io.chatauth.internal.reply.InvitationText;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChatLink;
import io.chatauth.spi.ChatLinkContext;
import io.chatauth.spi.FlowPlan;
import io.chatauth.spi.SecretSpec;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.OpenQuery;
import io.chatauth.template.Adapter;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.template.Capabilities.TextMode;
import io.chatauth.template.Filler;
import io.chatauth.template.Template;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Starts challenges that a person begins by writing first. Nothing is sent; there is a link that opens the chat, and a text with
 * a code. Where the link brings the text along, the code has 13 characters, and the whole of it counts; where it is typed, its
 * first 8 do. What is stored to find it by is always of these 8, and unique among the open ones of a sender.
 */
final class Inviter {
    /** What a person may write, whatever the channel lets businesses write. */
    private static final Capabilities PERSON =
            Capabilities.of(TextMode.FREE_TEXT).maxBody(1000).build();

    private static final String CODE = "code";
    private static final int TRIES = 3;
    private static final int SALTS = 100;

    private final Parts parts;
    private final Guard guard;
    private final Decoys decoys;

    Inviter(Parts parts, Guard guard, Decoys decoys) {
        this.parts = parts;
        this.guard = guard;
        this.decoys = decoys;
    }

    Started start(ChallengeRequest request, FlowPlan plan) {
        check(request);
        ChannelId channelId = request.channel();
        Channel channel = parts.channels().apply(channelId);
        ResolvedTemplate resolved = parts.catalog().resolve(plan.template(), request.language(), channelId, PERSON);
        Template template = resolved.template();
        Filler filler = filler(channelId, template);
        String sender = request.sender()
                .orElseGet(() ->
                        parts.senders().resolve(channelId, Optional.empty(), request.tenant(), template.category()));
        if (!channel.capabilities().inbound().contains(Evidence.TEXT)) {
            ChatLink link = channel.chatLink(ChatLinkContext.of(sender, ""));
            throw refused(
                    channelId,
                    link instanceof ChatLink.Refused why ? why.reason() : "what people write there does not come back");
        }
        draft(request, plan, channelId, channel, sender, seed(request, plan), filler);
        guard.admitInvitation(request.tenant(), request.ip());
        StoreException taken = new StoreException("no invitation was tried", null);
        for (int i = 0; i < TRIES; i++) {
            Instant now = parts.clock().instant();
            Composer.Seed seed = seed(request, plan);
            Draft draft = draft(request, plan, channelId, channel, sender, seed, filler);
            ChallengeRecord record = record(request, plan, draft, seed, now);
            try {
                parts.store().insert(record);
                return started(request, record, draft, resolved, now);
            } catch (StoreException e) {
                taken = e;
                if (!taken(record, now)) {
                    throw e;
                }
            }
        }
        throw taken;
    }

    /**
     * What is shown, and what it is stored with.
     *
     * @param invitation what is shown
     * @param code the whole code
     * @param content what is stored
     */
    private record Draft(Invitation invitation, String code, Content content) {}

    private static void check(ChallengeRequest request) {
        if (request.to().isPresent()) {
            throw new RequestException("the flow '" + request.flow() + "' lets a person write first, and the request"
                    + " names a recipient; leave it out, the person proves an address by writing");
        }
        if (request.decoy()) {
            throw new RequestException(
                    "the flow '" + request.flow() + "' names nobody, so there is nothing to hide; leave decoy() out");
        }
        if (request.smsFailover().isPresent() || request.callbackData().isPresent()) {
            throw new RequestException("the flow '" + request.flow()
                    + "' sends nothing, so neither smsFailover(…) nor callbackData(…) has a meaning; leave them out");
        }
    }

    private Filler filler(ChannelId channel, Template template) {
        String subject = "template '" + template.name() + "' (" + template.language() + ") ";
        if (!template.buttons().isEmpty()
                || template.header().isPresent()
                || template.footer().isPresent()) {
            throw new RequestException(
                    subject + "is the text that a person sends, which has neither header, footer nor buttons");
        }
        if (!template.placeholders().contains(CODE)) {
            throw new RequestException(
                    subject + "is the text that a person sends, and has no {{code}}, so nobody could tell whose it is");
        }
        return Adapter.filler(channel, Adapter.adapt(channel, template, PERSON), PERSON);
    }

    /** A code that could be a word or a number is given to nobody: nine of ten are none. */
    private Composer.Seed seed(ChallengeRequest request, FlowPlan plan) {
        ChallengeId id = parts.ids().newChallengeId();
        String keyId = parts.keys().issuingId();
        for (int i = 0; i < SALTS; i++) {
            Composer.Seed seed = new Composer.Seed(request.tenant(), id, keyId, decoys.salt(false, keyId, id), 0);
            if (InvitationText.certain(parts.keys()
                    .invitationCode(Composer.context(seed, content(request, plan, "", Optional.empty()))))) {
                return seed;
            }
        }
        throw new IllegalStateException("a hundred codes in a row could be words or numbers");
    }

    private Draft draft(
            ChallengeRequest request,
            FlowPlan plan,
            ChannelId channelId,
            Channel channel,
            String sender,
            Composer.Seed seed,
            Filler filler) {
        Content prefilled = content(request, plan, sender, Optional.empty());
        String code = parts.keys().invitationCode(Composer.context(seed, prefilled));
        String whole = text(filler, plan, code);
        ChatLink link = channel.chatLink(ChatLinkContext.of(sender, whole));
        if (link instanceof ChatLink.Refused why) {
            throw refused(channelId, why.reason());
        }
        ChatLink.Open open = (ChatLink.Open) link;
        URI uri = open.uri();
        if (open.prefilled()) {
            return new Draft(new Invitation(uri, true, whole, code), code, prefilled);
        }
        String first = code.substring(0, Keys.TYPED_INVITATION);
        SecretSpec typed = SecretSpec.letters(CODE, Keys.TYPED_INVITATION);
        return new Draft(
                new Invitation(uri, false, text(filler, plan, first), first),
                code,
                content(request, plan, sender, Optional.of(typed)));
    }

    private static String text(Filler filler, FlowPlan plan, String code) {
        Map<String, String> values = new HashMap<>(plan.values());
        if (values.put(CODE, code) != null) {
            throw new RequestException("the placeholder {{code}} is filled by ChatAuth; don't give it a value");
        }
        return filler.fill(values, Map.of()).body();
    }

    private static RequestException refused(ChannelId channel, String reason) {
        return new RequestException("nobody can be invited to write on " + channel + ": " + reason
                + "; use verification-code there, or opt-in on another channel");
    }

    /** The form of the code is kept where it is typed; where the link brings it, none is. */
    private static Content content(ChallengeRequest request, FlowPlan plan, String sender, Optional<SecretSpec> typed) {
        return new Content(
                Optional.empty(),
                Optional.empty(),
                sender,
                request.purpose(),
                request.subject(),
                plan.template(),
                request.language(),
                plan.values(),
                typed,
                Optional.empty(),
                Optional.empty(),
                Terms.of(plan, request.binding()),
                List.of());
    }

    private ChallengeRecord record(
            ChallengeRequest request, FlowPlan plan, Draft draft, Composer.Seed seed, Instant now) {
        Keys keys = parts.keys();
        String nobody = keys.index(seed.keyId(), "nobody", seed.challenge().value());
        return new ChallengeRecord(
                seed.challenge(),
                request.tenant(),
                request.flow(),
                request.channel(),
                ChallengeState.OPEN,
                now,
                now.plus(plan.timeToLive()),
                Optional.empty(),
                0,
                plan.maxAttempts(),
                now,
                0,
                0,
                now,
                Optional.empty(),
                seed.generation(),
                seed.salt(),
                seed.keyId(),
                seed.keyId(),
                nobody,
                nobody,
                PurposeKey.of(keys, seed.keyId(), request.tenant(), draft.content())
                        .write(),
                List.of(lookup(keys, seed.keyId(), request.channel(), draft.content(), draft.code())),
                Optional.of(keys.seal(seed.challenge(), ContentCodec.write(draft.content()))),
                Optional.empty(),
                false,
                List.of());
    }

    /** What an open invitation is found by; for whoever writes rows again under another key, too. */
    static String lookup(Keys keys, String keyId, ChannelId channel, Content content, String code) {
        return keys.index(keyId, "invitation", parts(channel, content.sender(), code));
    }

    /** What the look-up key is made of. */
    static String[] parts(ChannelId channel, String sender, String code) {
        return new String[] {channel.value(), AddressBook.plain(sender), code.substring(0, Keys.TYPED_INVITATION)};
    }

    private boolean taken(ChallengeRecord record, Instant now) {
        return parts.store().find(record.id()).isPresent()
                || !parts.store()
                        .findOpen(new OpenQuery.ByLookup(record.lookups().get(0), now), 1)
                        .isEmpty();
    }

    private Started started(
            ChallengeRequest request, ChallengeRecord record, Draft draft, ResolvedTemplate resolved, Instant now) {
        parts.events()
                .tell(new ChallengeStarted(
                        now, request.tenant(), record.id(), request.flow(), request.channel(), "", Optional.empty()));
        Receipt nothing = new Receipt.Refused(
                "",
                new DeliveryFailure(FailureReason.NOT_NEEDED, "", "nothing is sent: the person writes first"),
                Optional.empty());
        return new Started(
                record.id(),
                record.expiresAt(),
                Ledger.allowance(record, now),
                resolved.notes(),
                Optional.empty(),
                Optional.of(draft.invitation()),
                CompletableFuture.<Receipt>completedFuture(nothing).minimalCompletionStage());
    }
}
