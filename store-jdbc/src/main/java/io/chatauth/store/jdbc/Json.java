package io.chatauth.store.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.chatauth.ChannelId;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.MessageStatus;
import io.chatauth.store.MessageRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON columns. Messages are an object by message id; {@code n} says their order. Fields that are not known here, which a
 * newer node wrote, are left alone by the statements and skipped by the reader.
 */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    private interface Writing {
        void write(JsonGenerator json) throws IOException;
    }

    private record Numbered(int number, MessageRecord message) {}

    /**
     * The name of a message in the object: the id, where other characters than letters, digits, hyphens and underscores
     * are replaced by {@code ~} and four hex digits, so that a JSON path needs no care.
     */
    static String key(String messageId) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < messageId.length(); i++) {
            char c = messageId.charAt(i);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            key.append(plain ? String.valueOf(c) : String.format("~%04x", (int) c));
        }
        return key.toString();
    }

    private static String id(String key) {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) == '~') {
                id.append((char) Integer.parseInt(key.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                id.append(key.charAt(i));
            }
        }
        return id.toString();
    }

    static String texts(List<String> texts) {
        return write(json -> {
            json.writeStartArray();
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        });
    }

    static List<String> texts(String array) {
        List<String> texts = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(array)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                texts.add(json.getText());
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String messages(List<MessageRecord> messages) {
        return write(json -> {
            json.writeStartObject();
            for (int i = 0; i < messages.size(); i++) {
                json.writeFieldName(key(messages.get(i).id()));
                write(json, messages.get(i), i);
            }
            json.writeEndObject();
        });
    }

    /** One message without its number. */
    static String message(MessageRecord message) {
        return write(json -> write(json, message, -1));
    }

    private static void write(JsonGenerator json, MessageRecord message, int number) throws IOException {
        json.writeStartObject();
        if (number >= 0) {
            json.writeNumberField("n", number);
        }
        json.writeNumberField("step", message.step());
        json.writeNumberField("send", message.send());
        json.writeStringField("channel", message.channel().value());
        status(json, message.status(), Micros.of(message.at()), message.failure(), message.providerId());
        json.writeStringField("node", clean(message.node()));
        json.writeNumberField("leasedUntil", Micros.of(message.leasedUntil()));
        json.writeEndObject();
    }

    /** What a report changes. */
    static String status(
            MessageStatus status, long at, Optional<DeliveryFailure> failure, Optional<String> providerId) {
        return write(json -> {
            json.writeStartObject();
            status(json, status, at, failure, providerId);
            json.writeEndObject();
        });
    }

    private static void status(
            JsonGenerator json,
            MessageStatus status,
            long at,
            Optional<DeliveryFailure> failure,
            Optional<String> providerId)
            throws IOException {
        json.writeStringField("status", status.name());
        json.writeNumberField("at", at);
        if (failure.isPresent()) {
            json.writeObjectFieldStart("failure");
            json.writeStringField("reason", failure.get().reason().name());
            json.writeStringField("code", clean(failure.get().code()));
            json.writeStringField("text", clean(failure.get().text()));
            json.writeEndObject();
        }
        if (providerId.isPresent()) {
            json.writeStringField("providerId", clean(providerId.get()));
        }
    }

    /** What a lease changes. */
    static String lease(String node, long until) {
        return write(json -> {
            json.writeStartObject();
            json.writeStringField("node", clean(node));
            json.writeNumberField("leasedUntil", until);
            json.writeEndObject();
        });
    }

    /** Databases keep no NUL character in a text. */
    static String clean(String text) {
        return text.replace('\u0000', '\ufffd');
    }

    static List<MessageRecord> messages(String object) {
        List<Numbered> messages = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(object)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String id = id(json.currentName());
                json.nextToken();
                messages.add(message(id, fields(json)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        messages.sort(Comparator.comparingInt(Numbered::number));
        return messages.stream().map(Numbered::message).toList();
    }

    /** Numbers by message id. */
    static Map<String, Long> numbers(String object) {
        Map<String, Long> numbers = new HashMap<>();
        try (JsonParser json = FACTORY.createParser(object)) {
            json.nextToken();
            fields(json).forEach((key, value) -> numbers.put(id(key), Long.parseLong(value)));
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> fields(JsonParser json) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.START_OBJECT && name.equals("failure")) {
                fields(json).forEach((inner, value) -> fields.put("failure." + inner, value));
            } else if (json.currentToken().isScalarValue()) {
                fields.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
        return fields;
    }

    private static Numbered message(String id, Map<String, String> fields) {
        Optional<DeliveryFailure> failure = Optional.ofNullable(fields.get("failure.reason"))
                .map(reason -> new DeliveryFailure(
                        FailureReason.valueOf(reason), get(fields, "failure.code"), get(fields, "failure.text")));
        return new Numbered(
                Integer.parseInt(get(fields, "n")),
                new MessageRecord(
                        id,
                        Integer.parseInt(get(fields, "step")),
                        Integer.parseInt(get(fields, "send")),
                        ChannelId.of(get(fields, "channel")),
                        MessageStatus.valueOf(get(fields, "status")),
                        Micros.at(Long.parseLong(get(fields, "at"))),
                        failure,
                        Optional.ofNullable(fields.get("providerId")),
                        get(fields, "node"),
                        Micros.at(Long.parseLong(get(fields, "leasedUntil")))));
    }

    private static String get(Map<String, String> fields, String name) {
        @Nullable String value = fields.get(name);
        if (value == null) {
            throw new IllegalStateException("a stored message lacks '" + name + "'");
        }
        return value;
    }

    private static String write(Writing writing) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            writing.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
