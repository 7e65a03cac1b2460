package io.chatauth.channel.line.internal;

import io.chatauth.infobip.wire.Inbound;
import io.chatauth.infobip.wire.Reports;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.util.List;

/**
 * Reads what Infobip posts about LINE: delivery reports. There is an event for inbound messages too, but its form is
 * documented nowhere, so they are passed on as unknown.
 */
final class LineWebhooks {
    private LineWebhooks() {}

    static List<InboundEvent> decode(WebhookRequest request) {
        return Inbound.read(
                "line",
                request,
                (item, message) -> Reports.unknown(
                        "inbound message of type '" + message.text("type").orElse("") + "'"));
    }
}
