package io.chatauth.sandbox.internal.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.sandbox.internal.message.Button;
import io.chatauth.sandbox.internal.message.Button.Kind;
import io.chatauth.sandbox.internal.message.Content;
import io.chatauth.sandbox.internal.message.Content.Header;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.webhook.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms of a message that need no template, but an open window: what Infobip asks of them, and what they show. */
enum WindowForm {
    /** A text. */
    TEXT("text") {
        @Override
        void check(Fields content) {
            content.required("text", TEXT_LENGTH);
            content.flag("previewUrl");
        }

        @Override
        Content show(JsonNode content) {
            return Content.of(content.path("text").asText());
        }
    },

    /** A text with up to three buttons, which answer. */
    BUTTONS("interactive/buttons") {
        @Override
        void check(Fields content) {
            frame(content);
            Fields action = content.requiredObject("action");
            if (action == null) {
                return;
            }
            Set<String> ids = new HashSet<>();
            for (Fields button : action.requiredObjects("buttons", 1, REPLIES)) {
                button.oneOf("type", Set.of("REPLY"));
                String id = button.required("id", ID);
                if (id != null && !id.equals(id.strip())) {
                    button.reject("id", "must not begin or end with white space");
                } else if (id != null && !ids.add(id)) {
                    button.reject("id", "must be unique");
                }
                button.required("title", BUTTON_TEXT);
            }
        }

        @Override
        Content show(JsonNode content) {
            List<Button> buttons = new ArrayList<>();
            content.path("action")
                    .path("buttons")
                    .forEach(button -> buttons.add(new Button(
                            Kind.REPLY,
                            button.path("title").asText(),
                            button.path("id").asText())));
            return framed(content, buttons);
        }
    },

    /** A text with a button that opens an address. */
    URL_BUTTON("interactive/url-button") {
        @Override
        void check(Fields content) {
            frame(content);
            Fields action = content.requiredObject("action");
            if (action != null) {
                action.required("displayText", BUTTON_TEXT);
                address(action, "url");
            }
        }

        @Override
        Content show(JsonNode content) {
            JsonNode action = content.path("action");
            return framed(
                    content,
                    List.of(new Button(
                            Kind.URL,
                            action.path("displayText").asText(),
                            action.path("url").asText())));
        }
    };

    private static final int TEXT_LENGTH = 4096;
    private static final int BODY = 1024;
    private static final int LINE = 60;
    private static final int BUTTON_TEXT = 20;
    private static final int REPLIES = 3;
    private static final int ID = 256;
    private static final int URL = 2048;
    private static final int FILENAME = 240;
    private static final Set<String> HEADERS = Set.of("TEXT", "VIDEO", "IMAGE", "DOCUMENT");

    private final String path;

    WindowForm(String path) {
        this.path = path;
    }

    String path() {
        return "/whatsapp/1/message/" + path;
    }

    /** Notes what is wrong with the content. */
    abstract void check(Fields content);

    /** What the phone shows of a content that is right. */
    abstract Content show(JsonNode content);

    private static void frame(Fields content) {
        Fields body = content.requiredObject("body");
        if (body != null) {
            body.required("text", BODY);
        }
        Fields footer = content.object("footer");
        if (footer != null) {
            footer.required("text", LINE);
        }
        Fields header = content.object("header");
        String type = header == null ? null : header.oneOf("type", HEADERS);
        if (header == null || type == null) {
            return;
        }
        if (type.equals("TEXT")) {
            header.required("text", LINE);
            return;
        }
        address(header, "mediaUrl");
        if (type.equals("DOCUMENT")) {
            header.text("filename", 0, FILENAME);
        }
    }

    private static void address(Fields fields, String name) {
        String url = fields.required(name, URL);
        if (url != null && Target.address(url) == null) {
            fields.reject(name, "is not a valid url");
        }
    }

    private static Content framed(JsonNode content, List<Button> buttons) {
        String footer = content.path("footer").path("text").asText("");
        return new Content(
                header(content.path("header")),
                content.path("body").path("text").asText(),
                footer.isEmpty() ? null : footer,
                List.copyOf(buttons),
                null);
    }

    private static @Nullable Header header(JsonNode header) {
        String type = header.path("type").asText("");
        return type.isEmpty()
                ? null
                : new Header(
                        type,
                        header.path(type.equals("TEXT") ? "text" : "mediaUrl").asText());
    }
}
