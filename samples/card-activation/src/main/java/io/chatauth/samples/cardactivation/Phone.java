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

/** The person with the phone, and the channels' reviewers: all played over the sandbox's control API. */
final class Phone {
    /**
     * A message as the phone shows it.
     *
     * @param id the message id
     * @param text the text
     * @param buttons the buttons
     */
    record Shown(String id, String text, List<Button> buttons) {}

    /**
     * A button as the phone shows it.
     *
     * @param type what pressing it does
     * @param label the words on it
     * @param number the number that it calls; empty if it does something else
     */
    record Button(String type, String label, String number) {
        @Override
        public String toString() {
            return (label + " " + number).strip();
        }
    }

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
        decide(templateId, "APPROVED");
    }

    /** Finds the id of a template in the sandbox. */
    String templateId(String name) {
        for (JsonNode template : call("GET", "/_sandbox/templates", Optional.empty())) {
            if (template.path("name").asText().equals(name)) {
                return template.path("id").asText();
            }
        }
        throw new StepMissingException("there is no template " + name + " in the sandbox");
    }

    /** Approves a template, as Zalo's reviewer. */
    void enable(String templateId) {
        decide(templateId, "ENABLE");
    }

    private void decide(String templateId, String status) {
        call(
                "POST",
                "/_sandbox/templates/" + templateId + "/status",
                Optional.of(JSON.createObjectNode().put("status", status)));
    }

    /** Approves a title and a text with its {@code #{name}} under a code, as KakaoTalk's reviewer. */
    void approveKakao(String sender, String code, String title, String text) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("templates")
                .addObject()
                .put("sender", sender)
                .put("templateCode", code)
                .put("title", title)
                .put("text", text);
        call("PUT", "/_sandbox/kakao-templates", Optional.of(body));
    }

    /** Gives every API request that the sandbox received, as JSON for people. */
    String journal() {
        return call("GET", "/_sandbox/requests", Optional.empty()).toPrettyString();
    }

    private static List<Button> buttons(JsonNode message) {
        List<Button> buttons = new ArrayList<>();
        for (JsonNode button : message.path("buttons")) {
            buttons.add(new Button(
                    button.path("type").asText(),
                    button.path("text").asText(),
                    button.path("phoneNumber").asText()));
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
