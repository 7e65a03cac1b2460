package io.chatauth.channel.whatsapp.internal;

import io.chatauth.Address;
import io.chatauth.infobip.wire.JsonObject;
import io.chatauth.infobip.wire.Reports;
import io.chatauth.infobip.wire.Timestamps;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what Infobip posts about WhatsApp. Reports and inbound messages come in a list {@code results}; identity changes and
 * template updates come alone; identity changes are passed on by their name.
 */
final class WhatsAppWebhooks {
    private static final Pattern PHONE = Pattern.compile("\\+?([1-9][0-9]{4,14})");
    private static final int LONGEST_ADDRESS = 150;

    private WhatsAppWebhooks() {}

    static List<InboundEvent> decode(WebhookRequest request) {
        JsonObject body = JsonObject.parse(request.body(), "a webhook of whatsapp");
        return body.objects("results")
                .map(items -> items.stream().map(WhatsAppWebhooks::event).toList())
                .orElseGet(() ->
                        List.of(WhatsAppTemplateUpdates.read(body).orElseGet(() -> Reports.unknown(kindOf(body)))));
    }

    private static InboundEvent event(JsonObject item) {
        return item.object("message")
                .map(message -> inbound(item, message))
                .or(() -> Reports.read(item))
                .orElseGet(() -> Reports.unknown("result without message, status or seenAt"));
    }

    private static InboundEvent inbound(JsonObject item, JsonObject message) {
        String type = message.text("type").orElse("message without type");
        return switch (type) {
            case "TEXT" -> reply(item, message, type, message.text("text"), Optional.empty());
            case "BUTTON" -> reply(item, message, type, message.text("text"), message.text("payload"));
            case "INTERACTIVE_BUTTON_REPLY" -> reply(item, message, type, message.text("title"), message.text("id"));
            default -> Reports.unknown(type);
        };
    }

    private static InboundEvent reply(
            JsonObject item, JsonObject message, String type, Optional<String> text, Optional<String> payload) {
        Optional<String> id = item.text("messageId").filter(value -> !value.isBlank());
        Optional<Address> from = from(item);
        if (id.isEmpty() || from.isEmpty()) {
            return Reports.unknown(type + " without " + (id.isEmpty() ? "messageId" : "a readable sender"));
        }
        return new InboundEvent.Reply(
                id.get(),
                from.get(),
                item.text("to").orElse(""),
                text,
                payload,
                message.object("context").flatMap(context -> context.text("id")),
                item.text("receivedAt").flatMap(Timestamps::parse));
    }

    /** People with a user name may show no phone number: then {@code from} is their id within the business. */
    private static Optional<Address> from(JsonObject item) {
        Optional<JsonObject> contact = item.object("contact");
        return item.text("from")
                .flatMap(WhatsAppWebhooks::address)
                .or(() -> contact.flatMap(who -> who.text("phoneNumber")).flatMap(WhatsAppWebhooks::address))
                .or(() -> contact.flatMap(who -> who.text("userId")).flatMap(WhatsAppWebhooks::address));
    }

    private static Optional<Address> address(String value) {
        if (value.isBlank() || value.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        var phone = PHONE.matcher(value);
        return Optional.of(phone.matches() ? Address.phone("+" + phone.group(1)) : Address.userId(value));
    }

    /** The kinds that come alone: an identity change has a content with a type, a template update has a change. */
    private static String kindOf(JsonObject body) {
        return body.object("content")
                .or(() -> body.object("change"))
                .flatMap(part -> part.text("type"))
                .or(() -> body.text("event"))
                .orElse("webhook without results");
    }
}
