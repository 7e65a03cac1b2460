package io.chatauth.sandbox.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds a value against a schema of an OpenAPI 3.1 document: references, {@code allOf}, {@code oneOf}, {@code anyOf} and
 * discriminators, with the keywords that Infobip's documents use. Stricter than JSON Schema: a property that no part of
 * the schema knows is a violation. Milder: of {@code oneOf} several parts may fit, because Infobip's overlap. For one
 * value, and not for use by several threads.
 */
final class Checker {
    private final JsonNode document;
    private final Direction direction;
    private final Set<String> violations = new LinkedHashSet<>();

    private Checker(JsonNode document, Direction direction) {
        this.document = document;
        this.direction = direction;
    }

    /**
     * Checks a value.
     *
     * @param document the document that references point into
     * @param schema the schema
     * @param value the value
     * @param direction who wrote it
     * @return each violation with its path, empty if the value fits
     */
    static List<String> check(JsonNode document, JsonNode schema, JsonNode value, Direction direction) {
        Checker checker = new Checker(document, direction);
        checker.check(schema, value, "");
        return List.copyOf(checker.violations);
    }

    private void check(JsonNode schema, JsonNode value, String path) {
        Set<String> known = new LinkedHashSet<>();
        apply(schema, value, path, known, Collections.newSetFromMap(new IdentityHashMap<>()));
        if (value.isObject() && !known.isEmpty() && !known.contains(Keywords.ANY)) {
            value.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    reject(join(path, name), "is not in the spec");
                }
            });
        }
    }

    /**
     * Applies a schema to a value, and all that it is made of.
     *
     * @param known takes the names of the properties that the schema knows
     * @param chosen the schemas whose discriminator was followed already: their choices lead back to them
     */
    private void apply(JsonNode given, JsonNode value, String path, Set<String> known, Set<JsonNode> chosen) {
        JsonNode schema = resolve(given);
        boolean discriminated = schema.has("discriminator") && value.isObject() && chosen.add(schema);
        if (discriminated) {
            JsonNode choice = choice(schema, value, path);
            if (choice == null) {
                known.add(Keywords.ANY);
                return;
            }
            apply(choice, value, path, known, chosen);
        }
        List<String> wrong = Keywords.violations(schema, value);
        wrong.forEach(text -> reject(path, text));
        if (!wrong.isEmpty() && !Keywords.typeFits(schema, value)) {
            return;
        }
        if (value instanceof ObjectNode object) {
            properties(schema, object, path, known);
        }
        if (value.isArray()) {
            JsonNode items = schema.path("items");
            for (int i = 0; i < value.size() && !items.isMissingNode(); i++) {
                check(items, value.get(i), path + "[" + i + "]");
            }
        }
        for (JsonNode part : schema.path("allOf")) {
            apply(part, value, path, known, chosen);
        }
        if (!schema.has("discriminator")) {
            anyOf(schema.path("oneOf"), value, path, known, chosen);
            anyOf(schema.path("anyOf"), value, path, known, chosen);
        }
    }

    private @Nullable JsonNode choice(JsonNode schema, JsonNode value, String path) {
        JsonNode discriminator = schema.path("discriminator");
        String property = discriminator.path("propertyName").asText();
        JsonNode mapping = discriminator.path("mapping");
        Set<String> names = new TreeSet<>();
        mapping.fieldNames().forEachRemaining(names::add);
        String name = value.path(property).asText("");
        if (!names.contains(name)) {
            reject(join(path, property), (name.isEmpty() ? "must be there, one of " : name + " is none of ") + names);
            return null;
        }
        return Keywords.reference(document, mapping.path(name).asText());
    }

    private void properties(JsonNode schema, ObjectNode value, String path, Set<String> known) {
        JsonNode properties = schema.path("properties");
        for (JsonNode name : schema.path("required")) {
            JsonNode property = resolve(properties.path(name.asText()));
            if (!value.has(name.asText()) && !property.path(direction.foreign()).asBoolean(false)) {
                reject(join(path, name.asText()), "is required");
            }
        }
        properties.fieldNames().forEachRemaining(known::add);
        JsonNode additional = schema.path("additionalProperties");
        if (additional.asBoolean(additional.isObject())) {
            known.add(Keywords.ANY);
        }
        value.properties().forEach(entry -> {
            JsonNode property = properties.path(entry.getKey());
            if (!property.isMissingNode()) {
                check(property, entry.getValue(), join(path, entry.getKey()));
            } else if (additional.isObject() && !Keywords.anything(additional)) {
                check(additional, entry.getValue(), join(path, entry.getKey()));
            }
        });
    }

    private void anyOf(JsonNode parts, JsonNode value, String path, Set<String> known, Set<JsonNode> chosen) {
        List<String> best = null;
        boolean fits = false;
        for (JsonNode part : parts) {
            Checker trial = new Checker(document, direction);
            Set<String> own = new LinkedHashSet<>();
            Set<JsonNode> followed = Collections.newSetFromMap(new IdentityHashMap<>());
            followed.addAll(chosen);
            trial.apply(part, value, path, own, followed);
            if (trial.violations.isEmpty()) {
                fits = true;
                known.addAll(own);
            } else if (best == null || trial.violations.size() < best.size()) {
                best = new ArrayList<>(trial.violations);
            }
        }
        if (!fits && best != null) {
            violations.addAll(best);
            known.add(Keywords.ANY);
        }
    }

    private JsonNode resolve(JsonNode schema) {
        JsonNode resolved = schema;
        while (resolved.has("$ref")) {
            resolved = Keywords.reference(document, resolved.path("$ref").asText());
        }
        return resolved;
    }

    private void reject(String path, String text) {
        violations.add((path.isEmpty() ? "the body" : path) + " " + text);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
