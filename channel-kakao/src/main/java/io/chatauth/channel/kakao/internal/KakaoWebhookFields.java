package io.chatauth.channel.kakao.internal;

import io.chatauth.infobip.wire.WebhookFields;
import java.util.Set;

/** The names of all fields that Infobip documents for KakaoTalk's webhooks. Source: the {@code webhooks} of the spec. */
final class KakaoWebhookFields {
    static final Set<String> ALL = WebhookFields.with("""
            action attachmentUrl campaignReferenceId comment extra integrationType keyword mccMnc message
            pairedMessageId pendingMessageCount platform receivedAt sessionId text type url urlsDetails
            """);

    private KakaoWebhookFields() {}
}
