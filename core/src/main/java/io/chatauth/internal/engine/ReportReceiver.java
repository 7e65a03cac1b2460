package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import io.chatauth.StoreException;
import io.chatauth.UnknownChannelException;
import io.chatauth.event.ChatAuthEvent.WebhookRefused;
import io.chatauth.spi.Channel;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookReceiver;
import io.chatauth.webhook.WebhookRequest;
import io.chatauth.webhook.WebhookResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes delivery and seen reports at {@code /<channel>/<token>}. */
public final class ReportReceiver implements WebhookReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(ReportReceiver.class);
    private static final Pattern PATH = Pattern.compile("/([a-z][a-z0-9-]{0,39})/([A-Za-z0-9_-]{16,100})/?");

    private final Engine engine;

    public ReportReceiver(Engine engine) {
        this.engine = engine;
    }

    @Override
    public WebhookResponse receive(WebhookRequest request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches() || !engine.parts().keys().pathTokenMatches(path.group(1), path.group(2))) {
            return refuse(404, "a path or token that is not ours");
        }
        if (!request.method().equals("POST")) {
            return refuse(405, "a " + (request.method().length() > 10 ? "strange method" : request.method()));
        }
        if (request.body().length > MAX_BODY) {
            return refuse(413, "a body over " + MAX_BODY + " bytes");
        }
        ChannelId channelId = ChannelId.of(path.group(1));
        try {
            Channel channel = engine.parts().channels().apply(channelId);
            List<InboundEvent> events = channel.decodeWebhook(request);
            events.forEach(event -> engine.take(channelId, event));
            return WebhookResponse.of(200);
        } catch (UnknownChannelException e) {
            return refuse(404, "a channel that is not there");
        } catch (MalformedResponseException e) {
            return refuse(400, "a body that can't be read: " + e.getMessage());
        } catch (StoreException e) {
            LOG.error("A report on {} is asked for again, because a store can't be reached", channelId, e);
            return WebhookResponse.of(503);
        }
    }

    private WebhookResponse refuse(int status, String reason) {
        LOG.warn("The webhook refused {}", reason);
        engine.parts().events().tell(new WebhookRefused(engine.parts().clock().instant(), reason));
        return WebhookResponse.of(status);
    }
}
