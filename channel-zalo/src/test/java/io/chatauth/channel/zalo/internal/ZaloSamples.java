package io.chatauth.channel.zalo.internal;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.channel.zalo.ZaloChannelProvider;
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
final class ZaloSamples {
    static final ChannelId ID = ChannelId.of("zalo");
    static final String SENDER = "1234567890123456789";
    static final String NUMBER = "322308";
    static final Address LAN = Address.phone("+84912345678");
    static final Address LAN_IN_CHAT = Address.userId("8812345678901234567");
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private ZaloSamples() {}

    static Channel channel() {
        return channel(Map.of());
    }

    static Channel channel(Map<String, String> options) {
        return new ZaloChannelProvider().create(new ChannelContext(Options.of("chatauth.channel.zalo.", options)));
    }

    static WireResponse response() {
        return WireResponse.of(200, Map.of(), Golden.bytes("response.json"));
    }

    /** An answer that accepts all these messages. */
    static String accepted(List<String> messageIds) {
        return messageIds.stream()
                .map(id -> "{\"messageId\":\"" + id + "\",\"destination\":\"84912345678\","
                        + "\"status\":{\"groupId\":1,\"groupName\":\"PENDING\",\"id\":7,\"name\":\"PENDING_ENROUTE\"}}")
                .collect(Collectors.joining(",", "{\"bulkId\":\"b-1\",\"messages\":[", "]}"));
    }

    static WebhookRequest webhook(String json) {
        return WebhookRequest.of(
                "POST",
                "/zalo/t0k3n",
                Map.of("Content-Type", "application/json"),
                json.getBytes(StandardCharsets.UTF_8));
    }

    static EncodeContext context(OutboundMessage... messages) {
        return EncodeContext.of(List.of(messages), NOW);
    }

    static OutboundMessage.Builder message(String id, Address to, Template template, Map<String, String> values) {
        Channel channel = channel();
        return OutboundMessage.of(
                id,
                SENDER,
                to,
                Adapter.fill(ID, channel.adapt(ID, template), channel.capabilities(), values, Map.of()));
    }

    static Template cardActivation() {
        return Template.named("card_activation")
                .header("Your card is ready")
                .body("Hi {{name}}, please give us a call to activate your card.\n\nWe are here day and night.")
                .button(new Button.CallPhone("Contact Us", "+441123456789"))
                .example("name", "Lan")
                .build();
    }

    static Template loginCode() {
        return Template.named("login_code")
                .language("vi")
                .category(Category.AUTHENTICATION)
                .body("{{code}}")
                .button(new Button.CopyCode("Copy code", "code"))
                .example("code", "482913")
                .build();
    }

    static Template loginLink() {
        return Template.named("login_link")
                .header("Log on to {{bank}}")
                .body("Use the button below, {{name}}. Your number is {{card}}.")
                .button(new Button.OpenUrl("Log on", "https://bank.example/l/{{token}}"))
                .button(new Button.CopyCode("Copy number", "card"))
                .example("card", "4711")
                .build();
    }

    static Template confirmation() {
        return Template.named("confirm_txn")
                .body("Did you pay {{amount}} to {{payee}}?")
                .button(new Button.QuickReply("Confirm", "Y"))
                .button(new Button.QuickReply("Refuse", "N"))
                .build();
    }

    static Template optIn() {
        return Template.named("opt_in_done")
                .body("Thank you. From now on we write to you here.")
                .build();
    }
}
