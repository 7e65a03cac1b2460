package io.chatauth.channel.line.internal;

import io.chatauth.infobip.wire.Envelope;
import io.chatauth.infobip.wire.JsonWriter;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedMessage.FilledButton;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.TemplateRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the request that sends notifications: schema {@code LineRequest}. LINE fixes header and footer of the bubble, so all
 * of the message stands in its body, one part below the other.
 */
final class LineEncoder {
    static final String PATH = "/line/1/messages";

    private static final Envelope ENVELOPE = Envelope.of(LineEncoder::content);

    private LineEncoder() {}

    static WireRequest encode(EncodeContext context) {
        return WireRequest.post(PATH, ENVELOPE.write(context));
    }

    private static void content(JsonWriter out, OutboundMessage message) {
        AdaptedMessage content = message.content();
        out.text("type", "LINE_NOTIFICATION")
                .text("altText", LineTemplateRules.altText(content))
                .object("contents", bubble -> {
                    bubble.text("type", "BUBBLE");
                    if (LineLanguages.rightToLeft(content.template().source().language())) {
                        bubble.text("direction", "RIGHT_TO_LEFT");
                    }
                    bubble.object(
                            "body",
                            box -> box.text("type", "BOX")
                                    .text("layout", "VERTICAL")
                                    .text("spacing", "md")
                                    .objects("contents", parts(content), (part, fields) -> fields.accept(part)));
                });
    }

    private static List<Consumer<JsonWriter>> parts(AdaptedMessage content) {
        List<Consumer<JsonWriter>> parts = new ArrayList<>();
        content.header().ifPresent(text -> parts.add(part -> text(part, text).text("weight", "BOLD")));
        parts.add(part -> text(part, content.body()));
        for (FilledButton button : content.buttons()) {
            if (button.kind() != ButtonKind.OPEN_URL) {
                throw new TemplateRefusedException(
                        "a message of the template " + content.template().source() + " on line",
                        List.of("a button of the kind " + button.kind()
                                + " can't be shown; adapt the template with this channel first"));
            }
            parts.add(part -> part.text("type", "BUTTON")
                    .object(
                            "action",
                            action -> action.text("type", "URI")
                                    .text("label", button.label())
                                    .text("uri", button.value())));
        }
        return parts;
    }

    /** Wrapped, because a text is one line with its end missing otherwise, and breaks where the text has a line break. */
    private static JsonWriter text(JsonWriter part, String text) {
        return part.text("type", "TEXT").text("text", text).flag("wrap", true);
    }
}
