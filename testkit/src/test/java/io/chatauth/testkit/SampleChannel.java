package io.chatauth.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.Address;
import io.chatauth.MessageStatus;
import io.chatauth.Receipt;
import io.chatauth.Secret;
import io.chatauth.spi.Channel;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.ButtonKind;
import io.chatauth.template.Capabilities;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A channel of a provider that is not Infobip. Tests make it wrong in single points. */
class SampleChannel implements Channel {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Secret apiKey;

    SampleChannel(Secret apiKey) {
        this.apiKey = apiKey;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of(Capabilities.TextMode.FREE_TEXT)
                .maxBody(1000)
                .maxHeader(60)
                .maxFooter(60)
                .button(ButtonKind.CALL_PHONE, new Capabilities.ButtonSupport(1, 25, false))
                .button(ButtonKind.OPEN_URL, new Capabilities.ButtonSupport(1, 25, true))
                .button(ButtonKind.QUICK_REPLY, new Capabilities.ButtonSupport(20, 200, true))
                .button(ButtonKind.COPY_CODE, new Capabilities.ButtonSupport(1, 25, true))
                .recipients(Address.Kind.PHONE)
                .batchSize(20)
                .build();
    }

    @Override
    public WireRequest encode(EncodeContext context) {
        ArrayNode messages = JSON.createArrayNode();
        for (OutboundMessage message : context.messages()) {
            messages.addObject()
                    .put("id", message.id())
                    .put("from", message.sender())
                    .put("to", message.to().withoutPlus())
                    .put("text", message.content().body());
        }
        return WireRequest.post("https://api.sample.example/messages", bytes(messages))
                .header("Authorization", "Bearer " + apiKey.reveal());
    }

    private static byte[] bytes(JsonNode tree) {
        return tree.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
        List<Receipt> receipts = new ArrayList<>();
        for (JsonNode accepted : read(response.body()).path("accepted")) {
            context.messages().stream()
                    .filter(message -> message.id().equals(accepted.path("id").asText()))
                    .findFirst()
                    .ifPresent(message -> receipts.add(new Receipt.Accepted(message.id(), Optional.empty())));
        }
        return receipts;
    }

    @Override
    public List<InboundEvent> decodeWebhook(WebhookRequest request) {
        List<InboundEvent> events = new ArrayList<>();
        for (JsonNode event : read(request.body()).path("events")) {
            String id = event.path("id").asText();
            String from = event.path("from").asText();
            if (event.path("kind").asText().equals("delivered")) {
                events.add(new InboundEvent.Report(id, MessageStatus.DELIVERED, Optional.empty(), Optional.empty()));
            } else if (event.path("kind").asText().equals("reply") && from.matches("\\+[0-9]{3,15}")) {
                events.add(new InboundEvent.Reply(
                        id,
                        Address.phone(from),
                        event.path("to").asText(),
                        Optional.of(event.path("text").asText()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
            } else {
                events.add(new InboundEvent.Unknown(event.path("kind").asText()));
            }
        }
        return events;
    }

    private static ObjectNode read(byte[] body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new MalformedResponseException("the body is no JSON", e);
        }
        throw new MalformedResponseException("the body is no JSON object", null);
    }

    @Override
    public Set<String> hosts() {
        return Set.of("api.sample.example");
    }
}
