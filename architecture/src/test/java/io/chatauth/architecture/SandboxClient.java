package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks a sandbox whose API key is {@link #API_KEY}. */
final class SandboxClient {
    static final String API_KEY = "sandbox-key";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    SandboxClient(URI base) {
        this.base = base;
    }

    JsonNode get(String path) {
        return read(send(HttpRequest.newBuilder(base.resolve(path))), path);
    }

    JsonNode post(String path, String body) {
        return read(send(HttpRequest.newBuilder(base.resolve(path)).POST(BodyPublishers.ofString(body))), path);
    }

    JsonNode put(String path, String body) {
        return read(send(HttpRequest.newBuilder(base.resolve(path)).PUT(BodyPublishers.ofString(body))), path);
    }

    int status(String path, String body) {
        return send(HttpRequest.newBuilder(base.resolve(path)).POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private static JsonNode read(HttpResponse<String> answer, String path) {
        assertEquals(200, answer.statusCode(), () -> path + " is answered with " + answer.body());
        return tree(answer.body());
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.header("Content-Type", "application/json")
                            .header("Authorization", "App " + API_KEY)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
