package io.chatauth.sandbox.internal.subscription;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import io.chatauth.sandbox.internal.server.Routes;
import io.chatauth.sandbox.internal.server.Violations;
import io.chatauth.sandbox.internal.subscription.SubscriptionStore.Kind;
import io.chatauth.sandbox.internal.webhook.Target;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code /resource-management/1/inbound-message-configurations}: where a sender's inbound messages go. One without
 * forwarding follows the subscriptions. Not in the specs at hand; taken from Infobip's documentation of the same version.
 */
final class InboundEndpoints {
    private static final String PATH = "/resource-management/1/inbound-message-configurations";
    private static final int KEYWORD = 50;
    private static final List<String> NAMES = List.of("number", "resource");
    private static final Set<String> CHANNELS =
            Set.of("WHATSAPP", "VIBER_BM", "LINE_OA", "KAKAO_SANGDAM", "ZALO_ZNS", "ZALO_FOLLOWER", "VIBER_BOT");
    private static final Set<String> TYPES = Set.of("HTTP_FORWARD", "PULL");
    private static final Map<String, String> FORMATS = Map.of("WHATSAPP", "MO_OTT_CONTACT");
    private static final Map<String, Set<String>> PLAYED = Map.of(
            "WHATSAPP", Set.of("WHATSAPP"),
            "VIBER", Set.of("VIBER_BM"),
            "ZALO", Set.of("ZALO_ZNS", "ZALO_FOLLOWER"));

    private final SubscriptionStore store;

    InboundEndpoints(SubscriptionStore store) {
        this.store = store;
    }

    void addTo(Routes routes) {
        routes.add("POST", PATH, this::put).add("GET", PATH, this::list).add("DELETE", PATH + "/{key}", this::delete);
    }

    /** Finds the forwarding of a sender's inbound messages, or null. */
    static @Nullable ObjectNode forwarding(SubscriptionStore store, String channel, String sender) {
        Set<String> names = PLAYED.getOrDefault(channel, Set.of());
        return store.list(Kind.INBOUND, key -> true).stream()
                .filter(configuration ->
                        names.contains(configuration.path("channel").asText())
                                && sender.equals(name(configuration))
                                && !configuration.hasNonNull("keyword"))
                .map(configuration -> configuration.get("forwarding"))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(forwarding -> forwarding.path("type").asText().equals("HTTP_FORWARD"))
                .findFirst()
                .orElse(null);
    }

    private Reply put(Request request) {
        ObjectNode body = request.object("");
        Violations violations = new Violations();
        Fields fields = new Fields(body, "", violations);
        String channel = fields.oneOf("channel", CHANNELS);
        fields.text("keyword", 0, KEYWORD);
        List<String> unset = fields.texts("unset");
        String number = name(body);
        if (number == null) {
            fields.reject("number", "must not be blank");
        }
        if (fields.has("keyword")) {
            fields.reject("keyword", "is not played by this sandbox");
        }
        forwarding(fields.object("forwarding"));
        violations.refuseIfAny();
        if (channel == null) {
            throw new IllegalStateException("a missing channel was not refused");
        }
        synchronized (store) {
            ObjectNode before = find(channel, number, null);
            ObjectNode stored = before == null
                    ? Json.object().put("configurationKey", newKey()).put("numberKey", newKey())
                    : before.deepCopy();
            if (unset != null) {
                unset.forEach(name -> stored.remove(name.toLowerCase(Locale.ROOT)));
            }
            stored.put("channel", channel).put("number", number);
            if (body.get("forwarding") instanceof ObjectNode forwarding) {
                ObjectNode copy = forwarding.deepCopy();
                if (!copy.hasNonNull("format")) {
                    copy.put("format", FORMATS.getOrDefault(channel, "MO_JSON_2"));
                }
                stored.set("forwarding", copy);
            }
            if (body.hasNonNull("platform")) {
                stored.set("platform", body.get("platform").deepCopy());
            }
            store.put(Kind.INBOUND, stored.path("configurationKey").asText(), stored);
            return Reply.json(200, stored);
        }
    }

    private static void forwarding(@Nullable Fields forwarding) {
        if (forwarding == null) {
            return;
        }
        String type = forwarding.oneOf("type", TYPES);
        forwarding.text("format", 1, Integer.MAX_VALUE);
        if ("HTTP_FORWARD".equals(type)) {
            String url = forwarding.required("url", Integer.MAX_VALUE);
            if (url != null && Target.address(url) == null) {
                forwarding.reject("url", "is not a valid url");
            }
        }
    }

    private Reply list(Request request) {
        String channel = request.parameter("channel");
        if (channel == null || !CHANNELS.contains(channel)) {
            throw new Problem(400, "", Map.of("channel", List.of("must be one of " + CHANNELS + " here")));
        }
        String number = request.parameter("number");
        String name = number == null ? request.parameter("resource") : number;
        ArrayNode list = Json.array();
        store
                .list(
                        Kind.INBOUND,
                        key -> Objects.requireNonNullElse(request.parameter("configurationKey"), key)
                                .equals(key))
                .stream()
                .filter(one -> one.path("channel").asText().equals(channel) && (name == null || name.equals(name(one))))
                .forEach(list::add);
        return Reply.json(200, list);
    }

    private Reply delete(Request request) {
        if (store.remove(Kind.INBOUND, request.variable("key")) == null) {
            throw new Problem(404, "");
        }
        return Reply.empty(204);
    }

    private @Nullable ObjectNode find(String channel, @Nullable String number, @Nullable String key) {
        return store.list(Kind.INBOUND, name -> key == null || key.equals(name)).stream()
                .filter(one -> one.path("channel").asText().equals(channel) && Objects.equals(number, name(one)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String name(ObjectNode configuration) {
        for (String name : NAMES) {
            String text = configuration.path(name).asText("");
            if (!text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    private static String newKey() {
        return UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    }
}
