package io.chatauth.channel.viber.internal;

import io.chatauth.ChannelId;
import io.chatauth.infobip.wire.Envelope;
import io.chatauth.infobip.wire.JsonWriter;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedMessage.FilledButton;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.ButtonLines;
import io.chatauth.template.TemplateRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the request that sends messages: schema {@code ViberRequest}, and nothing that was not asked for. */
final class ViberEncoder {
    static final String PATH = "/viber/2/messages";

    private static final int LONGEST_TRACKING_DATA = 100;

    private final ChannelId channel;
    private final ViberOptions options;
    private final Envelope envelope;

    ViberEncoder(ChannelId channel, ViberOptions options) {
        this.channel = channel;
        this.options = options;
        this.envelope = Envelope.of(this::content)
                .messageOptions(this::messageOptions)
                .untracked()
                .seenReports();
    }

    WireRequest encode(EncodeContext context) {
        return WireRequest.post(PATH, envelope.write(context));
    }

    private void content(JsonWriter out, OutboundMessage message) {
        AdaptedMessage content = message.content();
        if (isRegistered(message)) {
            template(out, message);
        } else if (isList(content)) {
            out.text("type", "LIST")
                    .text("text", content.body())
                    .texts(
                            "options",
                            content.buttons().stream().map(FilledButton::value).toList());
        } else {
            text(out, content);
        }
    }

    /** A template goes out as the registered one that it is bound to. */
    private boolean isRegistered(OutboundMessage message) {
        return options.registeredTemplates()
                || !message.templateKey()
                        .equals(message.content().template().source().name());
    }

    private void template(JsonWriter out, OutboundMessage message) {
        AdaptedMessage content = message.content();
        out.text("type", "TEMPLATE")
                .text("templateId", message.templateKey())
                .text("language", ViberLanguages.find(message.language()).orElse(message.language()))
                .objectIfAny("parameters", fields -> {
                    int at = 0;
                    for (Map.Entry<String, String> parameter :
                            ViberTemplateRules.parameters(content.template()).entrySet()) {
                        fields.text(parameter.getValue(), content.bodyValues().get(at++));
                    }
                });
    }

    private static boolean isList(AdaptedMessage content) {
        return asks(content) && content.body().length() <= ViberCapabilities.LIST_TEXT;
    }

    private static boolean asks(AdaptedMessage content) {
        return content.buttons().stream().anyMatch(button -> button.kind() == ButtonKind.QUICK_REPLY);
    }

    private void text(JsonWriter out, AdaptedMessage content) {
        out.text("type", "TEXT").text("text", asks(content) ? withReplies(content) : content.body());
        content.buttons().stream()
                .filter(button -> button.kind() != ButtonKind.QUICK_REPLY)
                .findFirst()
                .ifPresent(button -> out.object(
                        "button",
                        fields -> fields.text("title", button.label())
                                .text(
                                        "action",
                                        button.kind() == ButtonKind.CALL_PHONE
                                                ? "tel:" + button.value()
                                                : button.value())));
    }

    /** A list whose text became too long with its values is a text that says what to reply. */
    private static String withReplies(AdaptedMessage content) {
        List<String> lines = new ArrayList<>();
        lines.add(content.body());
        lines.addAll(ButtonLines.of(content.template().source().language(), content.buttons()));
        return String.join("\n", lines);
    }

    void check(OutboundMessage message) {
        AdaptedMessage content = message.content();
        int length = asks(content) && !isList(content) ? withReplies(content).length() : 0;
        if (length > ViberCapabilities.TEXT) {
            throw new TemplateRefusedException(
                    "a message of the template " + content.template().source() + " on " + channel,
                    List.of("the text with the words to reply has " + length + " characters, and " + channel
                            + " takes at most " + ViberCapabilities.TEXT + "; give shorter values"));
        }
    }

    private void messageOptions(JsonWriter out, OutboundMessage message) {
        boolean plainText = !isRegistered(message);
        if (plainText && awaitsReply(message) && !options.activationCheck() && canTrack(message)) {
            out.text("trackingData", message.id());
        }
        out.text("label", "TRANSACTIONAL");
        if (plainText && options.activationCheck()) {
            out.flag("activationCheck", true);
        }
    }

    private static boolean awaitsReply(OutboundMessage message) {
        return message.content().template().source().buttons().stream()
                .anyMatch(button -> button.kind() == ButtonKind.QUICK_REPLY);
    }

    /** It is a hint for whoever reads Infobip's logs; a longer id is left out and nothing depends on it. */
    private static boolean canTrack(OutboundMessage message) {
        return message.id().length() <= LONGEST_TRACKING_DATA;
    }
}
