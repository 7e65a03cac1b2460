package io.chatauth.internal.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chatauth.Address;
import io.chatauth.ChallengeRequest.SmsText;
import io.chatauth.ChannelId;
import io.chatauth.Language;
import io.chatauth.MessageStatus;
import io.chatauth.spi.SecretSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes and reads {@link Content} as JSON. Unknown fields are passed over, so that an older node can read a newer one's. */
final class ContentCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ContentCodec() {}

    static byte[] write(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = JSON.getFactory().createGenerator(bytes)) {
            out.writeStartObject();
            text(out, "kind", content.recipient().map(to -> to.kind().name()));
            text(out, "to", content.recipient().map(Address::value));
            text(out, "country", content.country());
            out.writeStringField("sender", content.sender());
            out.writeStringField("purpose", content.purpose());
            text(out, "subject", content.subject());
            out.writeStringField("template", content.template());
            if (content.language().isPresent()) {
                Language language = content.language().get();
                out.writeStringField("language", language.code());
                out.writeBooleanField("verbatim", language.verbatim());
            }
            out.writeObjectFieldStart("values");
            for (Map.Entry<String, String> value : content.values().entrySet()) {
                out.writeStringField(value.getKey(), value.getValue());
            }
            out.writeEndObject();
            if (content.secret().isPresent()) {
                SecretSpec spec = content.secret().get();
                out.writeStringField("secretPlaceholder", spec.placeholder());
                out.writeStringField("secretAlphabet", spec.alphabet());
                out.writeNumberField("secretLength", spec.length());
            }
            text(out, "callbackData", content.callbackData());
            text(out, "smsSender", content.sms().map(SmsText::sender));
            text(out, "smsText", content.sms().map(SmsText::text));
            text(out, "smsAfter", content.sms().flatMap(SmsText::after).map(Duration::toString));
            TermsCodec.write(out, content.terms());
            legs(out, content.legs());
            out.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("texts can always be written to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void legs(JsonGenerator out, List<Leg> legs) throws IOException {
        if (legs.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("legs");
        for (Leg leg : legs) {
            out.writeStartObject();
            out.writeStringField("channel", leg.channel().value());
            out.writeStringField("sender", leg.sender());
            out.writeStringField("within", leg.within().toString());
            out.writeStringField("wanted", leg.wanted().name());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static List<Leg> legs(JsonNode node) {
        List<Leg> legs = new ArrayList<>();
        node.path("legs")
                .forEach(leg -> legs.add(new Leg(
                        ChannelId.of(leg.path("channel").asText()),
                        leg.path("sender").asText(),
                        Duration.parse(leg.path("within").asText()),
                        MessageStatus.valueOf(leg.path("wanted").asText()))));
        return legs;
    }

    static void text(JsonGenerator out, String field, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            out.writeStringField(field, value.get());
        }
    }

    static Content read(byte[] bytes) {
        JsonNode node;
        try {
            node = JSON.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("the sealed content of a challenge is no JSON", e);
        }
        Map<String, String> values = new LinkedHashMap<>();
        node.path("values")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return new Content(
                text(node, "to")
                        .map(to -> new Address(
                                Address.Kind.valueOf(node.path("kind").asText()), to)),
                text(node, "country"),
                node.path("sender").asText(),
                node.path("purpose").asText(),
                text(node, "subject"),
                node.path("template").asText(),
                text(node, "language")
                        .map(code -> new Language(code, node.path("verbatim").asBoolean())),
                values,
                text(node, "secretPlaceholder")
                        .map(placeholder -> new SecretSpec(
                                placeholder,
                                node.path("secretAlphabet").asText(),
                                node.path("secretLength").asInt())),
                text(node, "callbackData"),
                text(node, "smsSender")
                        .map(sender -> new SmsText(
                                sender,
                                node.path("smsText").asText(),
                                text(node, "smsAfter").map(Duration::parse))),
                TermsCodec.read(node),
                legs(node));
    }

    static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
    }
}
