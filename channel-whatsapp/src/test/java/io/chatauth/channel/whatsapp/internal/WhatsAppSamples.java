package io.chatauth.channel.whatsapp.internal;

import io.chatauth.Address;
import io.chatauth.channel.whatsapp.WhatsAppChannelProvider;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.Options;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedMessage.FilledButton;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Button;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import io.chatauth.webhook.WebhookRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages, answers and webhooks as they occur; the answer and the reports are about the message {@code m-1}. */
final class WhatsAppSamples {
    static final String SENDER = "441134960000";
    static final Address NICK = Address.phone("+441134960001");
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private WhatsAppSamples() {}

    static Channel channel() {
        return channel(Map.of());
    }

    static Channel channel(Map<String, String> options) {
        return new WhatsAppChannelProvider()
                .create(new ChannelContext(Options.of("chatauth.channel.whatsapp.", options)));
    }

    static WireResponse response() {
        return WireResponse.of(200, Map.of(), Golden.bytes("response.json"));
    }

    /** An answer that accepts all these messages. */
    static String accepted(List<String> messageIds) {
        return messageIds.stream()
                .map(
                        id -> "{\"to\":\"441134960001\",\"messageCount\":1,\"messageId\":\"" + id
                                + "\",\"status\":{\"groupId\":1,\"groupName\":\"PENDING\",\"id\":7,\"name\":\"PENDING_ENROUTE\"}}")
                .collect(java.util.stream.Collectors.joining(",", "{\"messages\":[", "]}"));
    }

    static WebhookRequest webhook(String json) {
        return webhook(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static WebhookRequest webhook(byte[] body) {
        return WebhookRequest.of("POST", "/whatsapp/t0k3n", Map.of("Content-Type", "application/json"), body);
    }

    static EncodeContext context(OutboundMessage... messages) {
        return EncodeContext.of(List.of(messages), NOW);
    }

    static OutboundMessage.Builder cardActivation(String id, String name) {
        return OutboundMessage.of(
                id,
                SENDER,
                NICK,
                message(
                        Template.named("card_activation")
                                .body("Hi {{name}}, please give us a call.")
                                .button(new Button.CallPhone("Contact Us", "+441123456789"))
                                .build(),
                        "Hi " + name + ", please give us a call.",
                        List.of(name),
                        new FilledButton(ButtonKind.CALL_PHONE, "Contact Us", "+441123456789", Optional.empty())));
    }

    static OutboundMessage.Builder loginCode(String id, String code) {
        Template source = codeTemplate();
        AdaptedTemplate adapted = fixed(source);
        return OutboundMessage.of(
                        id,
                        SENDER,
                        NICK,
                        new AdaptedMessage(
                                adapted,
                                Optional.empty(),
                                List.of(),
                                code + " is your verification code.",
                                List.of(code),
                                Optional.empty(),
                                List.of(new FilledButton(ButtonKind.COPY_CODE, "Copy code", code, Optional.of(code)))))
                .language("en_GB");
    }

    static Template codeTemplate() {
        return Template.named("login_code")
                .language("en_GB")
                .category(Category.AUTHENTICATION)
                .body("Your code is {{code}}.")
                .button(new Button.CopyCode("Copy code", "code"))
                .build();
    }

    static AdaptedTemplate fixed(Template source) {
        return new AdaptedTemplate(
                source,
                Optional.empty(),
                "{{code}} is your verification code.",
                Optional.empty(),
                source.buttons(),
                true,
                List.of());
    }

    static AdaptedTemplate adapted(Template source) {
        return new AdaptedTemplate(
                source, source.header(), source.body(), source.footer(), source.buttons(), false, List.of());
    }

    static AdaptedMessage message(Template source, String body, List<String> values, FilledButton... buttons) {
        return new AdaptedMessage(
                adapted(source), Optional.empty(), List.of(), body, values, Optional.empty(), List.of(buttons));
    }
}
