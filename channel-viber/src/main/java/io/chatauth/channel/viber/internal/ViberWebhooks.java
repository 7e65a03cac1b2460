package io.chatauth.channel.viber.internal;

import io.chatauth.infobip.wire.Inbound;
import io.chatauth.infobip.wire.JsonObject;
import io.chatauth.infobip.wire.Reports;
import io.chatauth.spi.Subscribable;
import io.chatauth.spi.Subscribable.Event;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.util.List;
import java.util.Set;

/**
 * Reads what Infobip posts about Viber. A choice from a list is a text like any other. {@code trackingData} is that of the
 * last message to the person, whichever the answer is about, so it is no payload; files are passed on by their name.
 */
final class ViberWebhooks {
    /** What Infobip's subscriptions of this channel can tell, as far as it can be read here. */
    static final Subscribable SUBSCRIBABLE =
            new Subscribable("VIBER", Set.of(Event.DELIVERY, Event.SEEN, Event.INBOUND), List.of("VIBER_BM"));

    private ViberWebhooks() {}

    static List<InboundEvent> decode(WebhookRequest request) {
        return Inbound.read("viber", request, ViberWebhooks::inbound);
    }

    private static InboundEvent inbound(JsonObject item, JsonObject message) {
        String type = message.text("type").orElse("message without type");
        return type.equals("TEXT") ? Inbound.text(item, message, Inbound.phone(item)) : Reports.unknown(type);
    }
}
