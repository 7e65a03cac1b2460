package io.chatauth.samples.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.stream.Collectors;

/** The person with the phone, and the channels' reviewers: all played over the sandbox's control API. */
public final class Phone {
    /**
     * A message as the phone shows it.
     *
     * @param id the message id
     * @param text the text
     * @param buttons the buttons
     */
    public record Shown(String id, String text, List<Button> buttons) {}

    /**
     * A button as the phone shows it.
     *
     * @param type what pressing it does
     * @param label the words on it
     * @param value the number that it calls, the address that it opens, the payload that it answers with, or the code
     */
    public record Button(String type, String label, String value) {
        @Override
        public String toString() {
            return type.equals("PHONE_NUMBER") ? label + " " + value : label;
        }
    }

    private static final List<String> VALUES = List.of("phoneNumber", "url", "payload", "code");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final URI sandbox;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Takes the phones of a sandbox.
     *
     * @param sandbox its base URL
     */
    public Phone(URI sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Reads a message.
     *
     * @param number the phone's number, digits only
     * @param messageId the message
     * @return the message; empty if it is not there
     */
    public Optional<Shown> read(String number, String messageId) {
        return all(number).stream()
                .filter(message -> message.id().equals(messageId))
                .findFirst();
    }

    /**
     * Reads all messages.
     *
     * @param number the phone's number, digits only
     * @return the messages, oldest first
     */
    public List<Shown> all(String number) {
        List<Shown> messages = new ArrayList<>();
        for (JsonNode message : call("GET", "/_sandbox/messages?to=" + number, Optional.empty())) {
            messages.add(new Shown(
                    message.path("messageId").asText(), message.path("text").asText(), buttons(message)));
        }
        return messages;
    }

    /**
     * Opens the chat, so that the sender is told that the message was seen.
     *
     * @param messageId the message
     */
    public void see(String messageId) {
        call("POST", "/_sandbox/seen", Optional.of(JSON.createObjectNode().put("messageId", messageId)));
    }

    /**
     * Approves a template, as WhatsApp's reviewer.
     *
     * @param templateId its id at WhatsApp
     */
    public void approve(String templateId) {
        decide(templateId, "APPROVED");
    }

    /**
     * Finds the id of a template in the sandbox.
     *
     * @param name its name
     * @return its id
     */
    public String templateId(String name) {
        for (JsonNode template : call("GET", "/_sandbox/templates", Optional.empty())) {
            if (template.path("name").asText().equals(name)) {
                return template.path("id").asText();
            }
        }
        throw new StepMissingException("there is no template " + name + " in the sandbox");
    }

    /**
     * Approves a template, as Zalo's reviewer.
     *
     * @param templateId its id at Zalo
     */
    public void enable(String templateId) {
        decide(templateId, "ENABLE");
    }

    private void decide(String templateId, String status) {
        call(
                "POST",
                "/_sandbox/templates/" + templateId + "/status",
                Optional.of(JSON.createObjectNode().put("status", status)));
    }

    /**
     * Approves these templates and no others, as KakaoTalk's reviewer.
     *
     * @param templates sender, code, title, text and buttons, with blanks such as {@code #{name}}
     */
    public void approveKakao(ArrayNode templates) {
        ObjectNode body = JSON.createObjectNode();
        body.set("templates", templates);
        call("PUT", "/_sandbox/kakao-templates", Optional.of(body));
    }

    /**
     * Writes to a business.
     *
     * @param app the app
     * @param person who writes: a number, digits only, or a user id
     * @param text the text
     * @return the message's id
     */
    public String write(App app, String person, String text) {
        return reply(said(app, person).put("to", app.sender()).put("text", text));
    }

    /**
     * Replies to a message, so that it is quoted.
     *
     * @param app the app
     * @param person who writes
     * @param messageId the quoted message
     * @param text the text
     * @return the reply's id
     */
    public String quote(App app, String person, String messageId, String text) {
        return reply(said(app, person).put("inReplyTo", messageId).put("text", text));
    }

    /**
     * Taps a button that answers.
     *
     * @param app the app
     * @param person who taps
     * @param messageId the message
     * @param button the button
     * @return the reply's id
     */
    public String tap(App app, String person, String messageId, Button button) {
        return reply(said(app, person).put("inReplyTo", messageId).put("buttonPayload", button.value()));
    }

    private static ObjectNode said(App app, String person) {
        return JSON.createObjectNode().put("channel", app.name()).put("from", person);
    }

    private String reply(ObjectNode body) {
        return call("POST", "/_sandbox/reply", Optional.of(body))
                .path("messageId")
                .asText();
    }

    /**
     * Gives every API request that the sandbox received.
     *
     * @return JSON for people
     */
    public String journal() {
        return call("GET", "/_sandbox/requests", Optional.empty()).toPrettyString();
    }

    private static List<Button> buttons(JsonNode message) {
        List<Button> buttons = new ArrayList<>();
        for (JsonNode button : message.path("buttons")) {
            buttons.add(new Button(
                    button.path("type").asText(),
                    button.path("text").asText(),
                    VALUES.stream().map(button::path).map(JsonNode::asText).collect(Collectors.joining())));
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
