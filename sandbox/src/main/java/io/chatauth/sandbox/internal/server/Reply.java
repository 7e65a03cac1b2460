package io.chatauth.sandbox.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param headers header names and values, beside the content type
 * @param body the JSON body, or null for none
 * @param afterwards what happens once the answer is on its way, for instance the first delivery report
 */
public record Reply(
        int status, Map<String, String> headers, @Nullable JsonNode body, Runnable afterwards) {
    /**
     * Answers with JSON.
     *
     * @param status the HTTP status
     * @param body the body
     * @return the answer
     */
    public static Reply json(int status, JsonNode body) {
        return new Reply(status, Map.of(), body, () -> {});
    }

    /**
     * Answers without a body.
     *
     * @param status the HTTP status
     * @return the answer
     */
    public static Reply empty(int status) {
        return new Reply(status, Map.of(), null, () -> {});
    }

    /**
     * Adds headers.
     *
     * @param values names and values
     * @return the same answer with these headers
     */
    public Reply with(Map<String, String> values) {
        return new Reply(status, values, body, afterwards);
    }

    /**
     * Adds what happens once the answer is on its way.
     *
     * @param task the task
     * @return the same answer with this task
     */
    public Reply then(Runnable task) {
        return new Reply(status, headers, body, task);
    }
}
