package io.chatauth.channel.whatsapp.internal;

import io.chatauth.Address;
import io.chatauth.infobip.wire.JsonObject;
import io.chatauth.infobip.wire.Reports;
import io.chatauth.infobip.wire.Timestamps;
import io.chatauth.spi.Subscribable;
import io.chatauth.spi.Subscribable.Event;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what Infobip posts about WhatsApp. Reports and inbound messages come in a list {@code results}; identity changes and
 * template updates come alone.
 *
 * <p>A message of another kind than a text or a tapped button says nothing that could answer a question, but it does open the
 * 24-hour window: it becomes a reply without text, and its kind is passed on by name.
 */
final class WhatsAppWebhooks {
    /** What Infobip's subscriptions of this channel can tell, as far as it can be read here. */
    static final Subscribable SUBSCRIBABLE = new Subscribable(
            "WHATSAPP",
            Set.of(Event.DELIVERY, Event.SEEN, Event.INBOUND, Event.TEMPLATE, Event.IDENTITY),
            List.of("WHATSAPP"));

    private static final Pattern PHONE = Pattern.compile("\\+?([1-9][0-9]{4,14})");
    private static final int LONGEST_ADDRESS = 150;

    private WhatsAppWebhooks() {}

    static List<InboundEvent> decode(WebhookRequest request) {
        JsonObject body = JsonObject.parse(request.body(), "a webhook of whatsapp");
        return body.objects("results")
                .map(items ->
                        items.stream().flatMap(item -> events(item).stream()).toList())
                .orElseGet(() -> List.of(WhatsAppTemplateUpdates.read(body).orElseGet(() -> alone(body))));
    }

    private static List<InboundEvent> events(JsonObject item) {
        return item.object("message")
                .map(message -> inbound(item, message))
                .or(() -> Reports.read(item).map(List::of))
                .orElseGet(() -> List.of(Reports.unknown("result without message, status or seenAt")));
    }

    private static List<InboundEvent> inbound(JsonObject item, JsonObject message) {
        String type = message.text("type").orElse("message without type");
        Optional<String> none = Optional.empty();
        List<InboundEvent> events = new ArrayList<>(identity(item));
        switch (type) {
            case "TEXT" -> events.add(reply(item, message, type, message.text("text"), none));
            case "BUTTON" -> events.add(reply(item, message, type, message.text("text"), message.text("payload")));
            case "INTERACTIVE_BUTTON_REPLY" ->
                events.add(reply(item, message, type, message.text("title"), message.text("id")));
            default -> {
                if (reply(item, message, type, none, none) instanceof InboundEvent.Reply reply) {
                    events.add(reply);
                }
                events.add(Reports.unknown(type));
            }
        }
        return events;
    }

    private static InboundEvent reply(
            JsonObject item, JsonObject message, String type, Optional<String> text, Optional<String> payload) {
        Optional<String> id = item.text("messageId").filter(value -> !value.isBlank());
        List<Address> person = person(item);
        if (id.isEmpty() || person.isEmpty()) {
            return Reports.unknown(type + " without " + (id.isEmpty() ? "messageId" : "a readable sender"));
        }
        return new InboundEvent.Reply(
                id.get(),
                person.get(0),
                item.text("to").orElse(""),
                text,
                payload,
                message.object("context").flatMap(context -> context.text("id")),
                item.text("receivedAt").flatMap(Timestamps::parse),
                new InboundEvent.Details(
                        Set.copyOf(person.subList(1, person.size())),
                        item.text("pairedMessageId").filter(value -> !value.isBlank()),
                        message.object("referral").map(WhatsAppWebhooks::referral)));
    }

    private static InboundEvent.Referral referral(JsonObject referral) {
        return new InboundEvent.Referral(referral.text("sourceType").orElse("UNKNOWN"), referral.text("sourceId"));
    }

    /** People with a user name may show no phone number: then {@code from} is their id within the business. */
    private static List<Address> person(JsonObject item) {
        Optional<JsonObject> contact = item.object("contact");
        return Stream.of(
                        item.text("from"),
                        contact.flatMap(who -> who.text("phoneNumber")),
                        contact.flatMap(who -> who.text("userId")))
                .flatMap(Optional::stream)
                .flatMap(value -> address(value).stream())
                .distinct()
                .toList();
    }

    private static Optional<Address> address(String value) {
        if (value.isBlank() || value.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        var phone = PHONE.matcher(value);
        return Optional.of(phone.matches() ? Address.phone("+" + phone.group(1)) : Address.userId(value));
    }

    /** A message may say with it that the account moved and nobody has acknowledged it yet. */
    private static List<InboundEvent> identity(JsonObject item) {
        Optional<JsonObject> changed = item.object("identity")
                .filter(identity ->
                        identity.text("acknowledged").filter("false"::equals).isPresent());
        List<Address> person = person(item);
        if (changed.isEmpty() || person.isEmpty()) {
            return List.of();
        }
        return List.of(new InboundEvent.IdentityChanged(
                person.get(0),
                Set.copyOf(person.subList(1, person.size())),
                item.text("to"),
                changed.get().text("createdAt").flatMap(Timestamps::parse)));
    }

    /** The kinds that come alone: an identity change has a content with a type, a template update has a change. */
    private static InboundEvent alone(JsonObject body) {
        String kind = body.object("content")
                .or(() -> body.object("change"))
                .flatMap(part -> part.text("type"))
                .or(() -> body.text("event"))
                .orElse("webhook without results");
        return kind.equals("user_identity_changed") ? identityChanged(body) : Reports.unknown(kind);
    }

    /** Here {@code from} is the business. */
    private static InboundEvent identityChanged(JsonObject body) {
        Optional<JsonObject> content = body.object("content");
        List<Address> person = Stream.of("userNumber", "userId")
                .flatMap(field -> content.flatMap(part -> part.text(field)).stream())
                .flatMap(value -> address(value).stream())
                .distinct()
                .toList();
        return person.isEmpty()
                ? Reports.unknown("user_identity_changed without a readable user")
                : new InboundEvent.IdentityChanged(
                        person.get(0),
                        Set.copyOf(person.subList(1, person.size())),
                        body.text("from"),
                        body.text("createdAt").flatMap(Timestamps::parse));
    }
}
