package io.chatauth.internal.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.Address;
import io.chatauth.ChallengeRequest.SmsText;
import io.chatauth.Language;
import io.chatauth.spi.SecretSpec;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes and reads {@link Content} as JSON. Unknown fields are passed over, so that an older node can read a newer one's. */
final class ContentCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ContentCodec() {}

    static byte[] write(Content content) {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", content.to().kind().name());
        node.put("to", content.to().value());
        content.country().ifPresent(value -> node.put("country", value));
        node.put("sender", content.sender());
        node.put("purpose", content.purpose());
        content.subject().ifPresent(value -> node.put("subject", value));
        node.put("template", content.template());
        content.language().ifPresent(value -> {
            node.put("language", value.code());
            node.put("verbatim", value.verbatim());
        });
        ObjectNode values = node.putObject("values");
        content.values().forEach(values::put);
        content.secret().ifPresent(spec -> {
            node.put("secretPlaceholder", spec.placeholder());
            node.put("secretAlphabet", spec.alphabet());
            node.put("secretLength", spec.length());
        });
        content.callbackData().ifPresent(value -> node.put("callbackData", value));
        content.sms().ifPresent(sms -> {
            node.put("smsSender", sms.sender());
            node.put("smsText", sms.text());
        });
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts can always be written", e);
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
                new Address(
                        Address.Kind.valueOf(node.path("kind").asText()),
                        node.path("to").asText()),
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
                        .map(sender -> new SmsText(sender, node.path("smsText").asText())));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
    }
}
