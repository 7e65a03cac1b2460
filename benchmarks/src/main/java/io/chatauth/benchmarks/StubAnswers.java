package io.chatauth.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a send request and writes Infobip's answer to it, one entry for each message: schema
 * {@code BulkMessageInfo}. The whole body is parsed; a message without recipient or sender is refused. Not safe for use by
 * many threads.
 */
final class StubAnswers {
    /**
     * An answer.
     *
     * @param body the JSON to send back
     * @param messages how many messages it answers
     */
    record Answer(byte[] body, int messages) {}

    private final JsonFactory json = new JsonFactory();
    private long made;

    /**
     * Answers a request.
     *
     * @throws IOException if the body is not what the endpoint takes; says why
     */
    Answer to(byte[] buffer, int offset, int length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 + length);
        int messages = 0;
        try (JsonParser in = json.createParser(buffer, offset, length);
                JsonGenerator answer = json.createGenerator(out)) {
            expect(in, JsonToken.START_OBJECT);
            answer.writeStartObject();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                if (in.currentName().equals("messages")) {
                    expect(in, JsonToken.START_ARRAY);
                    answer.writeArrayFieldStart("messages");
                    while (in.nextToken() == JsonToken.START_OBJECT) {
                        answerOne(in, answer);
                        messages++;
                    }
                    answer.writeEndArray();
                } else {
                    in.nextToken();
                    in.skipChildren();
                }
            }
            answer.writeEndObject();
        }
        if (messages == 0) {
            throw new IOException("messages: must not be empty");
        }
        return new Answer(out.toByteArray(), messages);
    }

    private void answerOne(JsonParser in, JsonGenerator answer) throws IOException {
        String from = null;
        String to = null;
        String id = null;
        boolean content = false;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            in.nextToken();
            switch (field) {
                case "from" -> from = in.getText();
                case "to" -> to = in.getText();
                case "messageId" -> id = in.getText();
                case "content" -> {
                    content = in.currentToken() == JsonToken.START_OBJECT;
                    in.skipChildren();
                }
                default -> in.skipChildren();
            }
        }
        require(from, "from");
        require(to, "to");
        if (!content) {
            throw new IOException("messages.content: must not be null");
        }
        answer.writeStartObject();
        answer.writeStringField("to", to);
        answer.writeNumberField("messageCount", 1);
        answer.writeStringField("messageId", id == null ? "stub-" + made++ : id);
        answer.writeObjectFieldStart("status");
        answer.writeNumberField("groupId", 1);
        answer.writeStringField("groupName", "PENDING");
        answer.writeNumberField("id", 7);
        answer.writeStringField("name", "PENDING_ENROUTE");
        answer.writeStringField("description", "Message sent to next instance");
        answer.writeEndObject();
        answer.writeEndObject();
    }

    private static void require(@Nullable String value, String field) throws IOException {
        if (value == null || value.isEmpty()) {
            throw new IOException("messages." + field + ": must not be blank");
        }
    }

    private static void expect(JsonParser in, JsonToken token) throws IOException {
        if (in.nextToken() != token) {
            throw new JsonParseException(in, "expected " + token + ", found " + in.currentToken());
        }
    }
}
