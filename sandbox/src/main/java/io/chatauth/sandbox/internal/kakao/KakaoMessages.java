package io.chatauth.sandbox.internal.kakao;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.envelope.Dialect;
import io.chatauth.sandbox.internal.message.Button;
import io.chatauth.sandbox.internal.message.Button.Kind;
import io.chatauth.sandbox.internal.message.Content;
import io.chatauth.sandbox.internal.message.Content.Header;
import io.chatauth.sandbox.internal.message.DeliveryError;
import io.chatauth.sandbox.internal.registry.Blanks;
import io.chatauth.sandbox.internal.registry.Registered;
import io.chatauth.sandbox.internal.registry.RegisteredStore;
import io.chatauth.sandbox.internal.server.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** AlimTalk's messages: what Infobip asks of them, and whether they are what Kakao approved. */
final class KakaoMessages implements Dialect {
    private static final int TEMPLATE_CODE = 30;
    private static final int TEXT = 1000;
    private static final int TITLE = 50;
    private static final int BUTTONS = 5;
    private static final int NAME = 28;
    private static final int URL = 500;
    private static final int TARGET = 3;
    private static final int CHAT = 50;
    private static final int LINKS = 2;
    private static final int ANY = Integer.MAX_VALUE;
    private static final Set<String> BUTTON_TYPES = Set.of(
            "APP_LINK", "DELIVERY_TRACKING", "URL", "CHATBOT_SWITCH", "BOT_KEYWORD", "MESSAGE_DELIVERY", "ADD_CHANNEL");
    private static final List<String> APP_LINKS = List.of("schemeAndroid", "schemeIos", "urlMobile");
    private static final List<String> BUTTON_TEXTS =
            List.of("type", "name", "urlMobile", "urlPc", "schemeAndroid", "schemeIos", "chatExtra", "chatEvent");
    private static final Blanks BLANKS = new Blanks("#{", "[^{}]+", "}");

    private final RegisteredStore templates;

    KakaoMessages(RegisteredStore templates) {
        this.templates = templates;
    }

    @Override
    public String channel() {
        return Kakao.CHANNEL;
    }

    @Override
    public void checkRequest(Fields options) {
        if (options.has("priority")) {
            options.oneOf("priority", Set.of("HIGH", "STANDARD", "LOW"));
        }
    }

    @Override
    public void check(Fields content, @Nullable Fields options) {
        content.oneOf("type", Set.of("TEMPLATE"));
        content.text("groupKey", 0, ANY);
        check(content);
    }

    /** Checks what a message and a declared template have in common. */
    static void check(Fields content) {
        content.required("templateCode", TEMPLATE_CODE);
        content.required("text", TEXT);
        content.text("title", 0, TITLE);
        if (content.has("buttons")) {
            content.requiredObjects("buttons", 0, BUTTONS).forEach(KakaoMessages::button);
        }
    }

    private static void button(Fields button) {
        String type = button.oneOf("type", BUTTON_TYPES);
        button.required("name", NAME);
        if ("URL".equals(type)) {
            button.required("urlMobile", URL);
            button.text("urlPc", 1, URL);
            button.text("target", 0, TARGET);
        } else if ("APP_LINK".equals(type)) {
            APP_LINKS.forEach(name -> button.text(name, 1, URL));
            button.text("urlPc", 1, URL);
            if (APP_LINKS.stream().filter(button::has).count() < LINKS) {
                button.reject("schemeAndroid", "at least two of schemeAndroid, schemeIos and urlMobile must be set");
            }
        } else if ("CHATBOT_SWITCH".equals(type)) {
            button.text("chatExtra", 0, CHAT);
            button.text("chatEvent", 0, CHAT);
        }
    }

    @Override
    public Played play(String sender, String to, ObjectNode content) {
        if (!templates.isEmpty()) {
            DeliveryError error = judge(sender, content);
            if (error != DeliveryError.NO_ERROR) {
                return Played.not(error);
            }
        }
        String title = content.path("title").asText("");
        return Played.as(new Content(
                title.isEmpty() ? null : new Header("TEXT", title),
                content.path("text").asText(),
                null,
                buttons(content),
                null));
    }

    private DeliveryError judge(String sender, ObjectNode content) {
        String code = content.path("templateCode").asText();
        for (Registered template : templates.list(sender)) {
            if (template.name().equals(code) && templates.sendable(template)) {
                return fits(template.details(), content)
                        ? DeliveryError.NO_ERROR
                        : DeliveryError.EC_INVALID_TEMPLATE_ARGS;
            }
        }
        return DeliveryError.EC_INVALID_TEMPLATE;
    }

    private static boolean fits(JsonNode approved, JsonNode given) {
        JsonNode wanted = approved.path("buttons");
        JsonNode buttons = given.path("buttons");
        boolean same = fits(approved, given, List.of("text", "title")) && wanted.size() == buttons.size();
        for (int i = 0; same && i < wanted.size(); i++) {
            same = fits(wanted.get(i), buttons.get(i), BUTTON_TEXTS);
        }
        return same;
    }

    private static boolean fits(JsonNode approved, JsonNode given, List<String> names) {
        return names.stream()
                .allMatch(name -> BLANKS.fits(
                        approved.path(name).asText(""), given.path(name).asText("")));
    }

    static List<Button> buttons(JsonNode content) {
        List<Button> buttons = new ArrayList<>();
        content.path("buttons").forEach(button -> buttons.add(button(button)));
        return List.copyOf(buttons);
    }

    private static Button button(JsonNode button) {
        String name = button.path("name").asText();
        String type = button.path("type").asText();
        if (type.equals("URL")) {
            return new Button(Kind.URL, name, button.path("urlMobile").asText());
        }
        if (!type.equals("APP_LINK")) {
            return new Button(Kind.APP, name, type);
        }
        for (String link : APP_LINKS) {
            String value = button.path(link).asText("");
            if (value.toLowerCase(Locale.ROOT).startsWith("tel:")) {
                return new Button(Kind.PHONE_NUMBER, name, value.substring("tel:".length()));
            }
        }
        return button.hasNonNull("urlMobile")
                ? new Button(Kind.URL, name, button.path("urlMobile").asText())
                : new Button(Kind.APP, name, button.path("schemeAndroid").asText());
    }
}
