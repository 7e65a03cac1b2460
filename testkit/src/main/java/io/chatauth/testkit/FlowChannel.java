package io.chatauth.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.MessageStatus;
import io.chatauth.Receipt;
import io.chatauth.spi.Channel;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.ChatLink;
import io.chatauth.spi.ChatLinkContext;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.template.Capabilities.Evidence;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A channel that can carry every flow: its replies bring the payload, the quoted message and the text. */
final class FlowChannel implements Channel {
    static final ChannelId ID = ChannelId.of("contract");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z0-9_]+)}}");

    /** Gives it. */
    public static final class Provider implements ChannelProvider {
        /** For the builder. */
        public Provider() {}

        @Override
        public ChannelId id() {
            return ID;
        }

        @Override
        public Channel create(ChannelContext context) {
            return new FlowChannel();
        }
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of(Capabilities.TextMode.FREE_TEXT)
                .button(ButtonKind.QUICK_REPLY, new Capabilities.ButtonSupport(10, 200, true))
                .inbound(Evidence.PAYLOAD, Evidence.QUOTE, Evidence.TEXT)
                .recipients(Address.Kind.PHONE, Address.Kind.USER_ID)
                .batchSize(1)
                .build();
    }

    @Override
    public WireRequest encode(EncodeContext context) {
        OutboundMessage message = context.messages().get(0);
        AdaptedMessage content = message.content();
        ObjectNode body = JSON.createObjectNode()
                .put("id", message.id())
                .put("to", message.to().value())
                .put("text", content.body());
        ObjectNode values = body.putObject("values");
        List<String> filled = new ArrayList<>(content.bodyValues());
        Matcher names = PLACEHOLDER.matcher(content.template().body());
        while (names.find()) {
            if (!values.has(names.group(1))) {
                values.put(names.group(1), filled.remove(0));
            }
        }
        ArrayNode buttons = body.putArray("buttons");
        content.buttons()
                .forEach(button -> buttons.addObject()
                        .put("value", button.value())
                        .put("payload", button.parameter().orElse("")));
        return WireRequest.post("/contract", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
        return context.messages().stream()
                .map(message -> (Receipt) new Receipt.Accepted(message.id(), Optional.empty()))
                .toList();
    }

    @Override
    public List<InboundEvent> decodeWebhook(WebhookRequest request) {
        JsonNode reply = read(request.body());
        if (reply.has("delivered")) {
            return List.of(new InboundEvent.Report(
                    reply.path("delivered").asText(), MessageStatus.DELIVERED, Optional.empty(), Optional.empty()));
        }
        return List.of(new InboundEvent.Reply(
                reply.path("id").asText(),
                Address.phone(reply.path("from").asText()),
                reply.path("to").asText(),
                text(reply, "text"),
                text(reply, "payload"),
                text(reply, "quoted"),
                Optional.empty()));
    }

    private static Optional<String> text(JsonNode reply, String field) {
        return Optional.of(reply.path(field).asText()).filter(text -> !text.isEmpty());
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new MalformedResponseException("the body is no JSON", e);
        }
    }

    @Override
    public ChatLink chatLink(ChatLinkContext context) {
        return ChatLink.prefilled(URI.create("https://chat.example/bank?text=" + ChatLink.encode(context.text())));
    }
}
