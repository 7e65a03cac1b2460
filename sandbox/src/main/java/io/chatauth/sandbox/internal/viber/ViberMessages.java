package io.chatauth.sandbox.internal.viber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.envelope.Dialect;
import io.chatauth.sandbox.internal.envelope.EnvelopeRules;
import io.chatauth.sandbox.internal.message.Button;
import io.chatauth.sandbox.internal.message.Button.Kind;
import io.chatauth.sandbox.internal.message.Content;
import io.chatauth.sandbox.internal.message.DeliveryError;
import io.chatauth.sandbox.internal.message.Status;
import io.chatauth.sandbox.internal.registry.Registered;
import io.chatauth.sandbox.internal.registry.RegisteredStore;
import io.chatauth.sandbox.internal.server.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Viber's texts, lists and templates: what Infobip asks of them, and how they look. */
final class ViberMessages implements Dialect {
    private static final int TEXT = 1000;
    private static final int TITLE = 30;
    private static final int ACTION = 1000;
    private static final int LIST_TEXT = 85;
    private static final int OPTION = 50;
    private static final int MIN_OPTIONS = 2;
    private static final int MAX_OPTIONS = 5;
    private static final int TRACKING_DATA = 100;
    private static final int ANY = Integer.MAX_VALUE;
    private static final Set<String> TYPES = Set.of("TEXT", "IMAGE", "VIDEO", "FILE", "LIST", "CAROUSEL", "TEMPLATE");
    private static final Set<String> PLAYED = Set.of("TEXT", "LIST", "TEMPLATE");
    private static final Set<String> LABELS = Set.of("PROMOTIONAL", "TRANSACTIONAL");

    private final RegisteredStore templates;

    ViberMessages(RegisteredStore templates) {
        this.templates = templates;
    }

    @Override
    public String channel() {
        return Viber.CHANNEL;
    }

    @Override
    public Status accepted() {
        return Status.PENDING_ACCEPTED;
    }

    @Override
    public void checkRequest(Fields options) {
        EnvelopeRules.tracking(options.object("tracking"));
    }

    @Override
    public void check(Fields content, @Nullable Fields options) {
        String type = EnvelopeRules.type(content, TYPES, PLAYED);
        if (type == null) {
            return;
        }
        switch (type) {
            case "TEXT" -> {
                content.required("text", TEXT);
                Fields button = content.object("button");
                if (button != null) {
                    button.required("title", TITLE);
                    button.required("action", ACTION);
                }
            }
            case "LIST" -> list(content);
            default -> template(content);
        }
        if (options != null) {
            options(options, type, type.equals("TEXT") && !content.has("button"));
        }
    }

    private static void list(Fields content) {
        content.required("text", LIST_TEXT);
        if (!content.has("options")) {
            content.reject("options", "must not be null");
        }
        List<String> options = content.texts("options");
        if (options == null) {
            return;
        }
        if (options.size() < MIN_OPTIONS || options.size() > MAX_OPTIONS) {
            content.reject("options", "size must be between " + MIN_OPTIONS + " and " + MAX_OPTIONS);
        }
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).codePointCount(0, options.get(i).length()) > OPTION) {
                content.reject("options[" + i + "]", "size must be between 0 and " + OPTION);
            }
        }
    }

    /** The spec asks for a language and says in words that one-time password templates may do without. */
    private static void template(Fields content) {
        content.required("templateId", ANY);
        content.text("language", 1, ANY);
        Fields parameters = content.object("parameters");
        if (parameters != null) {
            parameters.node().fieldNames().forEachRemaining(name -> parameters.required(name, ANY));
        }
    }

    private static void options(Fields options, String type, boolean textOnly) {
        if (options.has("label")) {
            options.oneOf("label", LABELS);
        }
        options.flag("applySessionRate");
        boolean primaryOnly = options.flag("toPrimaryDeviceOnly");
        boolean activationCheck = options.flag("activationCheck");
        if (activationCheck && !textOnly) {
            options.reject("activationCheck", "is supported for text only content type");
        }
        if (options.text("trackingData", 1, TRACKING_DATA) == null) {
            return;
        }
        if (type.equals("TEMPLATE")) {
            options.reject("trackingData", "is not supported for TEMPLATE");
        }
        if (textOnly && (primaryOnly || activationCheck)) {
            options.reject(
                    "trackingData",
                    "is not supported when "
                            + (primaryOnly ? "toPrimaryDeviceOnly" : "activationCheck")
                            + " is enabled for text only content type");
        }
    }

    @Override
    public Played play(String sender, String to, ObjectNode content) {
        String text = content.path("text").asText();
        return switch (content.path("type").asText()) {
            case "TEXT" -> Played.as(Content.of(text, button(content.path("button"))));
            case "LIST" -> {
                List<Button> options = new ArrayList<>();
                content.path("options")
                        .forEach(option -> options.add(new Button(Kind.QUICK_REPLY, option.asText(), option.asText())));
                yield Played.as(Content.of(text, options));
            }
            default -> template(sender, content);
        };
    }

    private static List<Button> button(JsonNode button) {
        if (!button.isObject()) {
            return List.of();
        }
        String title = button.path("title").asText();
        String action = button.path("action").asText();
        return List.of(
                action.toLowerCase(Locale.ROOT).startsWith("tel:")
                        ? new Button(Kind.PHONE_NUMBER, title, action.substring("tel:".length()))
                        : new Button(Kind.URL, title, action));
    }

    private Played template(String sender, ObjectNode content) {
        Registered template = templates.find(sender, content.path("templateId").asText());
        if (template == null || !templates.sendable(template) || !speaks(template, content.path("language"))) {
            return Played.not(DeliveryError.EC_INVALID_TEMPLATE);
        }
        Map<String, String> values = new LinkedHashMap<>();
        content.path("parameters")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        String text = Viber.text(template);
        return values.keySet().equals(Viber.BLANKS.names(text))
                ? Played.as(Content.of(Viber.BLANKS.fill(text, values)))
                : Played.not(DeliveryError.EC_INVALID_TEMPLATE_ARGS);
    }

    private static boolean speaks(Registered template, JsonNode language) {
        String registered = template.details().at("/body/0/language").asText("");
        return language.isTextual()
                ? registered.isEmpty() || registered.equals(language.textValue())
                : template.details().path("category").asText().equals("OTP");
    }
}
