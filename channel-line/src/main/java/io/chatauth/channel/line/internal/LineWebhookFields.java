package io.chatauth.channel.line.internal;

import io.chatauth.infobip.wire.WebhookFields;
import java.util.Set;

/** The names of all fields that Infobip documents for LINE's webhooks. Source: the {@code webhooks} of the spec. */
final class LineWebhookFields {
    static final Set<String> ALL = WebhookFields.with("""
            action campaignReferenceId mccMnc platform
            """);

    private LineWebhookFields() {}
}
