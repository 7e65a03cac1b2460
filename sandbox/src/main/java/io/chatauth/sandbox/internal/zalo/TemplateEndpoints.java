package io.chatauth.sandbox.internal.zalo;

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
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Zalo's templates: create and edit under {@code /zalo/2}, list and get under {@code /zalo/1}. What creating calls
 * {@code templateId}, a text, is what sending, listing and getting call {@code templateName}, a number.
 */
final class TemplateEndpoints {
    private static final String WRITE = "/zalo/2/sender/{sender}/templates";
    private static final String READ = "/zalo/1/sender/{sender}/templates";
    private static final long FIRST = 322_300;
    private static final int SIZE = 100;
    private static final long TIMEOUT = 86_400;
    private static final String APP = "1234567890";
    private static final String DEFAULT_FILTER = "ENABLED";
    private static final Map<String, String> FILTERS = Map.of(
            "ENABLED", "ENABLE", "PENDING_REVIEW", "PENDING_REVIEW", "REJECTED", "REJECT", "DISABLED", "DISABLE");

    private final RegisteredStore store;
    private final Set<String> senders;
    private final Runnable changed;

    TemplateEndpoints(RegisteredStore store, Set<String> senders, Runnable changed) {
        this.store = store;
        this.senders = senders;
        this.changed = changed;
    }

    void addTo(Routes routes) {
        routes.add("POST", WRITE, this::create)
                .add("PUT", WRITE, this::edit)
                .add("GET", READ, this::list)
                .add("GET", READ + "/{id}", this::get);
    }

    /** Checks the sender of a path. */
    static String sender(Request request, Set<String> senders) {
        String sender = request.variable("sender");
        if (!sender.chars().allMatch(Character::isDigit)) {
            throw new Problem(400, "", Map.of("sender", List.of("must be a whole number")));
        }
        if (!senders.isEmpty() && !senders.contains(sender)) {
            throw new Problem(404, "ZALO-RSA404", "Provided sender not found.");
        }
        return sender;
    }

    private Reply create(Request request) {
        String sender = sender(request, senders);
        ObjectNode body = request.object("");
        Violations violations = new Violations();
        TemplateRules.check(Fields.indexed(body, "", violations));
        violations.refuseIfAny();
        String name = body.path("templateName").asText();
        if (taken(sender, name, "")) {
            throw new Problem(409, "ZALO-TMP409", "Template with the same name already exists.");
        }
        Registered template = store.add(Long.toString(FIRST + store.nextNumber()), sender, name, body.deepCopy());
        changed.run();
        return Reply.json(200, written(template));
    }

    private Reply edit(Request request) {
        String sender = sender(request, senders);
        ObjectNode body = request.object("");
        Violations violations = new Violations();
        Fields fields = Fields.indexed(body, "", violations);
        String id = fields.required("templateId", Integer.MAX_VALUE);
        TemplateRules.check(fields);
        violations.refuseIfAny();
        Registered before = id == null ? null : store.find(sender, id);
        if (before == null) {
            throw new Problem(404, "");
        }
        if (!before.status().equals("REJECT")) {
            throw new Problem(400, "", Map.of("templateId", List.of("only rejected templates can be edited")));
        }
        String name = body.path("templateName").asText();
        if (taken(sender, name, before.id())) {
            throw new Problem(409, "ZALO-TMP409", "Template with the same name already exists.");
        }
        ObjectNode details = body.deepCopy();
        details.remove("templateId");
        Registered after = store.edit(before.id(), name, details);
        if (after == null) {
            throw new Problem(404, "");
        }
        changed.run();
        return Reply.json(200, written(after));
    }

    private Reply list(Request request) {
        String sender = sender(request, senders);
        String filter = request.parameter("status");
        String wanted = filter == null ? DEFAULT_FILTER : filter;
        if (!wanted.equals("ALL") && !FILTERS.containsKey(wanted)) {
            throw new Problem(
                    400,
                    "",
                    Map.of("status", List.of("must be one of [ALL, DISABLED, ENABLED, PENDING_REVIEW, REJECTED]")));
        }
        List<Registered> all = store.list(sender).stream()
                .filter(template -> wanted.equals("ALL") || template.status().equals(FILTERS.get(wanted)))
                .toList();
        Paging paging = Paging.of(request, SIZE, SIZE);
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        paging.page(all)
                .forEach(template -> results.add(read(template).put("createdTime", Json.time(template.createdAt()))));
        body.set("paging", paging.json(all.size()));
        return Reply.json(200, body);
    }

    private Reply get(Request request) {
        String sender = sender(request, senders);
        Registered template = store.find(sender, request.variable("id"));
        if (template == null) {
            throw new Problem(404, "");
        }
        JsonNode content = template.details().path("templateContent");
        ObjectNode body = read(template);
        if (template.status().equals("REJECT")) {
            body.put("reason", "Rejected in the sandbox.");
        }
        ArrayNode properties = body.putArray("templateProperties");
        for (JsonNode param : template.details().path("params")) {
            properties
                    .addObject()
                    .put("name", param.path("name").asText())
                    .put("required", true)
                    .put("type", "STRING")
                    .put("maxLength", TemplateRules.maxLength(param.path("type").asText()))
                    .put("minLength", 1)
                    .put("acceptNull", false);
        }
        ArrayNode buttons = body.putArray("templateButtons");
        content.path("buttons").path("items").forEach(button -> buttons.add(button.deepCopy()));
        body.put("previewUrl", previewUrl(template));
        if (content.hasNonNull("tag")) {
            body.put("templateTag", content.path("tag").asText());
        }
        return Reply.json(200, body);
    }

    private boolean taken(String sender, String name, String except) {
        return store.list(sender).stream()
                .anyMatch(template ->
                        template.name().equals(name) && !template.id().equals(except));
    }

    private static ObjectNode read(Registered template) {
        return Json.object()
                .put("templateName", Long.parseLong(template.id()))
                .put("displayName", template.name())
                .put("status", template.status());
    }

    private static ObjectNode written(Registered template) {
        JsonNode content = template.details().path("templateContent");
        ObjectNode body = Json.object()
                .put("templateId", template.id())
                .put("templateName", template.name())
                .put("templateType", content.path("type").asText())
                .put("status", template.status());
        if (content.hasNonNull("tag")) {
            body.put("tag", content.path("tag").asText());
        }
        return body.put("appId", APP)
                .put("oaId", template.sender())
                .put("timeout", TIMEOUT)
                .put("previewUrl", previewUrl(template));
    }

    private static String previewUrl(Registered template) {
        return "https://example.com/preview/template/" + template.id();
    }
}
