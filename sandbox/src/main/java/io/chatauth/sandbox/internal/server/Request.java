package io.chatauth.sandbox.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
     * Reads all values of a query parameter, given several times or with commas between them.
     *
     * @param name the parameter's name
     * @return its values, empty if there are none
     */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && decoded(pair.substring(0, equals)).equals(name)) {
                values.addAll(List.of(decoded(pair.substring(equals + 1)).split(",", -1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "the query is not URL-encoded");
        }
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
