package io.chatauth.sandbox.internal.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.message.Button;
import io.chatauth.sandbox.internal.message.Button.Kind;
import io.chatauth.sandbox.internal.message.Content;
import io.chatauth.sandbox.internal.message.Content.Header;
import io.chatauth.sandbox.internal.registry.Blanks;
import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.webhook.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts values into a template's content, as the app does. */
final class Rendering {
    static final Blanks BLANKS = new Blanks("<", "[A-Za-z0-9_-]+", ">");

    private Rendering() {}

    static Content render(JsonNode content, Map<String, String> values) {
        return content.path("type").asText().equals("AUTHENTICATION")
                ? authentication(content, values)
                : custom(content, values);
    }

    private static Content authentication(JsonNode content, Map<String, String> values) {
        String otp = BLANKS.fill(content.at("/otp/value").asText(), values);
        String warning = BLANKS.fill(content.at("/securityWarning/value").asText(), values);
        ObjectNode card =
                Json.object().put("type", "AUTHENTICATION").put("otp", otp).put("warning", warning);
        return new Content(null, otp + "\n" + warning, null, List.of(), card);
    }

    private static Content custom(JsonNode content, Map<String, String> values) {
        List<String> lines = new ArrayList<>();
        ObjectNode card = Json.object().put("type", "CUSTOM");
        ArrayNode paragraphs = card.putArray("paragraphs");
        for (JsonNode paragraph : content.path("paragraphs")) {
            String text = BLANKS.fill(paragraph.path("value").asText(), values);
            paragraphs.add(text);
            lines.add(text);
        }
        ArrayNode table = card.putArray("table");
        for (JsonNode row : content.path("table").path("rows")) {
            String title = BLANKS.fill(row.path("title").asText(), values);
            String value = BLANKS.fill(row.path("value").asText(), values);
            table.addObject()
                    .put("title", title)
                    .put("value", value)
                    .put("rowType", row.path("rowType").asText("NO_EFFECT"));
            lines.add(title + ": " + value);
        }
        List<Button> buttons = new ArrayList<>();
        for (JsonNode button : content.path("buttons").path("items")) {
            buttons.add(button(
                    button.path("type").asText(),
                    button.path("title").asText(),
                    BLANKS.fill(button.path("content").asText(), values)));
        }
        String title = BLANKS.fill(content.path("title").path("value").asText(), values);
        return new Content(new Header("TEXT", title), String.join("\n", lines), null, List.copyOf(buttons), card);
    }

    private static Button button(String type, String title, String content) {
        if (type.equals("MAKE_PHONE_CALL")) {
            return new Button(Kind.PHONE_NUMBER, title, content);
        }
        if (type.equals("COPY")) {
            return new Button(Kind.COPY_CODE, title, content);
        }
        return new Button(Target.address(content) == null ? Kind.APP : Kind.URL, title, content);
    }
}
