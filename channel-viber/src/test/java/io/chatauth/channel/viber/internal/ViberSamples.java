package io.chatauth.channel.viber.internal;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.channel.viber.ViberChannelProvider;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.Options;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireResponse;
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

/** Messages, answers and webhooks as they occur; the answer and the reports are about the message {@code m-1}. */
final class ViberSamples {
    static final ChannelId ID = ChannelId.of("viber");
    static final String SENDER = "MyBank";
    static final Address NICK = Address.phone("+441134960001");
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private ViberSamples() {}

    static Channel channel() {
        return channel(Map.of());
    }

    static Channel channel(Map<String, String> options) {
        return new ViberChannelProvider().create(new ChannelContext(Options.of("chatauth.channel.viber.", options)));
    }

    static WireResponse response() {
        return WireResponse.of(200, Map.of(), Golden.bytes("response.json"));
    }

    /** An answer that accepts all these messages. */
    static String accepted(List<String> messageIds) {
        return messageIds.stream()
                .map(id -> "{\"messageId\":\"" + id + "\",\"destination\":\"441134960001\","
                        + "\"status\":{\"groupId\":1,\"groupName\":\"PENDING\",\"id\":7,\"name\":\"PENDING_ENROUTE\"}}")
                .collect(Collectors.joining(",", "{\"bulkId\":\"b-1\",\"messages\":[", "]}"));
    }

    static WebhookRequest webhook(String json) {
        return WebhookRequest.of(
                "POST",
                "/viber/t0k3n",
                Map.of("Content-Type", "application/json"),
                json.getBytes(StandardCharsets.UTF_8));
    }

    static EncodeContext context(OutboundMessage... messages) {
        return EncodeContext.of(List.of(messages), NOW);
    }

    static OutboundMessage.Builder message(Channel channel, String id, Template template, Map<String, String> values) {
        return OutboundMessage.of(
                id,
                SENDER,
                NICK,
                Adapter.fill(ID, channel.adapt(ID, template), channel.capabilities(), values, Map.of()));
    }

    static Template cardActivation() {
        return Template.named("card_activation")
                .language("en_GB")
                .body("Hi {{name}}, please give us a call to activate your card.")
                .button(new Button.CallPhone("Contact Us", "+441123456789"))
                .example("name", "Nick")
                .build();
    }

    static Template loginCode() {
        return Template.named("login_code")
                .language("en_GB")
                .category(Category.AUTHENTICATION)
                .body("{{code}} is your verification code.")
                .button(new Button.CopyCode("Copy code", "code"))
                .example("code", "482913")
                .build();
    }

    static Template loginLink() {
        return Template.named("login_link")
                .body("Use the link below to log on.")
                .button(new Button.OpenUrl("Log on", "https://bank.example/l/{{token}}"))
                .build();
    }

    static Template confirmation() {
        return Template.named("confirm_txn")
                .body("Did you pay {{amount}} to {{payee}}?")
                .button(new Button.QuickReply("Yes", "Y"))
                .button(new Button.QuickReply("No", "N"))
                .example("amount", "EUR 120.00")
                .example("payee", "Shop Ltd")
                .build();
    }

    static Template optIn() {
        return Template.named("opt_in_done")
                .body("Thank you. From now on we write to you here.")
                .build();
    }
}
