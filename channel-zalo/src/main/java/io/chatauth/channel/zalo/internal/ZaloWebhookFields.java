package io.chatauth.channel.zalo.internal;

import io.chatauth.infobip.wire.WebhookFields;
import java.util.Set;

/** The names of all fields that Infobip documents for Zalo's webhooks. Source: the {@code webhooks} of the spec. */
final class ZaloWebhookFields {
    static final Set<String> ALL = WebhookFields.with("""
            address avatar buttonText buttonType channel checksum city district eventName feedbacks fileType
            integrationType keyword latitude longitude mccMnc message msgId note pairedMessageId
            pendingMessageCount phone qrCodeUrl rate raw receivedAt size source submitTime text thumbnail
            trackingId type url ward
            """);

    private ZaloWebhookFields() {}
}
