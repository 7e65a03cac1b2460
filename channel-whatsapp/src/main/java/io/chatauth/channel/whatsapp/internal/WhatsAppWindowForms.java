package io.chatauth.channel.whatsapp.internal;

import io.chatauth.infobip.wire.JsonWriter;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedMessage.FilledButton;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities.ButtonSupport;
import io.chatauth.template.WindowForm;

/**
 * What may be sent without a template for 24 hours after a person's message: a text, reply buttons, or one button with a URL.
 * Bounds are those of the API's schemas. One request carries one message.
 */
final class WhatsAppWindowForms {
    private static final int LABEL = 20;
    private static final int HEADER_OR_FOOTER = 60;
    private static final int INTERACTIVE_BODY = 1024;

    private static final WindowForm TEXT = WindowForm.named("/whatsapp/1/message/text", 4096);
    private static final WindowForm REPLIES = WindowForm.named(
                    "/whatsapp/1/message/interactive/buttons", INTERACTIVE_BODY)
            .withHeader(HEADER_OR_FOOTER)
            .withFooter(HEADER_OR_FOOTER)
            .withButtons(ButtonKind.QUICK_REPLY, new ButtonSupport(3, LABEL, true));
    private static final WindowForm LINK = WindowForm.named(
                    "/whatsapp/1/message/interactive/url-button", INTERACTIVE_BODY)
            .withHeader(HEADER_OR_FOOTER)
            .withFooter(HEADER_OR_FOOTER)
            .withButtons(ButtonKind.OPEN_URL, new ButtonSupport(1, LABEL, true));

    private WhatsAppWindowForms() {}

    static WindowForm[] all() {
        return new WindowForm[] {TEXT, REPLIES, LINK};
    }

    static WireRequest encode(WindowForm form, OutboundMessage message) {
        return WireRequest.post(form.name(), JsonWriter.write(body -> write(body, form, message)));
    }

    private static void write(JsonWriter out, WindowForm form, OutboundMessage message) {
        AdaptedMessage content = message.content();
        out.text("from", message.sender())
                .text("to", message.to().withoutPlus())
                .text("messageId", message.id())
                .object("content", fields -> {
                    if (form.equals(TEXT)) {
                        fields.text("text", content.body());
                    } else {
                        interactive(fields, form, content);
                    }
                });
        WhatsAppEncoder.options(out, message);
    }

    private static void interactive(JsonWriter out, WindowForm form, AdaptedMessage content) {
        out.object("body", body -> body.text("text", content.body()));
        if (form.equals(REPLIES)) {
            out.object(
                    "action", action -> action.objects("buttons", content.buttons(), WhatsAppWindowForms::replyButton));
        } else {
            FilledButton button = content.buttons().get(0);
            out.object(
                    "action",
                    action -> action.text("displayText", button.label()).text("url", button.value()));
        }
        content.header()
                .ifPresent(header -> out.object(
                        "header", fields -> fields.text("type", "TEXT").text("text", header)));
        content.footer().ifPresent(footer -> out.object("footer", fields -> fields.text("text", footer)));
    }

    private static void replyButton(JsonWriter out, FilledButton button) {
        out.text("type", "REPLY")
                .text("id", button.parameter().orElse(button.value()))
                .text("title", button.label());
    }
}
