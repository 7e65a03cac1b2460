package io.chatauth.internal.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.ChannelId;
import io.chatauth.internal.text.Masking;
import io.chatauth.spi.Subscribable;
import io.chatauth.spi.WireRequest;
import io.chatauth.webhook.ProviderSecurity;
import io.chatauth.webhook.WebhookStep;
import io.chatauth.webhook.WebhookStep.Action;
import io.chatauth.webhook.WebhookStep.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Compares what stands at the provider with what must stand there. What somebody else set on the same object stays: only
 * what is needed is written over it.
 */
final class Drafts {
    private static final String PROFILES = "/subscriptions/1/profiles";
    private static final String SECURITY = "/subscriptions/1/security";
    private static final String SUBSCRIPTIONS = "/subscriptions/1/subscription/";
    private static final String INBOUND = "/resource-management/1/inbound-message-configurations";
    private static final String JSON = "application/json";

    private final Names names;
    private final ProviderSecurity way;
    private final Optional<ObjectNode> wantedSecurity;
    private final String header;

    Drafts(Names names, ProviderSecurity way) {
        this.names = names;
        this.way = way;
        this.wantedSecurity = Securities.body(way);
        this.header = Securities.header(way).orElse("");
    }

    /** Empty if this way of proof needs no security settings. */
    Optional<Draft> security(Api api) {
        return wantedSecurity.map(wanted -> {
            String path = SECURITY + "/" + names.security();
            Supplier<WireRequest> create =
                    () -> Api.write("POST", SECURITY, wanted.deepCopy().put("authId", names.security()));
            return draft(
                    new What(Optional.empty(), Kind.SECURITY, names.security(), Securities.describe(way)),
                    api.read("the security settings " + names.security(), path),
                    create,
                    now -> Securities.differences(now, wanted),
                    now -> Api.write("PUT", path, wanted));
        });
    }

    Draft profile(Api api, ChannelId channel) {
        String id = names.of(channel);
        String path = PROFILES + "/" + id;
        String security = wantedSecurity.isPresent() ? names.security() : "";
        List<String> described = new ArrayList<>(List.of(names.url(channel)));
        if (wantedSecurity.isPresent()) {
            described.add("proved by " + names.security());
        } else {
            described.addAll(Securities.describe(way));
        }
        return draft(
                new What(Optional.of(channel), Kind.PROFILE, id, described),
                api.read("the profile " + id, path),
                () -> Api.write("POST", PROFILES, profile(Api.object().put("profileId", id), channel)),
                now -> {
                    List<String> differences = new ArrayList<>();
                    String url = now.at("/webhook/notifyUrl").asText("");
                    if (!url.equals(names.url(channel))) {
                        differences.add("its URL is at " + host(url));
                    }
                    differ(
                            differences,
                            "its content type",
                            now.at("/webhook/contentType").asText(JSON),
                            JSON);
                    differ(
                            differences,
                            "its security",
                            now.at("/security/authId").asText(""),
                            security);
                    if (!now.at("/headers/Authorization").asText("").equals(header)) {
                        differences.add("its header Authorization is another");
                    }
                    return differences;
                },
                now -> {
                    ObjectNode body = copy(now);
                    body.remove("profileId");
                    return Api.write("PUT", path, profile(body, channel));
                });
    }

    Draft subscription(Api api, Wish wish, Subscribable subscribable) {
        ChannelId channel = wish.channel();
        String id = names.of(channel);
        String path = SUBSCRIPTIONS + subscribable.name() + "/" + id;
        Set<String> events = new TreeSet<>();
        subscribable.events().forEach(event -> events.add(Names.of(event)));
        String senders = wish.senders().isEmpty() ? "all senders" : String.join(", ", wish.senders());
        return draft(
                new What(
                        Optional.of(channel),
                        Kind.SUBSCRIPTION,
                        id,
                        List.of(String.join(", ", events) + " of " + senders)),
                api.read("the subscription " + id, path),
                () -> {
                    ObjectNode body = Api.object().put("subscriptionId", id).put("name", "ChatAuth " + channel);
                    return Api.write(
                            "POST",
                            SUBSCRIPTIONS + subscribable.name(),
                            subscription(body, channel, events, wish.senders()));
                },
                now -> {
                    List<String> differences = new ArrayList<>();
                    missing(differences, "it does not tell ", events, texts(now.path("events")));
                    Set<String> told = texts(now.path("resources"));
                    if (!told.isEmpty()) {
                        missing(differences, "it leaves out the sender ", wish.senders(), told);
                    }
                    differ(
                            differences,
                            "its profile",
                            now.at("/profile/profileId").asText(""),
                            id);
                    return differences;
                },
                now -> {
                    ObjectNode body = copy(now);
                    body.remove("subscriptionId");
                    Set<String> all = texts(now.path("events"));
                    all.addAll(events);
                    Set<String> resources = texts(now.path("resources"));
                    if (!resources.isEmpty()) {
                        resources.addAll(wish.senders());
                    }
                    return Api.write("PUT", path, subscription(body, channel, all, resources));
                });
    }

    /** What people write to a sender must follow the subscription: what is forwarded otherwise proves nothing. */
    Draft inbound(Api api, ChannelId channel, String name, String sender) {
        What what = new What(
                Optional.of(channel),
                Kind.INBOUND,
                sender + (name.equalsIgnoreCase(channel.value()) ? "" : " (" + name + ")"),
                List.of("what people write follows the subscription"));
        Api.Answer answer = api.tryToRead(INBOUND + "?channel=" + Api.encoded(name) + "&number=" + Api.encoded(sender));
        if (answer.body().isEmpty()) {
            return new Draft(
                    what.step(
                            Action.BY_HAND,
                            List.of("the settings can't be read (" + answer.refusal() + "): give the key the scope"
                                    + " numbers:manage, or set in the portal that what people write to this sender follows"
                                    + " the subscription")),
                    Optional.empty());
        }
        ObjectNode body = Api.object().put("channel", name).put("number", sender);
        return draft(
                what,
                withoutKeyword(answer.body().get(), sender),
                () -> Api.write("POST", INBOUND, body),
                now -> now.path("forwarding").isObject()
                        ? List.of("it is forwarded ("
                                + Masking.clean(now.at("/forwarding/type").asText("")) + ") to "
                                + host(now.at("/forwarding/url").asText("")))
                        : List.of(),
                now -> {
                    body.putArray("unset").add("FORWARDING");
                    return Api.write("POST", INBOUND, body);
                });
    }

    private ObjectNode profile(ObjectNode profile, ChannelId channel) {
        profile.putObject("webhook").put("notifyUrl", names.url(channel)).put("contentType", JSON);
        profile.remove("security");
        if (wantedSecurity.isPresent()) {
            profile.putObject("security").put("authId", names.security());
        }
        ObjectNode headers = profile.get("headers") instanceof ObjectNode there ? there : Api.object();
        headers.remove("Authorization");
        if (!header.isEmpty()) {
            headers.put("Authorization", header);
        }
        profile.remove("headers");
        if (!headers.isEmpty()) {
            profile.set("headers", headers);
        }
        return profile;
    }

    private ObjectNode subscription(
            ObjectNode subscription, ChannelId channel, Collection<String> events, Collection<String> senders) {
        fill(subscription.putArray("events"), events);
        subscription.remove("resources");
        if (!senders.isEmpty()) {
            fill(subscription.putArray("resources"), senders);
        }
        subscription.putObject("profile").put("profileId", names.of(channel));
        return subscription;
    }

    /** A thing at the provider, and how it must be. */
    private record What(Optional<ChannelId> channel, Kind kind, String name, List<String> described) {
        WebhookStep step(Action action, List<String> details) {
            return new WebhookStep(channel, kind, name, action, details);
        }
    }

    /** Tells how what stands there differs. */
    private interface Comparison {
        List<String> differences(JsonNode now);
    }

    /** Makes the request that changes what stands there. */
    private interface Change {
        WireRequest request(JsonNode now);
    }

    private static Draft draft(
            What what, Optional<JsonNode> there, Supplier<WireRequest> create, Comparison comparison, Change change) {
        if (there.isEmpty()) {
            return new Draft(what.step(Action.CREATE, what.described()), Optional.of(create.get()));
        }
        List<String> differences = comparison.differences(there.get());
        if (differences.isEmpty()) {
            return new Draft(what.step(Action.UNCHANGED, what.described()), Optional.empty());
        }
        List<String> details = new ArrayList<>(differences);
        details.add("will be: " + String.join("; ", what.described()));
        return new Draft(what.step(Action.CHANGE, details), Optional.of(change.request(there.get())));
    }

    private static Optional<JsonNode> withoutKeyword(JsonNode answer, String sender) {
        for (JsonNode one : answer.isArray() ? answer : answer.path("results")) {
            boolean ours = !one.has("number") || one.path("number").asText().equals(sender);
            if (ours && one.path("keyword").asText("").isEmpty()) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The path of a URL may be the secret of whoever set it. */
    private static String host(String url) {
        try {
            return "'" + Masking.clean(String.valueOf(URI.create(url).getHost())) + "'";
        } catch (IllegalArgumentException e) {
            return "an address that is no URL";
        }
    }

    static void differ(List<String> differences, String what, String now, String wanted) {
        if (!now.equals(wanted)) {
            differences.add(what + (now.isEmpty() ? " is not set" : " is '" + Masking.clean(now) + "'"));
        }
    }

    private static void missing(
            List<String> differences, String what, Collection<String> wanted, Collection<String> there) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            differences.add(what + String.join(", ", missing));
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static void fill(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }

    private static ObjectNode copy(JsonNode node) {
        return node instanceof ObjectNode object ? object.deepCopy() : Api.object();
    }
}
