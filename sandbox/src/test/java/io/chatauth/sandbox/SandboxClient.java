package io.chatauth.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls a sandbox over HTTP, as the application and as who drives it. */
final class SandboxClient {
    static final String SENDER = "447860099299";
    static final String PERSON = "447700900123";
    static final String TEMPLATES = "/whatsapp/2/senders/" + SENDER + "/templates";
    static final String SEND = "/whatsapp/1/message/template";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Answer(int status, JsonNode body, HttpResponse<String> response) {
        JsonNode violations() {
            return body.at("/requestError/serviceException/validationErrors");
        }
    }

    private final URI base;

    SandboxClient(URI base) {
        this.base = base;
    }

    Answer post(String path, String body) {
        return call("POST", path, body, "App key");
    }

    Answer get(String path) {
        return call("GET", path, null, "App key");
    }

    Answer call(String method, String path, String body, String authorization, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), MAPPER.readTree(response.body()), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Creates a template and lets it be approved. */
    String approved(String template) {
        Answer created = post(TEMPLATES, template);
        if (created.status() != 201) {
            throw new AssertionError("not created: " + created.body());
        }
        String id = created.body().path("id").asText();
        post("/_sandbox/templates/" + id + "/status", json("{'status':'APPROVED'}"));
        return id;
    }

    static ObjectNode message(String template, String language, String... placeholders) {
        ObjectNode message = MAPPER.createObjectNode().put("from", SENDER).put("to", PERSON);
        ObjectNode content = message.putObject("content").put("templateName", template);
        ArrayNode values = content.putObject("templateData").putObject("body").putArray("placeholders");
        for (String placeholder : placeholders) {
            values.add(placeholder);
        }
        content.put("language", language);
        return message;
    }

    static ArrayNode buttons(ObjectNode message) {
        return ((ObjectNode) message.at("/content/templateData")).withArray("/buttons");
    }

    static String batch(JsonNode... messages) {
        ObjectNode body = MAPPER.createObjectNode();
        ArrayNode array = body.putArray("messages");
        for (JsonNode message : messages) {
            array.add(message);
        }
        return body.toString();
    }

    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON written with single quotes. */
    static String json(String text) {
        return text.replace('\'', '"');
    }
}
