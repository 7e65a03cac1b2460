package io.chatauth.channel.viber.internal;

import io.chatauth.infobip.wire.WebhookFields;
import java.util.Set;

/** The names of all fields that Infobip documents for Viber's webhooks. Source: the {@code webhooks} of the spec. */
final class ViberWebhookFields {
    static final Set<String> ALL = WebhookFields.with("""
            action address apiVersion avatar campaignReferenceId chatHostname contact context
            conversationType country duration fileName from integrationType keyword language latitude
            location longitude mccMnc message messageToken pairedMessageId pendingMessageCount phoneNumber
            platform receivedAt seenAt silent size subscribed text thumbnailUrl timestamp trackingData type
            url user userId
            """);

    private ViberWebhookFields() {}
}
