package io.chatauth.channel.zalo.internal;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.infobip.wire.Envelope;
import io.chatauth.infobip.wire.JsonWriter;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedMessage.FilledButton;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonLines;
import io.chatauth.template.Placeholders;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the request that sends messages: schema {@code ZaloRequest}, and nothing that was not asked for. */
final class ZaloEncoder {
    static final String PATH = "/zalo/2/messages";

    private final ChannelId channel;
    private final ZaloOptions options;
    private final Envelope envelope;

    ZaloEncoder(ChannelId channel, ZaloOptions options) {
        this.channel = channel;
        this.options = options;
        this.envelope = Envelope.of(this::content).untracked();
    }

    WireRequest encode(EncodeContext context) {
        return WireRequest.post(PATH, envelope.write(context));
    }

    private void content(JsonWriter out, OutboundMessage message) {
        if (message.to().kind() == Address.Kind.PHONE) {
            template(out, message);
        } else {
            out.text("type", "TEXT").text("text", conversationText(message.content()));
        }
    }

    /** A template's data must follow from the message; a conversation takes 2000 characters, more than a message can have. */
    void check(OutboundMessage message) {
        if (message.to().kind() == Address.Kind.PHONE) {
            AdaptedMessage content = message.content();
            Map<String, String> data = data(content);
            if (!content.template().textFixed()) {
                checkLabels(content, data);
            }
        }
    }

    /** Zalo takes fewer characters in a label than in a text, and answers with an error that names no value. */
    private void checkLabels(AdaptedMessage content, Map<String, String> data) {
        Template source = content.template().source();
        List<String> reasons = new ArrayList<>();
        data.forEach((name, value) -> {
            if (ZaloTemplates.isLabel(source, name) && value.length() > options.labelLength()) {
                reasons.add("the value of {{" + name + "}} has " + value.length() + " characters, and Zalo takes "
                        + options.labelLength() + "; shorten it, or, if the template was registered elsewhere with"
                        + " parameters that take more, set " + ZaloOptions.PREFIX + ZaloOptions.LABEL_LENGTH);
            }
        });
        if (!reasons.isEmpty()) {
            throw new TemplateRefusedException(what(content), reasons);
        }
    }

    private void template(JsonWriter out, OutboundMessage message) {
        Map<String, String> data = data(message.content());
        out.text("type", "TEMPLATE")
                .number("templateName", number(message))
                .object("templateData", fields -> data.forEach(fields::text));
    }

    /** Zalo's number of a template is a 32-bit one in a send. */
    private int number(OutboundMessage message) {
        try {
            int number = Integer.parseInt(message.templateKey());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw unbound(message);
        }
        throw unbound(message);
    }

    private TemplateRefusedException unbound(OutboundMessage message) {
        String name = message.content().template().source().name();
        return refused(
                message.content(),
                "Zalo knows templates by a number, and '" + message.templateKey() + "' is none; set chatauth.template."
                        + channel + "." + name + "=<number> to the one that Zalo gave it");
    }

    /** The values by name: those of the text, and those that the registered buttons take. */
    private Map<String, String> data(AdaptedMessage content) {
        Map<String, String> data = new LinkedHashMap<>();
        content.header()
                .ifPresent(header ->
                        put(data, Placeholders.in(content.template().header().orElse("")), content.headerValues()));
        put(data, Placeholders.in(content.template().body()), content.bodyValues());
        for (int i = 0; i < content.buttons().size(); i++) {
            FilledButton filled = content.buttons().get(i);
            Button button = content.template().buttons().get(i);
            List<String> names = Placeholders.in(button.value());
            if (!names.isEmpty() && !data.keySet().containsAll(names)) {
                data.put(names.get(0), only(content, button, filled));
            }
        }
        if (content.template().textFixed() && data.containsKey("code")) {
            return Map.of(options.codeParameter(), data.get("code"));
        }
        return data;
    }

    private void put(Map<String, String> data, List<String> names, List<String> values) {
        for (int i = 0; i < names.size(); i++) {
            data.put(names.get(i), values.get(i));
        }
    }

    /** The value of a button that varies in one place, at its end: the rest is the same for all. */
    private String only(AdaptedMessage content, Button button, FilledButton filled) {
        List<String> names = Placeholders.in(button.value());
        if (names.size() != 1 || !button.value().endsWith("{{" + names.get(0) + "}}")) {
            throw refused(
                    content,
                    "what varies on the button '" + button.label()
                            + "' must be one placeholder at its very end; move it there");
        }
        return filled.parameter().orElse(filled.value());
    }

    /** Within a conversation there are no templates: all that the message says becomes lines of text. */
    private static String conversationText(AdaptedMessage content) {
        List<String> lines = new ArrayList<>();
        content.header().ifPresent(lines::add);
        lines.add(content.body());
        lines.addAll(ButtonLines.of(content.template().source().language(), content.buttons()));
        content.footer().ifPresent(lines::add);
        return String.join("\n", lines);
    }

    private TemplateRefusedException refused(AdaptedMessage content, String reason) {
        return new TemplateRefusedException(what(content), List.of(reason));
    }

    private String what(AdaptedMessage content) {
        return "a message of the template " + content.template().source() + " on " + channel;
    }
}
