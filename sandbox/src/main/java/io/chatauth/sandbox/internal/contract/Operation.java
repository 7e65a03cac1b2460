package io.chatauth.sandbox.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An operation of a document.
 *
 * @param document the document
 * @param method the HTTP method
 * @param path the path, with {@code {name}} segments
 * @param node the operation
 */
record Operation(JsonNode document, String method, String path, JsonNode node) {
    /** Tells whether it answers a path. */
    boolean answers(String otherMethod, List<String> segments) {
        List<String> own = segments(path);
        if (!method.equals(otherMethod) || own.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < own.size(); i++) {
            if (!own.get(i).startsWith("{") && !own.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Counts the segments that take any value. */
    int variables() {
        return (int) segments(path).stream()
                .filter(segment -> segment.startsWith("{"))
                .count();
    }

    /** The body's schema for JSON, missing if the operation takes none. */
    JsonNode bodySchema() {
        JsonNode body = node.path("requestBody");
        return json(
                body.has("$ref")
                        ? Keywords.reference(document, body.path("$ref").asText())
                        : body);
    }

    /** Tells whether it takes a body, but none in JSON. */
    boolean foreignBody() {
        return node.has("requestBody") && bodySchema().isMissingNode();
    }

    /** An answer as the document describes it, missing if it doesn't. */
    JsonNode response(int status) {
        JsonNode response = node.path("responses").path(Integer.toString(status));
        return response.has("$ref")
                ? Keywords.reference(document, response.path("$ref").asText())
                : response;
    }

    static JsonNode json(JsonNode body) {
        JsonNode content = body.path("content");
        return (content.has("*/*") ? content.path("*/*") : content.path("application/json")).path("schema");
    }

    static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
