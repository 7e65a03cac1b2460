package io.chatauth.internal.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.ApiException;
import io.chatauth.internal.http.ErrorReader;
import io.chatauth.internal.http.Transport;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks the account, on the caller's thread. */
final class Api {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int NOT_FOUND = 404;

    private final Transport transport;
    private final Duration timeout;

    Api(Transport transport, Duration timeout) {
        this.transport = transport;
        this.timeout = timeout;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static WireRequest write(String method, String path, ObjectNode body) {
        return WireRequest.of(
                method,
                path,
                Map.of("Content-Type", "application/json"),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads one thing.
     *
     * @return empty if it is not there
     */
    Optional<JsonNode> read(String what, String path) {
        WireResponse response = transport.exchange(WireRequest.get(path), Set.of(), timeout);
        if (response.status() == NOT_FOUND) {
            return Optional.empty();
        }
        refuse("read " + what, response);
        try {
            return Optional.ofNullable(JSON.readTree(response.body()));
        } catch (IOException | RuntimeException e) {
            throw new MalformedResponseException("the answer to 'read " + what + "' is no JSON", null);
        }
    }

    /**
     * What came of a question that may be refused.
     *
     * @param body the answer, if there is one
     * @param refusal why not
     */
    record Answer(Optional<JsonNode> body, String refusal) {}

    /** Reads what a key may not be allowed to read, or an account may not have. */
    Answer tryToRead(String path) {
        try {
            return new Answer(read("the inbound settings", path), "404");
        } catch (ApiException e) {
            int status = e.error().status();
            if (status == 400 || status == 403) {
                return new Answer(Optional.empty(), status + " " + e.error().text());
            }
            throw e;
        }
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    void write(String what, WireRequest request) {
        refuse(what, transport.exchange(request, Set.of(), timeout));
    }

    private static void refuse(String what, WireResponse response) {
        if (response.status() < 200 || response.status() >= 300) {
            throw new ApiException(what, ErrorReader.read(response));
        }
    }
}
