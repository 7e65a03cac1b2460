package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import io.chatauth.StoreException;
import io.chatauth.UnknownKeyException;
import io.chatauth.event.ChatAuthEvent.OperatorAlert;
import io.chatauth.event.ChatAuthEvent.WebhookRefused;
import io.chatauth.infobip.wire.Inbound;
import io.chatauth.infobip.wire.Reports;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookAuth;
import io.chatauth.webhook.WebhookReceiver;
import io.chatauth.webhook.WebhookRequest;
import io.chatauth.webhook.WebhookResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes webhooks at {@code /<channel>} and {@code /<channel>/<token>}. The token is enough for what could at most move the
 * status of a message; everything else must prove itself.
 */
public final class Receiver implements WebhookReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private static final Pattern PATH = Pattern.compile("/([a-z][a-z0-9-]{0,39})(?:/([A-Za-z0-9_-]{16,100}))?/?");

    private static final String NO_WAY =
            "Webhooks with what people write are refused, because nothing is configured that proves them: set"
                    + " chatauth.webhook.hmac.secret and chatauth.webhook.hmac.header, or chatauth.webhook.username and"
                    + " chatauth.webhook.password, or chatauth.webhook.bearer, or chatauth.webhook.peer, or call"
                    + " webhookAuth(…), and configure the same at the provider";

    /** Not a channel: where a message goes through several, its reports come from here. */
    private static final ChannelId OMNI = ChannelId.of("omni");

    private final Engine engine;
    private final List<WebhookAuth> ways;
    private final RefusalLog refusals;
    private final UnknownFields unknownFields = new UnknownFields();
    private final AtomicBoolean warned = new AtomicBoolean();

    /** Somebody may be told why; the provider only gets the status. */
    private record Refusal(int status, String reason) {}

    public Receiver(Engine engine, List<WebhookAuth> ways) {
        this.engine = engine;
        this.ways = List.copyOf(ways);
        this.refusals = new RefusalLog(engine.parts().clock());
    }

    @Override
    public WebhookResponse receive(WebhookRequest request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches() || !exists(ChannelId.of(path.group(1)))) {
            return refuse(Optional.empty(), request, new Refusal(404, "a path that is not ours"));
        }
        ChannelId channel = ChannelId.of(path.group(1));
        Optional<String> token = Optional.ofNullable(path.group(2));
        boolean authentic = authentic(request);
        Optional<Refusal> refusal = refusal(channel, token, authentic, request);
        if (refusal.isPresent()) {
            return refuse(Optional.of(channel), request, refusal.get());
        }
        try {
            List<InboundEvent> events = decode(channel, request);
            if (!authentic && events.stream().anyMatch(InboundEvent::needsAuthenticity)) {
                return refuse(Optional.of(channel), request, unproven());
            }
            lookAtFields(channel, request);
            return take(channel, events);
        } catch (MalformedResponseException e) {
            return refuse(
                    Optional.of(channel), request, new Refusal(400, "a body that can't be read: " + e.getMessage()));
        } catch (StoreException e) {
            LOG.error("A webhook of {} is asked for again, because a store can't be reached", channel, e);
            return WebhookResponse.of(503);
        }
    }

    /** All of them, even if one must come again: what was taken in is known by its id. */
    private WebhookResponse take(ChannelId channel, List<InboundEvent> events) {
        boolean all = true;
        for (InboundEvent event : events) {
            all &= take(channel, event);
        }
        return WebhookResponse.of(all ? 200 : 503);
    }

    /** One that can't be taken in here, such as an answer under a key that this node lacks, holds up none of the others. */
    private boolean take(ChannelId channel, InboundEvent event) {
        try {
            return engine.take(channel, event);
        } catch (StoreException e) {
            throw e;
        } catch (UnknownKeyException e) {
            untaken(channel, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            untaken(channel, e.getClass().getName(), e);
        }
        return false;
    }

    private void untaken(ChannelId channel, String why, RuntimeException cause) {
        String text =
                "an event of a webhook of " + channel + " is asked for again, because it can't be taken in: " + why;
        LOG.error(text, cause);
        engine.parts().events().tell(new OperatorAlert(engine.parts().clock().instant(), text));
    }

    private Optional<Refusal> refusal(
            ChannelId channel, Optional<String> token, boolean authentic, WebhookRequest request) {
        if (token.isPresent() && !engine.parts().keys().pathTokenMatches(channel.value(), token.get())) {
            return Optional.of(new Refusal(404, "a token that is not ours"));
        }
        if (token.isEmpty() && !authentic) {
            return Optional.of(unproven());
        }
        if (!request.method().equals("POST")) {
            return Optional.of(
                    new Refusal(405, "a " + (request.method().length() > 10 ? "strange method" : request.method())));
        }
        return request.body().length > MAX_BODY
                ? Optional.of(new Refusal(413, "a body over " + MAX_BODY + " bytes"))
                : Optional.empty();
    }

    /** Every way is tried, whichever was right. */
    private boolean authentic(WebhookRequest request) {
        boolean authentic = false;
        if (request.body().length <= MAX_BODY) {
            for (WebhookAuth way : ways) {
                authentic |= way.accepts(request, engine.parts().clock().instant());
            }
        }
        return authentic;
    }

    private Refusal unproven() {
        if (!ways.isEmpty()) {
            return new Refusal(401, "a request that does not prove itself by any of " + ways);
        }
        if (warned.compareAndSet(false, true)) {
            LOG.error("{}; this is logged once", NO_WAY);
            engine.parts()
                    .events()
                    .tell(new OperatorAlert(engine.parts().clock().instant(), NO_WAY));
        }
        return new Refusal(403, "a request that would have to prove itself, for which no way is configured");
    }

    private boolean exists(ChannelId channel) {
        return channel.equals(OMNI) || engine.parts().channelIds().contains(channel);
    }

    private List<InboundEvent> decode(ChannelId channel, WebhookRequest request) {
        return channel.equals(OMNI)
                ? Inbound.read(
                        OMNI.value(),
                        request,
                        (item, message) -> Reports.unknown("inbound message over several channels"))
                : engine.parts().channels().apply(channel).decodeWebhook(request);
    }

    private void lookAtFields(ChannelId channel, WebhookRequest request) {
        if (!channel.equals(OMNI)) {
            unknownFields.look(channel, engine.parts().channels().apply(channel).webhookFields(), request.body());
        }
    }

    private WebhookResponse refuse(Optional<ChannelId> channel, WebhookRequest request, Refusal refusal) {
        refusals.refused(channel, refusal.status()).ifPresent(untold -> log(request, refusal, untold));
        engine.parts().events().tell(new WebhookRefused(engine.parts().clock().instant(), channel, refusal.reason()));
        return WebhookResponse.of(refusal.status());
    }

    private static void log(WebhookRequest request, Refusal refusal, long untold) {
        String more = untold == 0 ? "" : ", and " + untold + " more with this status since the last line";
        LOG.warn("The webhook at {} refused {} ({}){}", request.shownPath(), refusal.reason(), refusal.status(), more);
    }
}
