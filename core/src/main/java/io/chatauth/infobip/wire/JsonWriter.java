package io.chatauth.infobip.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes a JSON object field by field, in the order of the calls and without white space. What is opened is closed: an
 * object or list is written by a function that gets the writer. Valid only inside of {@link #write}; not safe for use by
 * many threads.
 */
public final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USUAL_SIZE = 512;

    private final JsonGenerator out;
    /** The names of objects that are opened with their first field. */
    private final Deque<String> unopened = new ArrayDeque<>();

    private JsonWriter(JsonGenerator out) {
        this.out = out;
    }

    /**
     * Writes a whole body.
     *
     * @param fields writes the fields of the outermost object
     * @return the object in UTF-8
     */
    public static byte[] write(Consumer<JsonWriter> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            generator.writeStartObject();
            fields.accept(new JsonWriter(generator));
            generator.writeEndObject();
        } catch (IOException e) {
            throw unwritable(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a text.
     *
     * @param name the field's name
     * @param value the text
     * @return this writer
     */
    public JsonWriter text(String name, String value) {
        try {
            open();
            out.writeStringField(name, value);
        } catch (IOException e) {
            throw unwritable(e);
        }
        return this;
    }

    /**
     * Writes a whole number.
     *
     * @param name the field's name
     * @param value the number
     * @return this writer
     */
    public JsonWriter number(String name, long value) {
        try {
            open();
            out.writeNumberField(name, value);
        } catch (IOException e) {
            throw unwritable(e);
        }
        return this;
    }

    /**
     * Writes a truth value.
     *
     * @param name the field's name
     * @param value the truth value
     * @return this writer
     */
    public JsonWriter flag(String name, boolean value) {
        try {
            open();
            out.writeBooleanField(name, value);
        } catch (IOException e) {
            throw unwritable(e);
        }
        return this;
    }

    /**
     * Writes a list of texts.
     *
     * @param name the field's name
     * @param values the texts, possibly none
     * @return this writer
     */
    public JsonWriter texts(String name, List<String> values) {
        try {
            open();
            out.writeArrayFieldStart(name);
            for (String value : values) {
                out.writeString(value);
            }
            out.writeEndArray();
        } catch (IOException e) {
            throw unwritable(e);
        }
        return this;
    }

    /**
     * Writes an object.
     *
     * @param name the field's name
     * @param fields writes its fields, possibly none
     * @return this writer
     */
    public JsonWriter object(String name, Consumer<JsonWriter> fields) {
        try {
            open();
            out.writeObjectFieldStart(name);
            fields.accept(this);
            out.writeEndObject();
        } catch (IOException e) {
            throw unwritable(e);
        }
        return this;
    }

    /**
     * Writes an object, unless it would have no field.
     *
     * @param name the field's name
     * @param fields writes its fields; if it writes none, there is no object
     * @return this writer
     */
    public JsonWriter objectIfAny(String name, Consumer<JsonWriter> fields) {
        unopened.addLast(name);
        fields.accept(this);
        if (!unopened.isEmpty()) {
            unopened.removeLast();
            return this;
        }
        try {
            out.writeEndObject();
        } catch (IOException e) {
            throw unwritable(e);
        }
        return this;
    }

    /**
     * Writes a list of objects.
     *
     * @param name the field's name
     * @param items what to write, possibly nothing
     * @param fields writes the fields of one item
     * @param <T> what an item is
     * @return this writer
     */
    public <T> JsonWriter objects(String name, List<T> items, BiConsumer<JsonWriter, ? super T> fields) {
        try {
            open();
            out.writeArrayFieldStart(name);
            for (T item : items) {
                out.writeStartObject();
                fields.accept(this, item);
                out.writeEndObject();
            }
            out.writeEndArray();
        } catch (IOException e) {
            throw unwritable(e);
        }
        return this;
    }

    private void open() throws IOException {
        while (!unopened.isEmpty()) {
            out.writeObjectFieldStart(unopened.removeFirst());
        }
    }

    private static UncheckedIOException unwritable(IOException cause) {
        return new UncheckedIOException("a request body could not be written to memory", cause);
    }
}
