package io.chatauth.channel.line.internal;

import io.chatauth.infobip.wire.Inbound;
import io.chatauth.spi.Subscribable;
import io.chatauth.spi.Subscribable.Event;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.util.List;
import java.util.Set;

/**
 * Reads what Infobip posts about LINE: delivery reports. There is an event for inbound messages too, but its form is
 * documented nowhere, so they are passed on as unknown.
 */
final class LineWebhooks {
    /** What Infobip's subscriptions of this channel can tell, as far as it can be read here. */
    static final Subscribable SUBSCRIBABLE = new Subscribable("LINE", Set.of(Event.DELIVERY), List.of());

    private LineWebhooks() {}

    static List<InboundEvent> decode(WebhookRequest request) {
        return Inbound.readReports("line", request);
    }
}
