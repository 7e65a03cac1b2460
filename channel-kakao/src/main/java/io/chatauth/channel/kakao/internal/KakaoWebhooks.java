package io.chatauth.channel.kakao.internal;

import io.chatauth.infobip.wire.Inbound;
import io.chatauth.infobip.wire.Reports;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.util.List;

/**
 * Reads what Infobip posts about AlimTalk: delivery reports. What people write reaches the chat with the business, which is
 * another product; if it comes here all the same, it is passed on as unknown.
 */
final class KakaoWebhooks {
    private KakaoWebhooks() {}

    static List<InboundEvent> decode(WebhookRequest request) {
        return Inbound.read(
                "kakao",
                request,
                (item, message) -> Reports.unknown(
                        "inbound message of type '" + message.text("type").orElse("") + "'"));
    }
}
