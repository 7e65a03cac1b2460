package io.chatauth.channel.kakao.internal;

import io.chatauth.infobip.wire.Inbound;
import io.chatauth.spi.Subscribable;
import io.chatauth.spi.Subscribable.Event;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.util.List;
import java.util.Set;

/**
 * Reads what Infobip posts about AlimTalk: delivery reports. What people write reaches the chat with the business, which is
 * another product; if it comes here all the same, it is passed on as unknown.
 */
final class KakaoWebhooks {
    /** What Infobip's subscriptions of this channel can tell, as far as it can be read here. */
    static final Subscribable SUBSCRIBABLE = new Subscribable("KAKAO_ALIM", Set.of(Event.DELIVERY), List.of());

    private KakaoWebhooks() {}

    static List<InboundEvent> decode(WebhookRequest request) {
        return Inbound.readReports("kakao", request);
    }
}
