package io.chatauth.channel.zalo.internal;

import io.chatauth.Address;
import io.chatauth.infobip.wire.Inbound;
import io.chatauth.infobip.wire.JsonObject;
import io.chatauth.infobip.wire.Reports;
import io.chatauth.infobip.wire.Timestamps;
import io.chatauth.spi.Subscribable;
import io.chatauth.spi.Subscribable.Event;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what Infobip posts about Zalo. People are known by a user id. Only what they write is an answer: a tap on a template's
 * button (RESPONSE_BUTTON) says nothing of its message that could be trusted, and following (FOLLOW, UNFOLLOW) is no consent.
 * These, and media, are passed on by their name. A phone number from a form (USER_SUBMIT_INFO) is a claim and no proof.
 */
final class ZaloWebhooks {
    /** What Infobip's subscriptions of this channel can tell, as far as it can be read here. */
    static final Subscribable SUBSCRIBABLE =
            new Subscribable("ZALO", Set.of(Event.DELIVERY, Event.INBOUND), List.of("ZALO_ZNS", "ZALO_FOLLOWER"));

    private ZaloWebhooks() {}

    static List<InboundEvent> decode(WebhookRequest request) {
        return Inbound.read("zalo", request, ZaloWebhooks::inbound);
    }

    private static InboundEvent inbound(JsonObject item, JsonObject message) {
        String type = message.text("type").orElse("message without type");
        return switch (type) {
            case "TEXT" -> Inbound.text(item, message, Inbound.userId(item));
            case "USER_SUBMIT_INFO" -> claim(item, message);
            default -> Reports.unknown(type);
        };
    }

    private static InboundEvent claim(JsonObject item, JsonObject message) {
        Optional<String> id = item.text("messageId").filter(value -> !value.isBlank());
        Optional<Address> from = Inbound.userId(item);
        Optional<Address> claimed = Inbound.phone(message, "phone");
        if (id.isEmpty() || from.isEmpty() || claimed.isEmpty()) {
            return Reports.unknown("USER_SUBMIT_INFO without "
                    + (id.isEmpty() ? "messageId" : from.isEmpty() ? "a readable sender" : "a readable phone number"));
        }
        return new InboundEvent.AddressClaimed(
                id.get(),
                from.get(),
                item.text("to").orElse(""),
                claimed.get(),
                item.text("receivedAt").flatMap(Timestamps::parse));
    }
}
