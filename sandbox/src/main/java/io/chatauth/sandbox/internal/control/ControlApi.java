package io.chatauth.sandbox.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.message.Conversations;
import io.chatauth.sandbox.internal.message.Message;
import io.chatauth.sandbox.internal.message.MessageStore;
import io.chatauth.sandbox.internal.server.Fault;
import io.chatauth.sandbox.internal.server.Faults;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import io.chatauth.sandbox.internal.server.RequestLog;
import io.chatauth.sandbox.internal.server.Routes;
import io.chatauth.sandbox.internal.webhook.Webhooks;
import io.chatauth.sandbox.internal.whatsapp.Template;
import io.chatauth.sandbox.internal.whatsapp.TemplateStatus;
import io.chatauth.sandbox.internal.whatsapp.TemplateStore;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** The routes under {@code /_sandbox}. */
public final class ControlApi {
    /**
     * What is driven.
     *
     * @param log the recorded requests
     * @param faults what goes wrong
     * @param messages all messages
     * @param templates all templates
     * @param conversations what happens to messages
     * @param webhooks where reports and replies go
     * @param inPart whether a bad message in a batch is refused alone
     * @param reset forgets everything
     * @param changed runs after every change that the others don't tell
     */
    public record Driven(
            RequestLog log,
            Faults faults,
            MessageStore messages,
            TemplateStore templates,
            Conversations conversations,
            Webhooks webhooks,
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
        return new Routes()
                .add(
                        "GET",
                        "/_sandbox/health",
                        request -> Reply.json(200, Json.object().put("status", "UP")))
                .add(
                        "GET",
                        "/_sandbox/requests",
                        request -> Reply.json(200, driven.log().list()))
                .add("GET", "/_sandbox/messages", api::messages)
                .add("GET", "/_sandbox/phones", api::phones)
                .add("GET", "/_sandbox/templates", api::templates)
                .add("POST", "/_sandbox/templates/{id}/status", api::decide)
                .add("POST", "/_sandbox/seen", answering::seen)
                .add("POST", "/_sandbox/reply", answering::reply)
                .add("PUT", "/_sandbox/webhook", api::webhook)
                .add("PUT", "/_sandbox/batch-refusal", api::batchRefusal)
                .add("POST", "/_sandbox/faults", api::fault)
                .add("POST", "/_sandbox/reset", api::reset);
    }

    private Reply messages(Request request) {
        String to = request.parameter("to");
        ArrayNode list = Json.array();
        driven.messages()
                .list(message ->
                        message.toPerson() && (to == null || message.to().equals(to)))
                .forEach(message -> list.add(Views.message(message)));
        return Reply.json(200, list);
    }

    private Reply phones(Request request) {
        return Reply.json(200, Views.phones(driven.messages().list((Message message) -> true)));
    }

    private Reply templates(Request request) {
        ArrayNode list = Json.array();
        driven.templates().list(null).forEach(template -> list.add(view(template)));
        return Reply.json(200, list);
    }

    private Reply decide(Request request) {
        ObjectNode body = ControlBodies.body(request, Set.of("status"));
        String status = ControlBodies.required(body, "status");
        if (!TemplateStatus.names().contains(status)) {
            throw ControlBodies.bad("'status' must be one of "
                    + TemplateStatus.names().stream().sorted().toList());
        }
        String id = request.variable("id");
        Template template = driven.templates().decide(id, TemplateStatus.valueOf(status));
        if (template == null) {
            throw new Problem(404, "there is no template " + id);
        }
        driven.changed().run();
        return Reply.json(200, view(template));
    }

    private Reply webhook(Request request) {
        driven.webhooks().target(ControlBodies.target(request));
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

    private static ObjectNode view(Template template) {
        return template.json().put("sender", template.sender());
    }

    private static Reply done() {
        return Reply.json(200, Json.object().put("done", true));
    }
}
