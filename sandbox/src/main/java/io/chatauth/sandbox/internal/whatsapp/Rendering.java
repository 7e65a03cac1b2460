package io.chatauth.sandbox.internal.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.sandbox.internal.message.Button;
import io.chatauth.sandbox.internal.message.Button.Kind;
import io.chatauth.sandbox.internal.message.Content;
import io.chatauth.sandbox.internal.message.Content.Header;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the values of a message into its registered template, as the phone does; null where they don't fit. */
final class Rendering {
    private Rendering() {}

    /** Renders {@code templateData}, which is known to obey {@link MessageRules}. */
    static @Nullable Content render(Template template, JsonNode data) {
        List<String> values = new ArrayList<>();
        data.path("body").path("placeholders").forEach(value -> values.add(value.textValue()));
        if (values.size() != Placeholders.count(template.bodyText()) || !headerFits(template, data.path("header"))) {
            return null;
        }
        List<Button> buttons = buttons(template, data.path("buttons"));
        if (buttons == null) {
            return null;
        }
        String footer = template.footerText();
        return new Content(
                header(template.header(), data.path("header")),
                Placeholders.fill(template.bodyText(), values),
                footer.isEmpty() ? null : footer,
                buttons,
                null);
    }

    private static boolean headerFits(Template template, JsonNode given) {
        JsonNode registered = template.header();
        String format = registered.path("format").asText("");
        boolean takesValue = !format.isEmpty()
                && (!format.equals("TEXT")
                        || Placeholders.any(registered.path("text").asText("")));
        return takesValue ? given.path("type").asText("").equals(format) : !given.isObject();
    }

    private static @Nullable Header header(JsonNode registered, JsonNode given) {
        String format = registered.path("format").asText("");
        return switch (format) {
            case "" -> null;
            case "TEXT" ->
                new Header(
                        format,
                        Placeholders.fill(
                                registered.path("text").textValue(),
                                List.of(given.path("placeholder").asText(""))));
            case "LOCATION" ->
                new Header(
                        format,
                        given.path("latitude").asText() + ", "
                                + given.path("longitude").asText());
            case "DOCUMENT" -> new Header(format, given.path("filename").asText());
            default -> new Header(format, given.path("mediaUrl").asText());
        };
    }

    private static @Nullable List<Button> buttons(Template template, JsonNode given) {
        Iterator<JsonNode> values = given.iterator();
        List<Button> buttons = new ArrayList<>();
        for (JsonNode registered : template.buttons()) {
            String type = registered.path("type").asText();
            String url = registered.path("url").asText("");
            String value = "";
            if (!type.equals("PHONE_NUMBER") && (!type.equals("URL") || Placeholders.any(url))) {
                JsonNode entry = values.hasNext() ? values.next() : null;
                if (entry == null || !entry.path("type").asText().equals(type)) {
                    return null;
                }
                value = entry.path("parameter").asText();
            }
            buttons.add(button(template, registered, type, value));
        }
        return values.hasNext() ? null : buttons;
    }

    private static Button button(Template template, JsonNode registered, String type, String value) {
        String text = registered.path("text").asText("");
        return switch (type) {
            case "PHONE_NUMBER" ->
                new Button(
                        Kind.PHONE_NUMBER, text, registered.path("phoneNumber").asText());
            case "QUICK_REPLY" -> new Button(Kind.QUICK_REPLY, text, value);
            case "COPY_CODE" -> new Button(Kind.COPY_CODE, text.isEmpty() ? "Copy offer code" : text, value);
            default ->
                template.authentication()
                        ? new Button(Kind.COPY_CODE, text, value)
                        : new Button(
                                Kind.URL,
                                text,
                                Placeholders.fill(registered.path("url").asText(), List.of(value)));
        };
    }
}
