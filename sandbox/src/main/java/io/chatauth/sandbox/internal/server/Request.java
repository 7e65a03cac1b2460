package io.chatauth.sandbox.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, read whole.
 *
 * @param method the HTTP method
 * @param path the decoded path
 * @param query the raw query string, empty if there is none
 * @param parameters the first value of each query parameter, decoded
 * @param headers header names (any case finds them) and values
 * @param body the body as text, empty if there is none
 * @param variables the values of the route's {@code {name}} segments
 */
public record Request(
        String method,
        String path,
        String query,
        Map<String, String> parameters,
        Map<String, String> headers,
        String body,
        Map<String, String> variables) {
    /**
     * Gives the same request with the route's variables.
     *
     * @param values names and values
     * @return the request
     */
    public Request withVariables(Map<String, String> values) {
        return new Request(method, path, query, parameters, headers, body, values);
    }

    /**
     * Reads a segment of the path.
     *
     * @param name the segment's name in the route
     * @return its value
     */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route of " + path + " has no {" + name + "}");
        }
        return value;
    }

    /**
     * Reads a query parameter.
     *
     * @param name the parameter's name
     * @return its value, or null
     */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /**
     * Reads the body as a JSON object.
     *
     * @param otherwise the sentence of the refusal
     * @return the object
     * @throws Problem with 400 if it is none
     */
    public ObjectNode object(String otherwise) {
        JsonNode node = Json.parse(body);
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new Problem(400, otherwise);
    }
}
