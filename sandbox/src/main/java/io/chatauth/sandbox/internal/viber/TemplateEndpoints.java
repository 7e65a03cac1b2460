package io.chatauth.sandbox.internal.viber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.registry.Paging;
import io.chatauth.sandbox.internal.registry.Registered;
import io.chatauth.sandbox.internal.registry.RegisteredStore;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import io.chatauth.sandbox.internal.server.Routes;
import io.chatauth.sandbox.internal.server.Violations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code /viber/1/senders/{sender}/templates}: create, list, get, delete. */
final class TemplateEndpoints {
    private static final String PATH = "/viber/1/senders/{sender}/templates";
    private static final int TEMPLATE = 1000;
    private static final int MAX_PARAMS = 8;
    private static final int PARAM_NAME = 50;
    private static final int EXAMPLE = 125;
    private static final int SIZE = 20;
    private static final int MAX_SIZE = 100;
    private static final String PIN = "pin";
    private static final Pattern BLANK_AT_END = Pattern.compile("\\{\\{[^{}]+}}\\W*$");
    private static final Set<String> CATEGORIES = Set.of("OTP", "TRANSACTIONAL");
    private static final Set<String> LANGUAGES = Set.of(("ar hy be bs bg my hr cs da nl en fi fr ka de el he hu id it "
                    + "ja ne no fa pl ro ru sr sk sl es sv th tr uk vi zh-Hans zh-Hant pt_BR pt_PT fr_FR es_ES")
            .split(" "));
    private static final Set<String> ORDERS = Set.of("id", "sender", "channel", "templateId", "name", "createdAt");

    private final RegisteredStore store;
    private final Set<String> senders;
    private final Runnable changed;

    TemplateEndpoints(RegisteredStore store, Set<String> senders, Runnable changed) {
        this.store = store;
        this.senders = senders;
        this.changed = changed;
    }

    void addTo(Routes routes) {
        routes.add("POST", PATH, this::create)
                .add("GET", PATH, this::list)
                .add("GET", PATH + "/{id}", this::get)
                .add("DELETE", PATH + "/{id}", this::delete);
    }

    private Reply create(Request request) {
        String sender = sender(request);
        ObjectNode body = request.object("");
        Violations violations = new Violations();
        Fields fields = Fields.indexed(body, "", violations);
        String category = fields.oneOf("category", CATEGORIES);
        List<Fields> bodies = fields.requiredObjects("body", 0, 1);
        for (Fields text : bodies) {
            text.oneOf("language", LANGUAGES);
            String template = text.required("template", TEMPLATE);
            if (template != null && BLANK_AT_END.matcher(template).find()) {
                text.reject("template", "last word cannot be a placeholder");
            }
        }
        if ("TRANSACTIONAL".equals(category) && bodies.isEmpty()) {
            fields.reject("body", "must not be empty");
        }
        Set<String> names = params(fields);
        if ("OTP".equals(category) && !names.contains(PIN)) {
            fields.reject("params", "must contain a parameter with the name pin");
        }
        String words = body.at("/body/0/template").asText("{{pin}}");
        if (!Viber.BLANKS.names(words).equals(names)) {
            fields.reject("params", "must have the names of the placeholders in the template");
        }
        violations.refuseIfAny();
        String id = UUID.randomUUID().toString();
        Registered template = store.add(id, sender, id, details(body));
        changed.run();
        return Reply.json(
                201,
                json(template)
                        .put("createdAt", template.createdAt().toEpochMilli())
                        .put("lastModified", template.updatedAt().toEpochMilli()));
    }

    private static Set<String> params(Fields fields) {
        Set<String> names = new HashSet<>();
        if (!fields.has("params")) {
            return names;
        }
        for (Fields param : fields.requiredObjects("params", 0, MAX_PARAMS)) {
            param.oneOf("type", Set.of("TEXT"));
            String name = param.required("name", PARAM_NAME);
            param.required("example", EXAMPLE);
            if (name != null && !names.add(name)) {
                param.reject("name", "must be unique");
            }
        }
        return names;
    }

    private Reply list(Request request) {
        List<Registered> all = new ArrayList<>(store.list(sender(request)));
        String order = request.parameter("orderBy");
        if (order != null) {
            String[] parts = order.split(",", -1);
            if (!ORDERS.contains(parts[0])
                    || parts.length != 2
                    || !Set.of("ASC", "DESC").contains(parts[1])) {
                throw new Problem(400, "", Map.of("orderBy", List.of("must be property,ASC or property,DESC")));
            }
            if (!parts[0].equals("createdAt")) {
                all.sort((one, other) -> one.id().compareTo(other.id()));
            }
            if (parts[1].equals("DESC")) {
                Collections.reverse(all);
            }
        }
        Paging paging = Paging.of(request, SIZE, MAX_SIZE);
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("templates");
        paging.page(all).forEach(template -> list.add(json(template)));
        body.set("paging", paging.json(all.size()));
        return Reply.json(200, body);
    }

    private Reply get(Request request) {
        return Reply.json(200, json(template(request)));
    }

    private Reply delete(Request request) {
        store.remove(template(request).id());
        changed.run();
        return Reply.empty(204);
    }

    private String sender(Request request) {
        String sender = request.variable("sender");
        if (!senders.isEmpty() && !senders.contains(sender)) {
            throw new Problem(404, "");
        }
        return sender;
    }

    private Registered template(Request request) {
        Registered template = store.find(sender(request), request.variable("id"));
        if (template == null) {
            throw new Problem(404, "");
        }
        return template;
    }

    private static ObjectNode details(ObjectNode body) {
        ObjectNode details = Json.object();
        for (String name : List.of("category", "params", "body")) {
            JsonNode value = body.path(name);
            details.set(name, value.isMissingNode() || value.isNull() ? Json.array() : value.deepCopy());
        }
        return details;
    }

    private static ObjectNode json(Registered template) {
        ObjectNode details = template.details().deepCopy();
        ObjectNode json = Json.object()
                .put("templateId", template.id())
                .put("version", "1")
                .put("sender", template.sender())
                .put("category", details.path("category").asText())
                .put("status", template.status());
        json.set("params", details.path("params"));
        json.set("body", details.path("body"));
        return json;
    }
}
