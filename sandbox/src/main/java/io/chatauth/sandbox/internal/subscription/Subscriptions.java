package io.chatauth.sandbox.internal.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Routes;
import io.chatauth.sandbox.internal.subscription.SubscriptionStore.Kind;
import io.chatauth.sandbox.internal.webhook.Event;
import io.chatauth.sandbox.internal.webhook.Notice;
import io.chatauth.sandbox.internal.webhook.SignatureStyle;
import io.chatauth.sandbox.internal.webhook.Signing;
import io.chatauth.sandbox.internal.webhook.Target;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where webhooks go that their message sends nowhere itself. Safe for use by many threads. */
public final class Subscriptions {
    /** What subscriptions call a channel, where that differs. */
    private static final Map<String, String> NAMES = Map.of("KAKAO", "KAKAO_ALIM");

    private final SubscriptionStore store = new SubscriptionStore();
    private volatile SignatureStyle style = SignatureStyle.DEFAULT;

    /**
     * Adds the routes.
     *
     * @param routes the API's routes
     */
    public void addTo(Routes routes) {
        new SubscriptionEndpoints(store).addTo(routes);
        new InboundEndpoints(store).addTo(routes);
    }

    /**
     * Sets how the signatures of HMAC security settings travel.
     *
     * @param value how
     */
    public void style(SignatureStyle value) {
        style = value;
    }

    /** Forgets everything. */
    public void reset() {
        store.clear();
        style = SignatureStyle.DEFAULT;
    }

    /**
     * Finds where a notice goes: an inbound message by its sender's configuration, everything by the newest
     * subscription that names its sender, else by the newest that names none.
     *
     * @param notice the notice
     * @return where it goes, or null if nobody asked for it
     */
    public @Nullable Target target(Notice notice) {
        if (notice.event() == Event.INBOUND_MESSAGE) {
            ObjectNode forwarding = InboundEndpoints.forwarding(store, notice.channel(), notice.sender());
            if (forwarding != null) {
                return Target.of(URI.create(forwarding.path("url").asText()));
            }
        }
        String channel = NAMES.getOrDefault(notice.channel(), notice.channel());
        List<ObjectNode> asking = store.list(Kind.SUBSCRIPTION, key -> key.startsWith(channel + "/")).stream()
                .filter(subscription -> asks(subscription, notice))
                .toList();
        return asking.stream()
                .filter(subscription -> !subscription.path("resources").isEmpty())
                .findFirst()
                .or(() -> asking.stream().findFirst())
                .map(subscription -> store.get(
                        Kind.PROFILE, subscription.at("/profile/profileId").asText()))
                .map(this::target)
                .orElse(null);
    }

    private static boolean asks(ObjectNode subscription, Notice notice) {
        JsonNode resources = subscription.path("resources");
        return SubscriptionRules.words(subscription.path("events"))
                        .contains(notice.event().name())
                && (resources.isEmpty() || SubscriptionRules.words(resources).contains(notice.sender()))
                && fits(subscription.path("criteria"), notice.platform());
    }

    private static boolean fits(JsonNode criteria, Notice.Platform platform) {
        if (criteria.isEmpty()) {
            return true;
        }
        for (JsonNode pair : criteria) {
            if (same(pair.path("applicationId"), platform.applicationId())
                    && same(pair.path("entityId"), platform.entityId())) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(JsonNode wanted, @Nullable String given) {
        return wanted.asText("").isEmpty() || wanted.asText().equals(given);
    }

    private Target target(ObjectNode profile) {
        URI url = URI.create(profile.at("/webhook/notifyUrl").asText());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        profile.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        ObjectNode security =
                store.get(Kind.SECURITY, profile.at("/security/authId").asText());
        Signing signing = null;
        if (security != null) {
            JsonNode credentials = security.path("credentials");
            if (security.path("type").asText().equals("BASIC")) {
                String pair = credentials.path("username").asText() + ":"
                        + credentials.path("password").asText();
                headers.put(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            } else {
                signing = new Signing(
                        credentials.path("secretKey").asText(),
                        credentials.path("algorithm").asText(),
                        style);
            }
        }
        return new Target(url, signing, new LinkedHashMap<>(headers));
    }
}
