package io.chatauth.sandbox.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * The API requests that were received, newest last; beyond its limit the oldest give way. Credentials are not kept. Safe
 * for use by many threads.
 */
public final class RequestLog {
    /** One recorded request, whose status comes later. */
    public static final class Entry {
        private final ObjectNode json;

        private Entry(ObjectNode json) {
            this.json = json;
        }
    }

    private final int limit;
    private final Deque<Entry> entries = new ArrayDeque<>();

    /**
     * Makes an empty record.
     *
     * @param limit how many requests are kept
     */
    public RequestLog(int limit) {
        this.limit = limit;
    }

    /**
     * Records a request.
     *
     * @param at when it came
     * @param request the request
     * @return its entry, without a status yet
     */
    public Entry add(Instant at, Request request) {
        ObjectNode json = Json.object()
                .put("at", Json.time(at))
                .put("method", request.method())
                .put("path", request.path())
                .put("query", request.query());
        ObjectNode headers = json.putObject("headers");
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            headers.put(header.getKey(), masked(header.getKey(), header.getValue()));
        }
        JsonNode body = Json.parse(request.body());
        if (request.path().startsWith("/auth/")) {
            json.put("body", "***");
        } else if (body != null) {
            json.set("body", masked(body));
        } else {
            json.put("body", request.body());
        }
        json.putNull("status");
        Entry entry = new Entry(json);
        keep(entry);
        return entry;
    }

    private synchronized void keep(Entry entry) {
        entries.addLast(entry);
        if (entries.size() > limit) {
            entries.removeFirst();
        }
    }

    /**
     * Completes an entry. One whose connection was closed without an answer stays without a status.
     *
     * @param entry the entry
     * @param status the status of the answer
     */
    public synchronized void answered(Entry entry, int status) {
        entry.json.put("status", status);
    }

    /**
     * Lists what was received.
     *
     * @return the requests, oldest first
     */
    public synchronized ArrayNode list() {
        ArrayNode list = Json.array();
        entries.forEach(entry -> list.add(entry.json.deepCopy()));
        return list;
    }

    /** Forgets all requests. */
    public synchronized void clear() {
        entries.clear();
    }

    private static JsonNode masked(JsonNode body) {
        if (body.path("credentials") instanceof ObjectNode credentials) {
            credentials.properties().forEach(property -> property.setValue(TextNode.valueOf("***")));
        }
        body.forEach(RequestLog::masked);
        return body;
    }

    private static String masked(String name, String value) {
        if (name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Proxy-Authorization")) {
            int space = value.indexOf(' ');
            return space < 0 ? "***" : value.substring(0, space);
        }
        return name.equalsIgnoreCase("Cookie") ? "***" : value;
    }
}
