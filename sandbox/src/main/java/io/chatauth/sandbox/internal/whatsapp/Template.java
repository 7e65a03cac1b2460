package io.chatauth.sandbox.internal.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A registered template. Immutable; its trees are never changed.
 *
 * @param id the numeric id
 * @param sender the sender it belongs to
 * @param name the name
 * @param language the language code
 * @param category {@code MARKETING}, {@code UTILITY} or {@code AUTHENTICATION}
 * @param status where it is in its review
 * @param structure the structure as it is read back
 * @param extras what else was given: platform, validity period, subcategory
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param edits when it was edited while approved
 */
public record Template(
        String id,
        String sender,
        String name,
        String language,
        String category,
        TemplateStatus status,
        ObjectNode structure,
        ObjectNode extras,
        Instant createdAt,
        Instant updatedAt,
        List<Instant> edits) {
    private static final long BUSINESS_ACCOUNT = 222;

    Template with(TemplateStatus newStatus, Instant now) {
        return new Template(id, sender, name, language, category, newStatus, structure, extras, createdAt, now, edits);
    }

    /** The same after Meta found that it belongs elsewhere. */
    Template in(String newCategory, Instant now) {
        return new Template(id, sender, name, language, newCategory, status, structure, extras, createdAt, now, edits);
    }

    Template edited(String newCategory, ObjectNode newStructure, ObjectNode newExtras, Instant now) {
        List<Instant> all = new ArrayList<>(edits);
        if (status == TemplateStatus.APPROVED) {
            all.add(now);
        }
        return new Template(
                id,
                sender,
                name,
                language,
                newCategory,
                TemplateStatus.PENDING,
                newStructure,
                newExtras,
                createdAt,
                now,
                List.copyOf(all));
    }

    boolean authentication() {
        return category.equals("AUTHENTICATION");
    }

    String bodyText() {
        return structure.path("body").path("text").textValue();
    }

    JsonNode header() {
        return structure.path("header");
    }

    String footerText() {
        return structure.path("footer").path("text").asText("");
    }

    List<JsonNode> buttons() {
        List<JsonNode> buttons = new ArrayList<>();
        structure.path("buttons").forEach(buttons::add);
        return buttons;
    }

    /**
     * Writes the template as Infobip reads it back.
     *
     * @return its JSON
     */
    public ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("businessAccountId", BUSINESS_ACCOUNT)
                .put("name", name)
                .put("language", language)
                .put("status", status.name())
                .put("category", category);
        json.set("structure", structure.deepCopy());
        json.put("quality", "UNKNOWN");
        json.setAll(extras.deepCopy());
        json.put("createdAt", Json.time(createdAt));
        json.put("lastUpdatedAt", Json.time(updatedAt));
        return json;
    }
}
