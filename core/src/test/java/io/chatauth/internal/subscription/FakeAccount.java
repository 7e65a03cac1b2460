package io.chatauth.internal.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.internal.http.Transport;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An account that keeps what it is given, by path. */
final class FakeAccount implements Transport {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String INBOUND = "/resource-management/1/inbound-message-configurations";
    private static final List<String> IDS = List.of("subscriptionId", "profileId", "authId");

    final Map<String, ObjectNode> things = new TreeMap<>();
    final List<ObjectNode> inbound = new ArrayList<>();
    final List<String> writes = new ArrayList<>();

    /** Refuses all that begins so, with this status. */
    final Map<String, Integer> refused = new TreeMap<>();

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public WireResponse exchange(WireRequest request, Set<String> channelHosts, Duration timeout) {
        String line = request.method() + " " + request.target();
        for (Map.Entry<String, Integer> refusal : refused.entrySet()) {
            if (line.startsWith(refusal.getKey())) {
                return answer(
                        refusal.getValue(),
                        json("{'requestError':{'serviceException':{'messageId':'FORBIDDEN','text':'not for you'}}}"));
            }
        }
        boolean about = request.target().startsWith(INBOUND);
        if (request.method().equals("GET")) {
            return about ? list() : read(request.target());
        }
        writes.add(line);
        ObjectNode body = json(new String(request.body(), StandardCharsets.UTF_8));
        return about ? putInbound(body) : put(request, body);
    }

    private WireResponse list() {
        ArrayNode all = JSON.createArrayNode();
        inbound.forEach(all::add);
        return answer(200, all);
    }

    private WireResponse read(String path) {
        ObjectNode thing = things.get(path);
        return thing == null ? answer(404, JSON.createObjectNode()) : answer(200, thing);
    }

    private WireResponse putInbound(ObjectNode body) {
        inbound.removeIf(one -> one.path("channel").equals(body.path("channel"))
                && one.path("number").equals(body.path("number"))
                && !one.hasNonNull("keyword"));
        body.remove("unset");
        inbound.add(body);
        return answer(200, body);
    }

    private WireResponse put(WireRequest request, ObjectNode body) {
        String path = request.target();
        if (request.method().equals("POST")) {
            path += "/"
                    + IDS.stream()
                            .filter(body::has)
                            .findFirst()
                            .map(id -> body.path(id).asText())
                            .orElseThrow();
            if (things.containsKey(path)) {
                return answer(400, json("{'errorCode':'E400','description':'exists'}"));
            }
        }
        things.put(path, body);
        return answer(201, body);
    }

    private static WireResponse answer(int status, JsonNode body) {
        return WireResponse.of(status, Map.of(), body.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {}
}
