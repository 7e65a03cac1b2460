package io.chatauth.samples.custom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.Address;
import io.chatauth.ApiError;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.MessageStatus;
import io.chatauth.Receipt;
import io.chatauth.Secret;
import io.chatauth.spi.Channel;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.Capabilities;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plain texts to user ids, one message a request; the provider makes the ids and reports by them. */
final class CourierChannel implements Channel {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Capabilities CAPABILITIES = Capabilities.of(Capabilities.TextMode.FREE_TEXT)
            .maxBody(2000)
            .recipients(Address.Kind.USER_ID)
            .reports(Capabilities.Report.DELIVERED, Capabilities.Report.SEEN)
            .build();

    private final URI base;
    private final Secret token;

    CourierChannel(URI base, Secret token) {
        this.base = base;
        this.token = token;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Set<String> hosts() {
        return Set.of(base.getHost());
    }

    @Override
    public WireRequest encode(EncodeContext context) {
        OutboundMessage message = context.messages().get(0);
        ObjectNode body = JSON.createObjectNode();
        body.put("from", message.sender());
        body.put("user", message.to().value());
        body.put("text", message.content().body());
        message.notifyUrl().ifPresent(url -> body.put("callback", url.toString()));
        try {
            return WireRequest.post(base + "/v2/messages", JSON.writeValueAsBytes(body))
                    .header("X-Courier-Token", token.reveal())
                    .header("Idempotency-Key", message.id());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }

    @Override
    public List<Receipt> decodeResponse(EncodeContext context, WireResponse response) {
        String id = required(read(response.body()), "id");
        return List.of(new Receipt.Accepted(context.messages().get(0).id(), Optional.of(id)));
    }

    @Override
    public Optional<ApiError> decodeError(WireResponse response) {
        try {
            JsonNode error = read(response.body());
            String code = required(error, "error");
            String text = error.path("message").asText();
            return Optional.of(new ApiError(response.status(), code, text, List.of(), "see Courier's error codes"));
        } catch (MalformedResponseException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<InboundEvent> decodeWebhook(WebhookRequest request) {
        JsonNode report = read(request.body());
        String event = required(report, "event");
        return switch (event) {
            case "delivered" -> List.of(report(report, MessageStatus.DELIVERED, Optional.empty()));
            case "read" -> List.of(report(report, MessageStatus.SEEN, Optional.empty()));
            case "failed" -> {
                String reason = report.path("reason").asText();
                FailureReason known =
                        reason.equals("no-such-user") ? FailureReason.NOT_ON_CHANNEL : FailureReason.PROVIDER;
                yield List.of(
                        report(report, MessageStatus.FAILED, Optional.of(new DeliveryFailure(known, reason, ""))));
            }
            default -> List.of(new InboundEvent.Unknown(event));
        };
    }

    private static InboundEvent report(JsonNode report, MessageStatus status, Optional<DeliveryFailure> failure) {
        return new InboundEvent.Report(required(report, "id"), status, Optional.empty(), failure);
    }

    private static JsonNode read(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (IOException e) {
            throw new MalformedResponseException("Courier sent no JSON", e);
        }
        throw new MalformedResponseException("Courier sent no JSON object", null);
    }

    private static String required(JsonNode tree, String name) {
        JsonNode value = tree.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw new MalformedResponseException("Courier sent no '" + name + "'", null);
        }
        return value.textValue();
    }
}
