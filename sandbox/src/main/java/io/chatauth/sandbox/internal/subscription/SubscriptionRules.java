package io.chatauth.sandbox.internal.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.webhook.Signing;
import io.chatauth.sandbox.internal.webhook.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What Infobip asks of subscriptions, notification profiles and security settings. */
final class SubscriptionRules {
    private static final int TEXT = 255;
    private static final int URL = 512;
    private static final int MANY = 255;
    private static final int ANY = Integer.MAX_VALUE;
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");
    private static final Set<String> TYPES = Set.of("BASIC", "HMAC", "OAUTH", "CUSTOM");
    private static final Set<String> DETAILS = Set.of(
            "webhook",
            "security",
            "clientCertificateId",
            "maxBucketSize",
            "windowSize",
            "connectTimeout",
            "readTimeout",
            "enabledSSLProtocols",
            "headers",
            "responseRegex",
            "responseBodyRegex",
            "rateLimit");
    private static final Map<String, Set<String>> EVENTS = Map.of(
            "WHATSAPP",
            Set.of(
                    "ACCOUNT_REGISTRATION",
                    "ACCOUNT_UPDATE_NOTIFICATION",
                    "BILLING",
                    "BUSINESS_APP_CONTACT_SYNC",
                    "BUSINESS_APP_MESSAGE_ECHO",
                    "BUSINESS_APP_MESSAGE_HISTORY",
                    "CLICK",
                    "DELIVERY",
                    "IDENTITY_CHANGE",
                    "INBOUND_MESSAGE",
                    "MARKETING_SUBSCRIPTION_UPDATE",
                    "PAYMENT_STATUS",
                    "SEEN",
                    "TEMPLATE_UPDATE"),
            "VIBER",
            Set.of("CLICK", "CONSENT_UPDATE", "DELIVERY", "INBOUND_MESSAGE", "SEEN", "TEMPLATE_UPDATE"),
            "LINE",
            Set.of("DELIVERY", "INBOUND_MESSAGE"),
            "KAKAO_ALIM",
            Set.of("DELIVERY"),
            "KAKAO_BRAND_MESSAGE",
            Set.of("CLICK", "DELIVERY"),
            "ZALO",
            Set.of("CLICK", "DELIVERY", "INBOUND_MESSAGE", "TEMPLATE_UPDATE"));

    private SubscriptionRules() {}

    static Set<String> channels() {
        return new TreeSet<>(EVENTS.keySet());
    }

    static void subscription(Fields subscription, String channel) {
        subscription.text("name", 1, TEXT);
        if (!subscription.has("events")) {
            subscription.reject("events", "must not be null");
        }
        List<String> events = subscription.texts("events");
        if (events != null) {
            Set<String> known = EVENTS.getOrDefault(channel, Set.of());
            events.stream()
                    .filter(event -> !known.contains(event))
                    .forEach(event -> subscription.reject("events", event + " is not an event of " + channel));
            atMost(subscription, "events", events);
        }
        List<Fields> criteria = subscription.objects("criteria");
        if (criteria != null) {
            atMost(subscription, "criteria", criteria);
            criteria.forEach(pair -> {
                pair.text("applicationId", 0, TEXT);
                pair.text("entityId", 0, TEXT);
            });
        }
        for (String name : List.of("resources", "users")) {
            List<String> texts = subscription.texts(name);
            if (texts != null) {
                atMost(subscription, name, texts);
            }
        }
        if (!subscription.has("profile")) {
            subscription.reject("profile", "must not be null");
        }
    }

    /** Checks what a profile has beside its id and its security. */
    static void profile(Fields profile) {
        Fields webhook = profile.requiredObject("webhook");
        if (webhook != null) {
            String url = webhook.required("notifyUrl", URL);
            if (url != null && Target.address(url) == null) {
                webhook.reject("notifyUrl", "is not a valid url");
            }
            String type = webhook.text("contentType", 0, TEXT);
            if (type != null && !type.equals("application/json")) {
                webhook.reject("contentType", type + " is not played by this sandbox");
            }
        }
        profile.integer("maxBucketSize", 1, 2000);
        profile.integer("windowSize", 20, 10_000);
        profile.integer("connectTimeout", 300, 30_000);
        profile.integer("readTimeout", 1000, 90_000);
        profile.integer("rateLimit", 1, 5000);
        profile.text("responseRegex", 0, ANY);
        profile.text("responseBodyRegex", 0, ANY);
        if (profile.has("clientCertificateId")) {
            profile.reject("clientCertificateId", "is not played by this sandbox");
        }
        List<String> protocols = profile.texts("enabledSSLProtocols");
        if (protocols != null && !PROTOCOLS.containsAll(protocols)) {
            profile.reject("enabledSSLProtocols", "must be of " + new TreeSet<>(PROTOCOLS));
        }
        Fields headers = profile.object("headers");
        if (headers != null) {
            headers.node().properties().forEach(header -> {
                if (!header.getValue().isTextual()) {
                    headers.reject(header.getKey(), "must be a string");
                }
            });
        }
    }

    /** Tells whether a profile only names another by its id. */
    static boolean reference(Fields profile) {
        return DETAILS.stream().noneMatch(profile::has);
    }

    /** Checks what security settings have beside their id. */
    static void security(Fields security) {
        String type = security.oneOf("type", TYPES);
        if (type == null) {
            return;
        }
        if (type.equals("OAUTH") || type.equals("CUSTOM")) {
            security.reject("type", type + " is not played by this sandbox");
            return;
        }
        Fields credentials = security.requiredObject("credentials");
        if (credentials == null) {
            return;
        }
        if (type.equals("BASIC")) {
            credentials.required("username", TEXT);
            credentials.required("password", TEXT);
        } else {
            credentials.required("secretKey", TEXT);
            credentials.oneOf("algorithm", Signing.algorithms());
        }
    }

    static @Nullable String id(Fields fields, String name) {
        return fields.required(name, TEXT);
    }

    /** The words of an array. */
    static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static void atMost(Fields fields, String name, List<?> values) {
        if (values.size() > MANY) {
            fields.reject(name, "size must be between 0 and " + MANY);
        }
    }
}
