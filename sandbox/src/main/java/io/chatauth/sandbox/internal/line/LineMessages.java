package io.chatauth.sandbox.internal.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.envelope.Dialect;
import io.chatauth.sandbox.internal.message.Content;
import io.chatauth.sandbox.internal.message.DeliveryError;
import io.chatauth.sandbox.internal.registry.Blanks;
import io.chatauth.sandbox.internal.registry.RegisteredStore;
import io.chatauth.sandbox.internal.server.Fields;
import io.chatauth.sandbox.internal.server.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** LINE's notifications: what Infobip asks of them, and how they look. */
final class LineMessages implements Dialect {
    private static final int ALT_TEXT = 400;
    private static final Blanks BLANKS = new Blanks("{{", "[^{}]+", "}}");

    private final RegisteredStore templates;

    LineMessages(RegisteredStore templates) {
        this.templates = templates;
    }

    @Override
    public String channel() {
        return Line.CHANNEL;
    }

    @Override
    public void check(Fields content, @Nullable Fields options) {
        content.oneOf("type", Set.of("LINE_NOTIFICATION"));
        content.required("altText", ALT_TEXT);
        Fields contents = content.requiredObject("contents");
        if (contents != null) {
            BubbleRules.check(contents);
        }
    }

    @Override
    public Played play(String sender, String to, ObjectNode content) {
        JsonNode contents = content.path("contents");
        if (!templates.isEmpty() && !approved(sender, contents)) {
            return Played.not(DeliveryError.EC_INVALID_TEMPLATE);
        }
        Bubble bubble = Bubble.of(contents);
        ObjectNode card = Json.object().put("altText", content.path("altText").asText());
        card.set("contents", contents);
        return Played.as(new Content(null, bubble.text(), null, bubble.buttons(), card));
    }

    private boolean approved(String sender, JsonNode contents) {
        return templates.list(sender).stream()
                .filter(templates::sendable)
                .anyMatch(template -> Bubble.same(template.details().path("contents"), contents, BLANKS::fits));
    }
}
