package io.chatauth.sandbox.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.chatauth.sandbox.internal.server.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Infobip's OpenAPI documents: their operations and webhooks. Immutable. */
public final class Specs {
    private static final Map<Path, Specs> LOADED = new ConcurrentHashMap<>();
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,30}");
    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE", "PATCH");

    private record Webhook(JsonNode document, JsonNode schema) {}

    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Webhook> webhooks = new LinkedHashMap<>();

    private Specs(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read Infobip's OpenAPI documents in " + directory, e);
        }
        if (operations.isEmpty()) {
            throw new IllegalStateException("there is no OpenAPI document with operations in " + directory);
        }
    }

    /**
     * Reads the documents of a directory, once.
     *
     * @param directory where the {@code *.json} are
     * @return the documents
     * @throws RuntimeException if they can't be read, or if there are none
     */
    public static Specs of(Path directory) {
        return LOADED.computeIfAbsent(directory.toAbsolutePath().normalize(), Specs::new);
    }

    private void read(Path file) {
        JsonNode document;
        try {
            document = Json.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
        if (document == null) {
            throw new IllegalStateException(file + " is no JSON");
        }
        document.path("paths")
                .properties()
                .forEach(path -> METHODS.forEach(method -> {
                    JsonNode operation = path.getValue().path(method.toLowerCase(Locale.ROOT));
                    if (operation.isObject()) {
                        operations.add(new Operation(document, method, path.getKey(), operation));
                    }
                }));
        document.path("webhooks").properties().forEach(webhook -> {
            JsonNode schema = Operation.json(webhook.getValue().path("post").path("requestBody"));
            webhooks.put(webhook.getKey(), new Webhook(document, schema));
        });
    }

    /**
     * Counts the operations.
     *
     * @return how many there are
     */
    public int operations() {
        return operations.size();
    }

    /**
     * Checks a request.
     *
     * @param method the HTTP method
     * @param path the path
     * @param parameters the query's parameters
     * @param body the body, null for none
     * @return each violation, empty if the request fits
     */
    public List<String> request(String method, String path, Map<String, String> parameters, @Nullable JsonNode body) {
        Operation operation = find(method, path);
        if (operation == null) {
            return List.of("no operation answers " + method + " " + path);
        }
        List<String> violations = new ArrayList<>();
        parameters(operation, path, parameters, violations);
        JsonNode schema = operation.bodySchema();
        if (schema.isMissingNode()) {
            if (body != null && !operation.foreignBody()) {
                violations.add("there is a body, but the operation takes none");
            }
        } else if (body == null) {
            violations.add("the body is required, as JSON");
        } else {
            violations.addAll(Checker.check(operation.document(), schema, body, Direction.TO_INFOBIP));
        }
        return violations;
    }

    /**
     * Checks an answer.
     *
     * @param method the request's HTTP method
     * @param path the request's path
     * @param status the answer's status
     * @param body the answer's body, null for none
     * @return each violation, empty if the answer fits; a refusal that the document does not describe always fits
     */
    public List<String> answer(String method, String path, int status, @Nullable JsonNode body) {
        Operation operation = find(method, path);
        JsonNode response = operation == null ? null : operation.response(status);
        if (operation == null || response == null || response.isMissingNode()) {
            return status >= 400 ? List.of() : List.of("the status " + status + " is not in the spec");
        }
        JsonNode schema = Operation.json(response);
        if (schema.isMissingNode() || body == null) {
            return schema.isMissingNode() == (body == null)
                    ? List.of()
                    : List.of(body == null ? "the body is missing" : "there is a body, but the spec has none");
        }
        return Checker.check(operation.document(), schema, body, Direction.FROM_INFOBIP);
    }

    /**
     * Checks a webhook.
     *
     * @param name the webhook's name in the documents
     * @param body what is posted
     * @return each violation, empty if the body fits
     */
    public List<String> webhook(String name, JsonNode body) {
        Webhook webhook = webhooks.get(name);
        return webhook == null || webhook.schema().isMissingNode()
                ? List.of("no webhook is called " + name)
                : Checker.check(webhook.document(), webhook.schema(), body, Direction.FROM_INFOBIP);
    }

    private @Nullable Operation find(String method, String path) {
        List<String> segments = Operation.segments(path);
        return operations.stream()
                .filter(operation -> operation.answers(method, segments))
                .min(Comparator.comparingInt(Operation::variables))
                .orElse(null);
    }

    private static void parameters(
            Operation operation, String path, Map<String, String> query, List<String> violations) {
        ObjectNode known = Json.object();
        ObjectNode given = Json.object();
        for (JsonNode parameter : operation.node().path("parameters")) {
            JsonNode one = parameter.has("$ref")
                    ? Keywords.reference(
                            operation.document(), parameter.path("$ref").asText())
                    : parameter;
            String name = one.path("name").asText();
            String place = one.path("in").asText();
            String value = place.equals("query") ? query.get(name) : segment(operation, path, name);
            if (place.equals("query") || place.equals("path")) {
                known.withObject("/properties").set(name, one.path("schema"));
                if (one.path("required").asBoolean(false)) {
                    known.withArray("/required").add(name);
                }
                if (value != null) {
                    given.set(name, typed(operation, one.path("schema"), value));
                }
            }
        }
        query.forEach((name, value) -> {
            if (!given.has(name)) {
                given.put(name, value);
            }
        });
        if (!known.isEmpty() || !given.isEmpty()) {
            if (known.isEmpty()) {
                violations.add("there are parameters " + query.keySet() + ", but the operation takes none");
            } else {
                Checker.check(operation.document(), known, given, Direction.TO_INFOBIP)
                        .forEach(violation -> violations.add("parameter " + violation));
            }
        }
    }

    private static @Nullable String segment(Operation operation, String path, String name) {
        int index = Operation.segments(operation.path()).indexOf("{" + name + "}");
        return index < 0 ? null : Operation.segments(path).get(index);
    }

    private static JsonNode typed(Operation operation, JsonNode schema, String value) {
        JsonNode resolved = schema.has("$ref")
                ? Keywords.reference(operation.document(), schema.path("$ref").asText())
                : schema;
        return switch (resolved.path("type").asText("")) {
            case "integer", "number" ->
                WHOLE.matcher(value).matches()
                        ? BigIntegerNode.valueOf(new BigInteger(value))
                        : TextNode.valueOf(value);
            case "boolean" ->
                value.equals("true") || value.equals("false")
                        ? BooleanNode.valueOf(value.equals("true"))
                        : TextNode.valueOf(value);
            case "array" -> Json.array().add(typed(operation, resolved.path("items"), value));
            default -> TextNode.valueOf(value);
        };
    }
}
