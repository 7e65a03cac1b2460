package io.chatauth.samples.cardactivation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The person with the phone, and WhatsApp's reviewer: both played over the sandbox's control API. */
final class Phone {
    /**
     * A message as the phone shows it.
     *
     * @param id the message id
     * @param text the text
     * @param buttons each button as label, space, and what it carries
     */
    record Shown(String id, String text, List<String> buttons) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final URI sandbox;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Phone(URI sandbox) {
        this.sandbox = sandbox;
    }

    /** Reads a message on the phone with this number, digits only. */
    Optional<Shown> read(String number, String messageId) {
        return all(number).stream()
                .filter(message -> message.id().equals(messageId))
                .findFirst();
    }

    /** Reads all messages on the phone with this number, digits only. */
    List<Shown> all(String number) {
        List<Shown> messages = new ArrayList<>();
        for (JsonNode message : call("GET", "/_sandbox/messages?to=" + number, Optional.empty())) {
            messages.add(new Shown(
                    message.path("messageId").asText(), message.path("text").asText(), buttons(message)));
        }
        return messages;
    }

    /** Opens the chat, so that the sender is told that the message was seen. */
    void see(String messageId) {
        call("POST", "/_sandbox/seen", Optional.of(JSON.createObjectNode().put("messageId", messageId)));
    }

    /** Approves a template, as WhatsApp's reviewer. */
    void approve(String templateId) {
        call(
                "POST",
                "/_sandbox/templates/" + templateId + "/status",
                Optional.of(JSON.createObjectNode().put("status", "APPROVED")));
    }

    /** Gives every API request that the sandbox received, as JSON for people. */
    String journal() {
        return call("GET", "/_sandbox/requests", Optional.empty()).toPrettyString();
    }

    private static List<String> buttons(JsonNode message) {
        List<String> buttons = new ArrayList<>();
        for (JsonNode button : message.path("buttons")) {
            buttons.add((button.path("text").asText() + " "
                            + button.path("phoneNumber").asText())
                    .strip());
        }
        return buttons;
    }

    private JsonNode call(String method, String path, Optional<ObjectNode> body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox + path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.map(tree -> HttpRequest.BodyPublishers.ofString(tree.toString()))
                                .orElseGet(HttpRequest.BodyPublishers::noBody))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new StepMissingException("the sandbox answered " + response.statusCode() + " to " + method + " "
                        + path + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox at " + sandbox + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepMissingException("interrupted while the sandbox was asked");
        }
    }
}
