package io.chatauth.channel.line.internal;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.channel.line.LineChannelProvider;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.Options;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.Adapter;
import io.chatauth.template.Button;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import io.chatauth.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The use cases as templates, and messages, answers and webhooks as they occur; those are about the message {@code m-1}. */
final class LineSamples {
    static final ChannelId ID = ChannelId.of("line");
    static final String SENDER = "@mybank";
    static final Address MALI = Address.phone("+66855538125");
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private LineSamples() {}

    static Channel channel() {
        return channel(Map.of());
    }

    static Channel channel(Map<String, String> options) {
        return new LineChannelProvider().create(new ChannelContext(Options.of("chatauth.channel.line.", options)));
    }

    static WireResponse response() {
        return WireResponse.of(200, Map.of(), Golden.bytes("response.json"));
    }

    /** An answer that accepts all these messages. */
    static String accepted(List<String> messageIds) {
        return messageIds.stream()
                .map(id -> "{\"messageId\":\"" + id + "\",\"status\":{\"groupId\":1,\"groupName\":\"PENDING\",\"id\":7,"
                        + "\"name\":\"PENDING_ENROUTE\"},\"destination\":\"66855538125\"}")
                .collect(Collectors.joining(",", "{\"bulkId\":\"2034072219640523072\",\"messages\":[", "]}"));
    }

    static WebhookRequest webhook(String json) {
        return webhook(json.getBytes(StandardCharsets.UTF_8));
    }

    static WebhookRequest webhook(byte[] body) {
        return WebhookRequest.of("POST", "/line/t0k3n", Map.of("Content-Type", "application/json"), body);
    }

    static EncodeContext context(OutboundMessage... messages) {
        return EncodeContext.of(List.of(messages), NOW);
    }

    static OutboundMessage.Builder message(String id, Channel channel, Template template, Map<String, String> values) {
        AdaptedMessage content =
                Adapter.fill(ID, channel.adapt(ID, template), channel.capabilities(), values, Map.of());
        return OutboundMessage.of(id, SENDER, MALI, content).templateKey(template.name() + "_v1");
    }

    static Template cardActivation() {
        return Template.named("card_activation")
                .body("Hi {{name}}, please give us a call.")
                .button(new Button.CallPhone("Contact Us", "+441123456789"))
                .build();
    }

    static Template verificationCode() {
        return Template.named("verification_code")
                .category(Category.AUTHENTICATION)
                .body("{{code}} is your verification code.")
                .button(new Button.CopyCode("Copy code", "code"))
                .build();
    }

    static Template loginLink() {
        return Template.named("login_link")
                .body("Hi {{name}}, this link logs you on. It works once.")
                .button(new Button.OpenUrl("Log on", "https://bank.example/l/{{token}}"))
                .build();
    }

    static Template confirmation() {
        return Template.named("confirm_payment")
                .body("{{code}} confirms the payment of {{amount}} to {{payee}}. If it was not you, tell nobody.")
                .build();
    }

    static Template notice() {
        return Template.named("new_card")
                .header("Your new card")
                .body("Hi {{name}}, your card is on its way.")
                .footer("Example Bank")
                .button(new Button.OpenUrl("Where is it?", "https://bank.example/cards"))
                .build();
    }

    /** Asks for a tap, which nobody can trace here. */
    static Template question() {
        return Template.named("confirm_payment")
                .body("Pay {{amount}} to {{payee}}?")
                .button(new Button.QuickReply("Yes", "Y"))
                .button(new Button.QuickReply("No", "N"))
                .build();
    }
}
