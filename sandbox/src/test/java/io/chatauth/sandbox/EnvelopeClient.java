package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.json;
import static io.chatauth.sandbox.SandboxClient.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.SandboxClient.Answer;
import java.util.ArrayList;
import java.util.List;

/** Sends what has the common envelope, and reads the newer error body. JSON is written with single quotes. */
final class EnvelopeClient {
    private final SandboxClient client;
    private final String path;
    private final String sender;
    private final String to;

    EnvelopeClient(SandboxClient client, String path, String sender, String to) {
        this.client = client;
        this.path = path;
        this.sender = sender;
        this.to = to;
    }

    /** One message with the id auth-1. */
    ObjectNode request(String content) {
        ObjectNode request = (ObjectNode) tree(json("{'messages':[{'sender':'" + sender + "','destinations':[{'to':'"
                + to + "','messageId':'auth-1'}]}]}"));
        message(request).set("content", tree(json(content)));
        return request;
    }

    static ObjectNode message(ObjectNode request) {
        return (ObjectNode) request.at("/messages/0");
    }

    Answer post(JsonNode request) {
        return client.post(path, request.toString());
    }

    Answer send(String content) {
        return post(request(content));
    }

    Answer send(String content, String options) {
        ObjectNode request = request(content);
        message(request).set("options", tree(json(options)));
        return post(request);
    }

    /** Asserts a refusal, and gives the properties that are wrong. */
    static List<String> refused(Answer answer) {
        assertEquals(400, answer.status(), () -> answer.body().toString());
        assertEquals("E400", answer.body().path("errorCode").asText());
        assertFalse(answer.body().path("description").asText().isEmpty());
        assertFalse(answer.body().path("action").asText().isEmpty());
        assertTrue(answer.body().path("resources").isArray());
        List<String> properties = new ArrayList<>();
        answer.body().path("violations").forEach(violation -> {
            assertFalse(violation.path("violation").asText().isEmpty());
            properties.add(violation.path("property").asText());
        });
        return properties;
    }

    /** Sends a good message and gives its delivery report. */
    static JsonNode delivered(Answer answer, WebhookReceiver receiver) {
        assertEquals(200, answer.status(), () -> answer.body().toString());
        WebhookReceiver.Post post = receiver.next();
        assertEquals("DELIVERY", post.kind());
        return post.result();
    }

    /** Gives the name of the error with which the message failed, NO_ERROR if it arrived. */
    static String fate(Answer answer, WebhookReceiver receiver) {
        JsonNode report = delivered(answer, receiver);
        String error = report.at("/error/name").asText();
        assertEquals(
                error.equals("NO_ERROR") ? "DELIVERED_TO_HANDSET" : "UNDELIVERABLE_NOT_DELIVERED",
                report.at("/status/name").asText());
        return error;
    }
}
