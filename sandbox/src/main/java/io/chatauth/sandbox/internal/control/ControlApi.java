package io.chatauth.sandbox.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.auth.Tokens;
import io.chatauth.sandbox.internal.message.Conversations;
import io.chatauth.sandbox.internal.message.Message;
import io.chatauth.sandbox.internal.message.MessageStore;
import io.chatauth.sandbox.internal.registry.Declaration;
import io.chatauth.sandbox.internal.registry.Registry;
import io.chatauth.sandbox.internal.server.Fault;
import io.chatauth.sandbox.internal.server.Faults;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.MovableClock;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import io.chatauth.sandbox.internal.server.RequestLog;
import io.chatauth.sandbox.internal.server.Routes;
import io.chatauth.sandbox.internal.subscription.Subscriptions;
import io.chatauth.sandbox.internal.webhook.Webhooks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The routes under {@code /_sandbox}. */
public final class ControlApi {
    /**
     * What is driven.
     *
     * @param log the recorded requests
     * @param faults what goes wrong
     * @param messages all messages
     * @param templates all channels' templates
     * @param declarations how templates are declared, by the name in the path
     * @param conversations what happens to messages
     * @param webhooks where reports and replies go
     * @param subscriptions where the account's webhooks go
     * @param tokens sessions and access tokens
     * @param clock the time
     * @param inPart whether a bad message in a batch is refused alone
     * @param reset forgets everything
     * @param changed runs after every change that the others don't tell
     */
    public record Driven(
            RequestLog log,
            Faults faults,
            MessageStore messages,
            List<Registry> templates,
            Map<String, Declaration> declarations,
            Conversations conversations,
            Webhooks webhooks,
            Subscriptions subscriptions,
            Tokens tokens,
            MovableClock clock,
            AtomicBoolean inPart,
            Runnable reset,
            Runnable changed) {}

    private final Driven driven;

    private ControlApi(Driven driven) {
        this.driven = driven;
    }

    /**
     * Makes the routes.
     *
     * @param driven what they drive
     * @return the routes
     */
    public static Routes routes(Driven driven) {
        ControlApi api = new ControlApi(driven);
        Answering answering = new Answering(driven.messages(), driven.conversations());
        Routes routes = new Routes();
        driven.declarations()
                .forEach((path, declaration) -> routes.add("PUT", path, request -> api.declare(declaration, request)));
        return routes.add(
                        "GET",
                        "/_sandbox/health",
                        request -> Reply.json(200, Json.object().put("status", "UP")))
                .add(
                        "GET",
                        "/_sandbox/requests",
                        request -> Reply.json(200, driven.log().list()))
                .add("GET", "/_sandbox/messages", api::messages)
                .add("GET", "/_sandbox/phones", api::phones)
                .add("GET", "/_sandbox/qr", QrPicture::answer)
                .add("GET", "/_sandbox/templates", api::templates)
                .add("POST", "/_sandbox/templates/{id}/status", api::decide)
                .add("POST", "/_sandbox/templates/{id}/category", api::recategorise)
                .add("POST", "/_sandbox/templates/{id}/quality", api::rate)
                .add("POST", "/_sandbox/seen", answering::seen)
                .add("POST", "/_sandbox/reply", answering::reply)
                .add("PUT", "/_sandbox/reach", api::reach)
                .add("POST", "/_sandbox/identity", answering::moveAccount)
                .add("PUT", "/_sandbox/webhook", api::webhook)
                .add(
                        "GET",
                        "/_sandbox/webhooks",
                        request -> Reply.json(200, driven.webhooks().waiting()))
                .add("PUT", "/_sandbox/signature", api::signature)
                .add("GET", "/_sandbox/clock", api::now)
                .add("POST", "/_sandbox/clock", api::advance)
                .add("GET", "/_sandbox/tokens", api::tokens)
                .add("DELETE", "/_sandbox/tokens", api::endTokens)
                .add("PUT", "/_sandbox/batch-refusal", api::batchRefusal)
                .add("POST", "/_sandbox/faults", api::fault)
                .add("POST", "/_sandbox/reset", api::reset);
    }

    private Reply messages(Request request) {
        String to = request.parameter("to");
        String given = request.parameter("channel");
        String channel = given == null ? null : known(given);
        ArrayNode list = Json.array();
        driven.messages()
                .list(message -> message.toPerson()
                        && (to == null || message.to().equals(to))
                        && (channel == null || message.channel().equals(channel)))
                .forEach(message -> list.add(Views.message(message)));
        return Reply.json(200, list);
    }

    private Reply phones(Request request) {
        return Reply.json(200, Views.phones(driven.messages().list((Message message) -> true)));
    }

    private Reply templates(Request request) {
        ArrayNode list = Json.array();
        driven.templates().forEach(registry -> registry.views().forEach(list::add));
        return Reply.json(200, list);
    }

    private Reply decide(Request request) {
        return change(request, "status", Registry::statuses, Registry::decide);
    }

    private Reply recategorise(Request request) {
        return change(request, "category", Registry::categories, Registry::recategorise);
    }

    private Reply rate(Request request) {
        return change(request, "quality", Registry::qualities, Registry::rate);
    }

    private interface Change {
        @Nullable
        ObjectNode make(Registry registry, String id, String value);
    }

    private Reply change(Request request, String property, Function<Registry, Set<String>> values, Change change) {
        ObjectNode body = ControlBodies.body(request, Set.of(property));
        String value = ControlBodies.required(body, property);
        String id = request.variable("id");
        Set<String> known = new TreeSet<>();
        for (Registry registry : driven.templates()) {
            if (!registry.has(id)) {
                known.addAll(values.apply(registry));
            } else if (values.apply(registry).contains(value)) {
                ObjectNode changed = change.make(registry, id, value);
                if (changed != null) {
                    driven.changed().run();
                    return Reply.json(200, changed);
                }
            } else {
                throw unknown(property, values.apply(registry));
            }
        }
        if (!known.contains(value)) {
            throw unknown(property, known);
        }
        throw new Problem(404, "there is no template " + id);
    }

    private static Problem unknown(String property, Set<String> values) {
        return ControlBodies.bad("'" + property + "' must be one of " + new TreeSet<>(values));
    }

    private Reply declare(Declaration declaration, Request request) {
        declaration.replace(request.object("the body must be a JSON object"));
        driven.changed().run();
        return done();
    }

    private String known(String given) {
        String channel = given.toUpperCase(Locale.ROOT);
        if (!driven.conversations().knows(channel)) {
            throw ControlBodies.bad("there is no channel " + given + " in this sandbox");
        }
        return channel;
    }

    private Reply reach(Request request) {
        ObjectNode body = ControlBodies.body(request, Set.of("channel", "person", "reachable"));
        driven.conversations()
                .reach(
                        known(ControlBodies.required(body, "channel")),
                        ControlBodies.required(body, "person"),
                        ControlBodies.flag(body, "reachable"));
        return done();
    }

    private Reply webhook(Request request) {
        driven.webhooks().target(ControlBodies.target(request));
        return done();
    }

    private Reply signature(Request request) {
        driven.subscriptions().style(ControlBodies.style(request));
        return done();
    }

    private Reply now(Request request) {
        return Reply.json(200, Json.object().put("now", Json.time(driven.clock().instant())));
    }

    private Reply advance(Request request) {
        driven.clock().advance(ControlBodies.advance(request));
        return now(request);
    }

    private Reply tokens(Request request) {
        return Reply.json(200, Json.object().put("sessions", driven.tokens().sessions()));
    }

    private Reply endTokens(Request request) {
        driven.tokens().clear();
        return done();
    }

    private Reply batchRefusal(Request request) {
        String mode = ControlBodies.required(ControlBodies.body(request, Set.of("mode")), "mode");
        if (!mode.equals("whole") && !mode.equals("part")) {
            throw ControlBodies.bad("'mode' must be whole or part");
        }
        driven.inPart().set(mode.equals("part"));
        return done();
    }

    private Reply fault(Request request) {
        Fault fault = ControlBodies.fault(request);
        driven.faults().add(fault);
        return done();
    }

    private Reply reset(Request request) {
        driven.reset().run();
        return done();
    }

    private static Reply done() {
        return Reply.json(200, Json.object().put("done", true));
    }
}
