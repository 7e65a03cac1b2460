package io.chatauth.sandbox.internal.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.registry.Paging;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import io.chatauth.sandbox.internal.server.Routes;
import io.chatauth.sandbox.internal.server.Violations;
import io.chatauth.sandbox.internal.subscription.SubscriptionStore.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code /subscriptions/1}: subscriptions, their notification profiles, and the security settings of those. */
final class SubscriptionEndpoints {
    private static final String SUBSCRIPTIONS = "/subscriptions/1/subscription/{channel}";
    private static final String PROFILES = "/subscriptions/1/profiles";
    private static final String SECURITY = "/subscriptions/1/security";
    private static final int PAGE = 20;
    private static final int MAX_PAGE = 100;

    private final SubscriptionStore store;

    SubscriptionEndpoints(SubscriptionStore store) {
        this.store = store;
    }

    void addTo(Routes routes) {
        String subscription = SUBSCRIPTIONS + "/{id}";
        routes.add("POST", SUBSCRIPTIONS, request -> change(request, this::createSubscription))
                .add("GET", SUBSCRIPTIONS, this::subscriptions)
                .add("GET", subscription, request -> Reply.json(200, found(Kind.SUBSCRIPTION, key(request))))
                .add("PUT", subscription, request -> change(request, this::replaceSubscription))
                .add("DELETE", subscription, this::deleteSubscription);
        addSimple(routes, PROFILES, Kind.PROFILE, this::createProfile, this::replaceProfile);
        addSimple(routes, SECURITY, Kind.SECURITY, this::createSecurity, this::replaceSecurity);
    }

    /** Changes the store by a request whose body is checked on the way. */
    @FunctionalInterface
    private interface Change {
        Reply apply(Request request, Fields body, Violations violations);
    }

    private void addSimple(Routes routes, String path, Kind kind, Change create, Change replace) {
        routes.add("POST", path, request -> change(request, create))
                .add("GET", path, request -> page(request, store.list(kind, key -> true)))
                .add("GET", path + "/{id}", request -> Reply.json(200, found(kind, request.variable("id"))))
                .add("PUT", path + "/{id}", request -> change(request, replace))
                .add("DELETE", path + "/{id}", request -> delete(kind, request.variable("id")));
    }

    private Reply change(Request request, Change change) {
        Violations violations = new Violations();
        Fields body = new Fields(request.object(""), "", violations);
        synchronized (store) {
            return change.apply(request, body, violations);
        }
    }

    private Reply createSubscription(Request request, Fields body, Violations violations) {
        String channel = channel(request);
        String id = SubscriptionRules.id(body, "subscriptionId");
        SubscriptionRules.subscription(body, channel);
        Fields profile = body.object("profile");
        String profileId = profile == null ? null : nested(profile, "profileId", Kind.PROFILE, this::checkProfile);
        if (id != null && store.get(Kind.SUBSCRIPTION, channel + "/" + id) != null) {
            body.reject("subscriptionId", id + " exists already");
        }
        violations.refuseIfAny();
        if (id == null || profile == null || profileId == null) {
            throw new IllegalStateException("a missing property was not refused");
        }
        if (!SubscriptionRules.reference(profile)) {
            putProfile(profileId, profile);
        }
        ObjectNode stored = subscription(id, body.node(), profileId);
        store.put(Kind.SUBSCRIPTION, channel + "/" + id, stored);
        return created("/subscriptions/1/subscription/" + channel + "/" + id, identity(stored));
    }

    private Reply replaceSubscription(Request request, Fields body, Violations violations) {
        String id = request.variable("id");
        found(Kind.SUBSCRIPTION, key(request));
        SubscriptionRules.subscription(body, channel(request));
        Fields profile = body.object("profile");
        String profileId = profile == null ? null : existing(profile, "profileId", Kind.PROFILE);
        violations.refuseIfAny();
        if (profileId == null) {
            throw new IllegalStateException("a missing profile was not refused");
        }
        ObjectNode stored = subscription(id, body.node(), profileId);
        store.put(Kind.SUBSCRIPTION, key(request), stored);
        return Reply.json(200, identity(stored));
    }

    private Reply deleteSubscription(Request request) {
        ObjectNode removed = store.remove(Kind.SUBSCRIPTION, key(request));
        if (removed == null) {
            throw new Problem(404, "");
        }
        return Reply.json(200, identity(removed));
    }

    private Reply subscriptions(Request request) {
        String channel = channel(request);
        List<ObjectNode> fitting = store.list(Kind.SUBSCRIPTION, key -> key.startsWith(channel + "/")).stream()
                .filter(wanted(request))
                .toList();
        return page(request, fitting);
    }

    private static Predicate<ObjectNode> wanted(Request request) {
        String application = request.parameter("applicationId");
        String entity = request.parameter("entityId");
        String resource = request.parameter("resource");
        String user = request.parameter("user");
        return subscription -> holds(subscription.path("criteria"), "applicationId", application)
                && holds(subscription.path("criteria"), "entityId", entity)
                && (resource == null
                        || SubscriptionRules.words(subscription.path("resources"))
                                .contains(resource))
                && (user == null
                        || SubscriptionRules.words(subscription.path("users")).contains(user));
    }

    private static boolean holds(JsonNode criteria, String name, @Nullable String value) {
        if (value == null) {
            return true;
        }
        for (JsonNode pair : criteria) {
            if (pair.path(name).asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private Reply createProfile(Request request, Fields body, Violations violations) {
        String id = SubscriptionRules.id(body, "profileId");
        checkProfile(id, body);
        violations.refuseIfAny();
        ObjectNode stored = putProfile(String.valueOf(id), body);
        return created(PROFILES + "/" + id, identityOfProfile(stored));
    }

    private Reply replaceProfile(Request request, Fields body, Violations violations) {
        String id = request.variable("id");
        found(Kind.PROFILE, id);
        SubscriptionRules.profile(body);
        Fields security = body.object("security");
        if (security != null) {
            existing(security, "authId", Kind.SECURITY);
        }
        violations.refuseIfAny();
        return Reply.json(200, identityOfProfile(putProfile(id, body)));
    }

    private void checkProfile(@Nullable String id, Fields profile) {
        refuseTaken(Kind.PROFILE, id, profile, "profileId");
        SubscriptionRules.profile(profile);
        Fields security = profile.object("security");
        if (security != null) {
            nested(security, "authId", Kind.SECURITY, this::checkSecurity);
        }
    }

    private ObjectNode putProfile(String id, Fields profile) {
        ObjectNode stored = profile.node().deepCopy().put("profileId", id);
        if (stored.get("security") instanceof ObjectNode security) {
            String authId = security.path("authId").asText();
            if (security.has("type")) {
                store.put(Kind.SECURITY, authId, security.deepCopy());
            }
            stored.putObject("security").put("authId", authId);
        }
        store.put(Kind.PROFILE, id, stored);
        return stored;
    }

    private Reply createSecurity(Request request, Fields body, Violations violations) {
        String id = SubscriptionRules.id(body, "authId");
        checkSecurity(id, body);
        violations.refuseIfAny();
        store.put(Kind.SECURITY, String.valueOf(id), body.node().deepCopy());
        return created(SECURITY + "/" + id, Json.object().put("authId", id));
    }

    private Reply replaceSecurity(Request request, Fields body, Violations violations) {
        String id = request.variable("id");
        found(Kind.SECURITY, id);
        SubscriptionRules.security(body);
        violations.refuseIfAny();
        store.put(Kind.SECURITY, id, body.node().deepCopy().put("authId", id));
        return Reply.json(200, Json.object().put("authId", id));
    }

    private void checkSecurity(@Nullable String id, Fields security) {
        refuseTaken(Kind.SECURITY, id, security, "authId");
        SubscriptionRules.security(security);
    }

    private Reply delete(Kind kind, String id) {
        synchronized (store) {
            ObjectNode stored = found(kind, id);
            boolean profile = kind == Kind.PROFILE;
            Kind user = profile ? Kind.SUBSCRIPTION : Kind.PROFILE;
            String path = profile ? "/profile/profileId" : "/security/authId";
            if (store.list(user, key -> true).stream()
                    .anyMatch(other -> other.at(path).asText().equals(id))) {
                throw new Problem(400, id + " is in use");
            }
            store.remove(kind, id);
            return Reply.json(
                    200, profile ? identityOfProfile(stored) : Json.object().put("authId", id));
        }
    }

    /** Reads the id of a nested object, which names an existing one or defines a new one. */
    private @Nullable String nested(Fields fields, String name, Kind kind, BiConsumer<@Nullable String, Fields> check) {
        boolean reference = kind == Kind.PROFILE
                ? SubscriptionRules.reference(fields)
                : !fields.has("type") && !fields.has("credentials");
        if (reference) {
            return existing(fields, name, kind);
        }
        String id = SubscriptionRules.id(fields, name);
        check.accept(id, fields);
        return id;
    }

    private @Nullable String existing(Fields fields, String name, Kind kind) {
        String id = SubscriptionRules.id(fields, name);
        if (id != null && store.get(kind, id) == null) {
            fields.reject(name, id + " does not exist");
        }
        return id;
    }

    private void refuseTaken(Kind kind, @Nullable String id, Fields fields, String name) {
        if (id != null && store.get(kind, id) != null) {
            fields.reject(name, id + " exists already");
        }
    }

    private ObjectNode subscription(String id, ObjectNode body, String profileId) {
        ObjectNode stored = body.deepCopy().put("subscriptionId", id);
        ObjectNode profile = store.get(Kind.PROFILE, profileId);
        stored.set("profile", profile == null ? Json.object() : identityOfProfile(profile));
        return stored;
    }

    private static ObjectNode identity(ObjectNode subscription) {
        ObjectNode identity = Json.object()
                .put("subscriptionId", subscription.path("subscriptionId").asText());
        identity.set("profile", subscription.path("profile"));
        return identity;
    }

    private static ObjectNode identityOfProfile(ObjectNode profile) {
        ObjectNode identity =
                Json.object().put("profileId", profile.path("profileId").asText());
        if (profile.has("security")) {
            identity.set("security", profile.get("security"));
        }
        return identity;
    }

    private static Reply created(String location, ObjectNode body) {
        return Reply.json(201, body).with(Map.of("Location", location));
    }

    private static Reply page(Request request, List<ObjectNode> all) {
        Paging paging = Paging.of(request, PAGE, MAX_PAGE);
        ObjectNode body = Json.object();
        paging.page(all).forEach(body.putArray("results")::add);
        body.set("paging", paging.json(all.size()));
        return Reply.json(200, body);
    }

    private ObjectNode found(Kind kind, String key) {
        ObjectNode value = store.get(kind, key);
        if (value == null) {
            throw new Problem(404, "");
        }
        return value;
    }

    private static String key(Request request) {
        return channel(request) + "/" + request.variable("id");
    }

    private static String channel(Request request) {
        String channel = request.variable("channel");
        if (!SubscriptionRules.channels().contains(channel)) {
            throw new Problem(
                    400, "", Map.of("channel", List.of("must be one of " + SubscriptionRules.channels() + " here")));
        }
        return channel;
    }
}
