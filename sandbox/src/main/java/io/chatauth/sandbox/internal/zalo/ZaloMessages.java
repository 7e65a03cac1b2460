package io.chatauth.sandbox.internal.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.envelope.Dialect;
import io.chatauth.sandbox.internal.envelope.EnvelopeRules;
import io.chatauth.sandbox.internal.message.Content;
import io.chatauth.sandbox.internal.message.DeliveryError;
import io.chatauth.sandbox.internal.message.MessageStore;
import io.chatauth.sandbox.internal.registry.Registered;
import io.chatauth.sandbox.internal.registry.RegisteredStore;
import io.chatauth.sandbox.internal.server.Fields;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Zalo's templates and texts: what Infobip asks of them, and how they look. */
final class ZaloMessages implements Dialect {
    private static final int TEXT = 2000;
    private static final Duration CONVERSATION = Duration.ofDays(2);
    private static final Set<String> TYPES = Set.of(
            "TEMPLATE",
            "TEXT",
            "IMAGE",
            "GIF",
            "STICKER",
            "QUOTE_CONSULTATION",
            "USER_INFORMATION_REQUEST_FORM",
            "FILE",
            "REACTION");
    private static final Set<String> PLAYED = Set.of("TEMPLATE", "TEXT");

    private final RegisteredStore templates;
    private final MessageStore messages;
    private final Clock clock;

    ZaloMessages(RegisteredStore templates, MessageStore messages, Clock clock) {
        this.templates = templates;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return Zalo.CHANNEL;
    }

    @Override
    public void checkRequest(Fields options) {
        EnvelopeRules.tracking(options.object("tracking"));
    }

    @Override
    public void check(Fields content, @Nullable Fields options) {
        String type = EnvelopeRules.type(content, TYPES, PLAYED);
        if ("TEXT".equals(type)) {
            content.required("text", TEXT);
        } else if ("TEMPLATE".equals(type)) {
            if (!content.has("templateName")) {
                content.reject("templateName", "must not be null");
            }
            content.integer("templateName", Integer.MIN_VALUE, Integer.MAX_VALUE);
            content.object("templateData");
        }
        if (options != null) {
            if (options.flag("encrypted")) {
                EnvelopeRules.notPlayed(options, "encrypted");
            }
            if (options.has("sendingMode")) {
                options.oneOf("sendingMode", Set.of("REGULAR", "OVER_THE_LIMIT", "AUTO"));
            }
        }
    }

    @Override
    public Played play(String sender, String to, ObjectNode content) {
        if (content.path("type").asText().equals("TEXT")) {
            return talking(sender, to)
                    ? Played.as(Content.of(content.path("text").asText()))
                    : Played.not(DeliveryError.EC_NO_SESSION);
        }
        Registered template =
                templates.find(sender, content.path("templateName").asText());
        if (template == null || !templates.sendable(template)) {
            return Played.not(DeliveryError.EC_INVALID_TEMPLATE);
        }
        Map<String, String> values = values(template.details().path("params"), content.path("templateData"));
        return values == null
                ? Played.not(DeliveryError.EC_INVALID_TEMPLATE_ARGS)
                : Played.as(Rendering.render(template.details().path("templateContent"), values));
    }

    /** A text is only for a Zalo user who has written within the last 48 hours; a phone number is none. */
    private boolean talking(String sender, String to) {
        Instant since = clock.instant().minus(CONVERSATION);
        return messages.newest(message -> !message.toPerson()
                        && message.channel().equals(Zalo.CHANNEL)
                        && message.to().equals(sender)
                        && ZaloReports.uid(message.from()).equals(to)
                        && !message.at().isBefore(since))
                != null;
    }

    private static @Nullable Map<String, String> values(JsonNode params, JsonNode data) {
        Map<String, String> values = new LinkedHashMap<>();
        for (JsonNode param : params) {
            JsonNode value = data.path(param.path("name").asText());
            String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
            if (text.isEmpty()
                    || text.codePointCount(0, text.length())
                            > TemplateRules.maxLength(param.path("type").asText())) {
                return null;
            }
            values.put(param.path("name").asText(), text);
        }
        return values.size() == data.size() ? values : null;
    }
}
