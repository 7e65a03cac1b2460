package io.chatauth.channel.zalo.internal;

import io.chatauth.infobip.wire.Inbound;
import io.chatauth.infobip.wire.JsonObject;
import io.chatauth.infobip.wire.Reports;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.util.List;

/**
 * Reads what Infobip posts about Zalo. People are known by a user id. Only what they write is an answer: a tap on a template's
 * button (RESPONSE_BUTTON) says nothing of its message that could be trusted, a phone number from a form (USER_SUBMIT_INFO)
 * is a claim and no proof, and following (FOLLOW, UNFOLLOW) is no consent. These, and media, are passed on by their name.
 */
final class ZaloWebhooks {
    private ZaloWebhooks() {}

    static List<InboundEvent> decode(WebhookRequest request) {
        return Inbound.read("zalo", request, ZaloWebhooks::inbound);
    }

    private static InboundEvent inbound(JsonObject item, JsonObject message) {
        String type = message.text("type").orElse("message without type");
        return type.equals("TEXT") ? Inbound.text(item, message, Inbound.userId(item)) : Reports.unknown(type);
    }
}
