package io.chatauth.sandbox.internal.whatsapp;

import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.webhook.Target;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Infobip asks of one template message before it accepts it. */
final class MessageRules {
    private static final int FROM = 24;
    private static final int TO = 150;
    private static final int MESSAGE_ID = 200;
    private static final int CALLBACK_DATA = 4000;
    private static final int URL = 2048;
    private static final int PLATFORM = 255;
    private static final int NAME = 512;
    private static final int FILENAME = 240;
    private static final int PAYLOAD = 128;
    private static final int CODE = 15;
    private static final int SMS = 4096;
    private static final int ANY = Integer.MAX_VALUE;
    private static final int BUTTONS = 10;
    private static final Pattern TEMPLATE_NAME = Pattern.compile("[a-z0-9_]+");
    private static final Pattern WILD_SPACE = Pattern.compile("[\\n\\r\\t]| {5}");
    private static final Set<String> HEADERS = Set.of("TEXT", "IMAGE", "VIDEO", "GIF", "DOCUMENT", "LOCATION");
    private static final Set<String> BUTTON_TYPES = Set.of("QUICK_REPLY", "URL", "COPY_CODE");
    private static final Set<String> NOT_HERE = Set.of("carousel", "limitedTimeOffer", "orderStatus");

    private MessageRules() {}

    static void check(Fields message) {
        envelope(message);
        smsFailover(message.object("smsFailover"));
        Fields content = message.requiredObject("content");
        if (content != null) {
            content(content);
        }
    }

    /** Checks what every message has beside its content. */
    static void envelope(Fields message) {
        message.required("from", FROM);
        message.required("to", TO);
        message.text("messageId", 0, MESSAGE_ID);
        message.text("callbackData", 0, CALLBACK_DATA);
        String notifyUrl = message.text("notifyUrl", 0, URL);
        if (notifyUrl != null && Target.address(notifyUrl) == null) {
            message.reject("notifyUrl", "is not a valid url");
        }
        message.text("entityId", 0, PLATFORM);
        message.text("applicationId", 0, PLATFORM);
        urlOptions(message.object("urlOptions"));
        Fields context = message.object("context");
        if (context != null) {
            context.required("replyToMessageId", ANY);
        }
    }

    private static void urlOptions(@Nullable Fields options) {
        if (options != null) {
            options.flag("shortenUrl");
            options.flag("trackClicks");
            options.flag("removeProtocol");
            options.text("trackingUrl", 0, ANY);
            options.text("customDomain", 0, ANY);
        }
    }

    private static void smsFailover(@Nullable Fields failover) {
        if (failover != null) {
            failover.required("from", FROM);
            failover.required("text", SMS);
        }
    }

    private static void content(Fields content) {
        String name = content.required("templateName", NAME);
        if (name != null && !TEMPLATE_NAME.matcher(name).matches()) {
            content.reject("templateName", "must contain lowercase alphanumeric characters and underscores only");
        }
        content.required("language", ANY);
        Fields data = content.requiredObject("templateData");
        if (data == null) {
            return;
        }
        Fields body = data.requiredObject("body");
        if (body != null) {
            if (!body.has("placeholders")) {
                body.reject("placeholders", "must not be null");
            }
            body.texts("placeholders");
        }
        header(data.object("header"));
        if (data.has("buttons")) {
            List<Fields> buttons = data.objects("buttons");
            if (buttons != null) {
                buttons.forEach(MessageRules::button);
                if (buttons.size() > BUTTONS) {
                    data.reject("buttons", "size must be between 0 and " + BUTTONS);
                }
            }
        }
        for (String other : NOT_HERE) {
            if (data.has(other)) {
                data.reject(other, "is not played by this sandbox");
            }
        }
    }

    private static void header(@Nullable Fields header) {
        if (header == null) {
            return;
        }
        String type = header.oneOf("type", HEADERS);
        if (type == null) {
            return;
        }
        switch (type) {
            case "TEXT" -> {
                String placeholder = header.required("placeholder", ANY);
                if (placeholder != null && WILD_SPACE.matcher(placeholder).find()) {
                    header.reject(
                            "placeholder", "cannot have new-line/tab characters or more than 4 consecutive spaces");
                }
            }
            case "LOCATION" -> {
                header.requireNumber("latitude", -90, 90);
                header.requireNumber("longitude", -180, 180);
            }
            default -> {
                String media = header.required("mediaUrl", URL);
                if (media != null && Target.address(media) == null) {
                    header.reject("mediaUrl", "is not a valid url");
                }
                if (type.equals("DOCUMENT")) {
                    header.required("filename", FILENAME);
                }
            }
        }
    }

    private static void button(Fields button) {
        String type = button.oneOf("type", BUTTON_TYPES);
        if (type != null) {
            button.required("parameter", type.equals("QUICK_REPLY") ? PAYLOAD : type.equals("COPY_CODE") ? CODE : ANY);
        }
    }
}
