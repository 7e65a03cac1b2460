package io.chatauth.channel.whatsapp.internal;

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

/**
 * Writes the request that sends template messages: schema {@code BulkMessage}, and nothing that was not asked for. What goes
 * without a template is written by {@link WhatsAppWindowForms}.
 */
final class WhatsAppEncoder {
    static final String PATH = "/whatsapp/1/message/template";

    /** A button as the API wants it at send time: only what differs from message to message. */
    private record Parameter(String type, String value) {}

    private WhatsAppEncoder() {}

    static WireRequest encode(EncodeContext context) {
        OutboundMessage first = context.messages().get(0);
        if (first.windowForm().isPresent()) {
            return WhatsAppWindowForms.encode(first.windowForm().get(), first);
        }
        return WireRequest.post(
                PATH, JsonWriter.write(body -> body.objects("messages", context.messages(), WhatsAppEncoder::message)));
    }

    private static void message(JsonWriter out, OutboundMessage message) {
        AdaptedMessage content = message.content();
        out.text("from", message.sender())
                .text("to", message.to().withoutPlus())
                .text("messageId", message.id())
                .object(
                        "content",
                        fields -> fields.text("templateName", message.templateKey())
                                .object("templateData", data -> templateData(data, content))
                                .text("language", message.language()));
        options(out, message);
        message.smsFailover()
                .ifPresent(sms -> out.object(
                        "smsFailover",
                        fields -> fields.text("from", sms.sender()).text("text", sms.text())));
    }

    /** What all kinds of message have in common beside their content. */
    static void options(JsonWriter out, OutboundMessage message) {
        message.callbackData().ifPresent(text -> out.text("callbackData", text));
        message.notifyUrl().ifPresent(url -> out.text("notifyUrl", url.toString()));
        if (carriesLink(message.content())) {
            out.object(
                    "urlOptions", options -> options.flag("shortenUrl", false).flag("trackClicks", false));
        }
    }

    private static void templateData(JsonWriter out, AdaptedMessage content) {
        out.object("body", body -> body.texts("placeholders", content.bodyValues()));
        List<String> header = content.headerValues();
        if (header.size() > 1) {
            throw refused(content, "the header has " + header.size() + " values, WhatsApp takes one");
        }
        if (!header.isEmpty()) {
            out.object("header", fields -> fields.text("type", "TEXT").text("placeholder", header.get(0)));
        }
        List<Parameter> parameters =
                content.template().textFixed() ? List.of(codeParameter(content)) : parameters(content.buttons());
        if (!parameters.isEmpty()) {
            out.objects(
                    "buttons",
                    parameters,
                    (fields, parameter) -> fields.text("type", parameter.type()).text("parameter", parameter.value()));
        }
    }

    /**
     * An authentication template takes its code twice, in the body and in its one button, which is of type URL: read back, the
     * copy button turns out to be a link to WhatsApp's own page.
     */
    private static Parameter codeParameter(AdaptedMessage content) {
        if (content.bodyValues().size() != 1) {
            throw refused(
                    content,
                    "an authentication template takes the code and nothing else, here are "
                            + content.bodyValues().size() + " values");
        }
        return new Parameter("URL", content.bodyValues().get(0));
    }

    /** In registered order. Call buttons and fixed URLs have no entry; one for them would shift the others. */
    private static List<Parameter> parameters(List<FilledButton> buttons) {
        List<Parameter> parameters = new ArrayList<>(buttons.size());
        for (FilledButton button : buttons) {
            switch (button.kind()) {
                case CALL_PHONE -> {}
                case OPEN_URL -> button.parameter().ifPresent(value -> parameters.add(new Parameter("URL", value)));
                case QUICK_REPLY ->
                    parameters.add(
                            new Parameter("QUICK_REPLY", button.parameter().orElse(button.value())));
                case COPY_CODE ->
                    parameters.add(new Parameter("COPY_CODE", button.parameter().orElse(button.value())));
            }
        }
        return parameters;
    }

    /**
     * Links are shortened and tracked by default, on another domain that logs them; whoever holds a login link may use it, so
     * it goes out as it is.
     */
    private static boolean carriesLink(AdaptedMessage content) {
        return content.buttons().stream().anyMatch(button -> button.kind() == ButtonKind.OPEN_URL)
                || hasLink(content.body())
                || content.header().filter(WhatsAppEncoder::hasLink).isPresent();
    }

    private static boolean hasLink(String text) {
        return text.contains("https://") || text.contains("http://");
    }

    private static TemplateRefusedException refused(AdaptedMessage content, String reason) {
        return new TemplateRefusedException(
                "a message of the template " + content.template().source() + " on whatsapp", List.of(reason));
    }
}
