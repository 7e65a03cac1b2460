package io.chatauth.sandbox.internal.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import io.chatauth.sandbox.internal.server.Routes;
import io.chatauth.sandbox.internal.server.Violations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /whatsapp/2/senders/{sender}/templates}: create, list, get, edit, delete. */
final class TemplateEndpoints {
    private static final String PATH = "/whatsapp/2/senders/{sender}/templates";
    private static final int NAME = 512;
    private static final int PLATFORM = 255;
    private static final int EDITS_PER_MONTH = 10;
    private static final Pattern NAME_PATTERN = Pattern.compile("[a-z0-9_]+");

    private final TemplateStore store;
    private final Set<String> senders;
    private final Clock clock;
    private final Runnable changed;

    TemplateEndpoints(TemplateStore store, Set<String> senders, Clock clock, Runnable changed) {
        this.store = store;
        this.senders = senders;
        this.clock = clock;
        this.changed = changed;
    }

    void addTo(Routes routes) {
        routes.add("POST", PATH, this::create)
                .add("GET", PATH, this::list)
                .add("GET", TemplateListing.PATH, new TemplateListing(store))
                .add("GET", PATH + "/{id}", this::get)
                .add("PATCH", PATH + "/{id}", this::edit)
                .add("DELETE", PATH + "/{id}", this::delete);
    }

    private Reply create(Request request) {
        String sender = sender(request);
        ObjectNode body = request.object("");
        Violations violations = new Violations();
        Fields fields = new Fields(body, "", violations);
        String name = fields.required("name", NAME);
        if (name != null && !NAME_PATTERN.matcher(name).matches()) {
            fields.reject("name", "must contain lowercase alphanumeric characters and underscores only");
        }
        String language = fields.oneOf("language", Language.CODES);
        String category = fields.oneOf("category", TemplateStore.CATEGORIES);
        Fields structure = fields.requiredObject("structure");
        if (structure != null && category != null) {
            structure(structure, category);
        }
        extras(fields, category);
        violations.refuseIfAny();
        if (name == null || language == null || category == null) {
            throw new IllegalStateException("a missing property was not refused");
        }
        Instant now = clock.instant();
        Template template = store.add(new Template(
                "",
                sender,
                name,
                language,
                category,
                TemplateStatus.PENDING,
                readBack(body.path("structure"), category),
                extras(body, Json.object()),
                now,
                now,
                List.of()));
        if (template == null) {
            throw refused(
                    "name",
                    "is taken: a template " + name + " in " + language
                            + " exists, or one of this name was deleted in the last 30 days");
        }
        changed.run();
        return Reply.json(201, template.json());
    }

    private Reply list(Request request) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("templates");
        store.list(sender(request)).forEach(template -> list.add(template.json()));
        return Reply.json(200, body);
    }

    private Reply get(Request request) {
        return Reply.json(200, template(request).json());
    }

    private Reply edit(Request request) {
        Template before = template(request);
        ObjectNode body = request.object("");
        Violations violations = new Violations();
        Fields fields = new Fields(body, "", violations);
        String category =
                fields.has("category") ? fields.oneOf("category", TemplateStore.CATEGORIES) : before.category();
        if (!before.status().editable()) {
            throw refused("status", "only approved, rejected or paused templates can be edited");
        }
        boolean approved = before.status() == TemplateStatus.APPROVED;
        if (approved && category != null && !category.equals(before.category())) {
            fields.reject("category", "of an approved template cannot be edited");
        }
        if (approved && tooOften(before)) {
            throw refused("structure", "approved templates can be edited once in 24 hours and 10 times in 30 days");
        }
        Fields structure = fields.object("structure");
        if (structure != null && category != null) {
            structure(structure, category);
        } else if (structure == null && category != null && differs(category, before)) {
            fields.reject("structure", "must be given with this category");
        }
        extras(fields, category);
        violations.refuseIfAny();
        if (category == null) {
            throw new IllegalStateException("a wrong category was not refused");
        }
        ObjectNode newStructure = structure == null ? before.structure() : readBack(body.path("structure"), category);
        ObjectNode newExtras = extras(body, before.extras().deepCopy());
        Template after = store.change(
                before.id(), template -> template.edited(category, newStructure, newExtras, clock.instant()));
        changed.run();
        return Reply.json(200, (after == null ? before : after).json());
    }

    private Reply delete(Request request) {
        sender(request);
        if (!store.delete(request.variable("id"))) {
            throw new Problem(404, "");
        }
        changed.run();
        return Reply.empty(204);
    }

    private boolean tooOften(Template template) {
        Instant now = clock.instant();
        long month = template.edits().stream()
                .filter(edit -> edit.isAfter(now.minus(Duration.ofDays(30))))
                .count();
        boolean today = template.edits().stream().anyMatch(edit -> edit.isAfter(now.minus(Duration.ofHours(24))));
        return today || month >= EDITS_PER_MONTH;
    }

    private static boolean differs(String category, Template before) {
        return category.equals("AUTHENTICATION") != before.authentication();
    }

    private String sender(Request request) {
        String sender = request.variable("sender");
        if (!senders.isEmpty() && !senders.contains(sender)) {
            throw new Problem(404, "");
        }
        return sender;
    }

    private Template template(Request request) {
        Template template = store.find(request.variable("id"));
        if (template == null || !template.sender().equals(sender(request))) {
            throw new Problem(404, "");
        }
        return template;
    }

    private static void structure(Fields structure, String category) {
        if (category.equals("AUTHENTICATION")) {
            AuthenticationRules.check(structure);
        } else {
            StructureRules.check(structure);
        }
    }

    private static void extras(Fields fields, @Nullable String category) {
        Fields platform = fields.object("platform");
        if (platform != null) {
            platform.text("entityId", 0, PLATFORM);
            platform.text("applicationId", 0, PLATFORM);
        }
        if ("AUTHENTICATION".equals(category)) {
            AuthenticationRules.validity(fields.object("validityPeriod"));
        } else if ("UTILITY".equals(category) && fields.has("subCategory")) {
            fields.oneOf("subCategory", Set.of("ORDER_STATUS"));
        }
    }

    private static ObjectNode extras(ObjectNode body, ObjectNode target) {
        for (String name : List.of("platform", "validityPeriod", "subCategory")) {
            if (body.hasNonNull(name)) {
                target.set(name, body.get(name).deepCopy());
            }
        }
        return target;
    }

    /** What is only written, the examples, is not read back; what is only read, the type, is added. */
    private static ObjectNode readBack(JsonNode given, String category) {
        if (category.equals("AUTHENTICATION")) {
            return AuthenticationRules.readBack(given);
        }
        ObjectNode structure = given.deepCopy();
        if (structure.get("header") instanceof ObjectNode header) {
            header.remove("example");
        }
        if (structure.get("body") instanceof ObjectNode body) {
            body.remove("examples");
        }
        boolean media = structure.has("header") || structure.has("footer") || structure.has("buttons");
        structure.path("buttons").forEach(button -> {
            ((ObjectNode) button).remove("example");
            if (button.path("type").asText().equals("COPY_CODE")) {
                ((ObjectNode) button).put("text", "Copy offer code");
            }
        });
        return structure.put("type", media ? "MEDIA" : "TEXT");
    }

    private static Problem refused(String property, String text) {
        return new Problem(400, "", Map.of(property, List.of(text)));
    }
}
