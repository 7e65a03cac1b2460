package io.chatauth.sandbox.internal.line;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.sandbox.internal.message.Button;
import io.chatauth.sandbox.internal.message.Button.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * What a bubble says and offers, read off its boxes.
 *
 * @param text its texts, one a line
 * @param buttons what can be pressed, top to bottom
 */
record Bubble(String text, List<Button> buttons) {
    static Bubble of(JsonNode contents) {
        List<String> texts = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        for (String part : List.of("header", "body", "footer")) {
            read(contents.path(part), texts, buttons);
        }
        action(contents.path("action"), buttons);
        return new Bubble(String.join("\n", texts), List.copyOf(buttons));
    }

    private static void read(JsonNode component, List<String> texts, List<Button> buttons) {
        if (component.path("type").asText("").equals("TEXT")) {
            StringBuilder spans = new StringBuilder();
            component
                    .path("contents")
                    .forEach(span -> spans.append(span.path("text").asText()));
            texts.add(spans.isEmpty() ? component.path("text").asText("") : spans.toString());
        } else {
            component.path("contents").forEach(child -> read(child, texts, buttons));
        }
        action(component.path("action"), buttons);
    }

    private static void action(JsonNode action, List<Button> buttons) {
        if (!action.isObject()) {
            return;
        }
        String label = action.path("label").asText();
        String uri = action.path("uri").asText("");
        if (action.path("type").asText().equals("POSTBACK")) {
            buttons.add(new Button(Kind.QUICK_REPLY, label, action.path("data").asText()));
        } else if (uri.toLowerCase(Locale.ROOT).startsWith("tel:")) {
            buttons.add(new Button(Kind.PHONE_NUMBER, label, uri.substring("tel:".length())));
        } else {
            buttons.add(new Button(Kind.URL, label, uri));
        }
    }

    /** Compares two layouts; texts in the same place are compared by the predicate, all else must be equal. */
    static boolean same(JsonNode approved, JsonNode given, BiPredicate<String, String> texts) {
        if (approved.isTextual() && given.isTextual()) {
            return texts.test(approved.textValue(), given.textValue());
        }
        if (approved.getNodeType() != given.getNodeType() || approved.size() != given.size()) {
            return false;
        }
        if (!approved.isContainerNode()) {
            return approved.equals(given);
        }
        if (approved.isArray()) {
            for (int i = 0; i < approved.size(); i++) {
                if (!same(approved.get(i), given.get(i), texts)) {
                    return false;
                }
            }
            return true;
        }
        for (Map.Entry<String, JsonNode> field : approved.properties()) {
            if (!same(field.getValue(), given.path(field.getKey()), texts)) {
                return false;
            }
        }
        return true;
    }
}
