package io.chatauth.infobip.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.chatauth.spi.MalformedResponseException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that was received, to be read leniently: what is missing, {@code null} or of another kind than asked for is
 * absent, and what nobody asks for is passed over. Only a body that is no JSON object at all is an error.
 *
 * <p>Immutable; {@link #toString()} shows no content.
 */
public final class JsonObject {
    private static final int DEEPEST = 100;
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    private static final JsonObject EMPTY = new JsonObject(new Object[0], 0);
    /** Of a name and a value each: what most objects of the API have at most. */
    private static final int USUAL_FIELDS = 6;

    /**
     * A name, its value, the next name: an answer has two objects for each message, too small for a map. Values are texts,
     * numbers and truth values as they were written; objects; lists of objects. JSON null is left out.
     */
    private final Object[] fields;

    private final int used;

    private JsonObject(Object[] fields, int used) {
        this.fields = fields;
        this.used = used;
    }

    /** Of two fields with one name the last one counts. */
    private @Nullable Object value(String field) {
        for (int i = used - 2; i >= 0; i -= 2) {
            if (field.equals(fields[i])) {
                return fields[i + 1];
            }
        }
        return null;
    }

    /**
     * Reads a body.
     *
     * @param body the bytes, of any kind and origin
     * @param what what the body is, for the error, such as {@code the answer of whatsapp}
     * @return the object
     * @throws MalformedResponseException if the bytes are not exactly one JSON object, nested at most 100 deep; it tells the
     *     place, never the content
     */
    public static JsonObject parse(byte[] body, String what) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedResponseException(what + " is no JSON object", null);
            }
            JsonObject object = readObject(parser);
            if (parser.nextToken() != null) {
                throw new MalformedResponseException(what + " goes on after the end of its JSON object", null);
            }
            return object;
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " (at byte " + e.getLocation().getByteOffset() + " of " + body.length + ")";
            throw new MalformedResponseException(what + " is no well-formed JSON" + place, null);
        } catch (IOException e) {
            throw new MalformedResponseException(what + " has bytes that are no text", null);
        }
    }

    /**
     * Reads a text.
     *
     * @param field the field's name
     * @return the text, or the number or truth value as it was written; empty if there is none
     */
    public Optional<String> text(String field) {
        return value(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /**
     * Reads a text that must be there.
     *
     * @param field the field's name
     * @param what what this object is, for the error
     * @return the text, or the number or truth value as it was written
     * @throws MalformedResponseException if there is none
     */
    public String requiredText(String field, String what) {
        return text(field).orElseThrow(() -> new MalformedResponseException(what + " has no " + field, null));
    }

    /**
     * Reads a whole number.
     *
     * @param field the field's name
     * @return the number; empty if there is none that fits into 32 bits
     */
    public OptionalInt number(String field) {
        if (!(value(field) instanceof String text)) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /**
     * Reads an object.
     *
     * @param field the field's name
     * @return the object; empty if there is none
     */
    public Optional<JsonObject> object(String field) {
        return value(field) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    /**
     * Reads a list of objects.
     *
     * @param field the field's name
     * @return the list; an element that is no object stands as an object without fields, so that positions hold; empty if
     *     there is no list
     */
    public Optional<List<JsonObject>> objects(String field) {
        if (!(value(field) instanceof List<?> list)) {
            return Optional.empty();
        }
        List<JsonObject> objects = new ArrayList<>(list.size());
        for (Object element : list) {
            objects.add(element instanceof JsonObject object ? object : EMPTY);
        }
        return Optional.of(Collections.unmodifiableList(objects));
    }

    /**
     * Says how many fields there are.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "JsonObject[" + used / 2 + " fields]";
    }

    private static JsonObject readObject(JsonParser parser) throws IOException {
        Object[] fields = new Object[2 * USUAL_FIELDS];
        int used = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token != JsonToken.VALUE_NULL) {
                if (used == fields.length) {
                    fields = Arrays.copyOf(fields, used * 2);
                }
                fields[used++] = name;
                fields[used++] = readValue(parser, token);
            }
        }
        return new JsonObject(fields, used);
    }

    private static Object readValue(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    list.add(next == JsonToken.VALUE_NULL ? EMPTY : readValue(parser, next));
                }
                yield list;
            }
            default -> parser.getText();
        };
    }
}
