package io.chatauth.sandbox.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the properties of a JSON object and notes what is wrong with them. A null property counts as absent. Infobip's
 * older API gives elements of arrays their array's path, the newer one adds an index. Not for use by several threads.
 */
public final class Fields {
    private final ObjectNode node;
    private final String path;
    private final Violations violations;
    private final boolean indexed;

    /**
     * Reads an object; violations in arrays carry no index.
     *
     * @param node the object
     * @param path its path, empty for the body itself
     * @param violations where to note what is wrong
     */
    public Fields(ObjectNode node, String path, Violations violations) {
        this(node, path, violations, false);
    }

    private Fields(ObjectNode node, String path, Violations violations, boolean indexed) {
        this.node = node;
        this.path = path;
        this.violations = violations;
        this.indexed = indexed;
    }

    /**
     * Reads an object; violations in arrays carry an index.
     *
     * @param node the object
     * @param path its path, empty for the body itself
     * @param violations where to note what is wrong
     * @return its fields
     */
    public static Fields indexed(ObjectNode node, String path, Violations violations) {
        return new Fields(node, path, violations, true);
    }

    /** Gives the object itself, not to be changed. */
    public ObjectNode node() {
        return node;
    }

    /**
     * Notes a violation of a property.
     *
     * @param name the property's name
     * @param text what is wrong
     */
    public void reject(String name, String text) {
        violations.add(path(name), text);
    }

    /**
     * Tells whether a property is there.
     *
     * @param name the property's name
     * @return true if it is there and not null
     */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /**
     * Reads a text that may be absent.
     *
     * @param name the property's name
     * @param min the least number of characters
     * @param max the largest number of characters
     * @return the text, or null if absent or wrong
     */
    public @Nullable String text(String name, int min, int max) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            reject(name, "must be a string");
            return null;
        }
        String text = value.textValue();
        int length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            reject(name, "size must be between " + min + " and " + max);
            return null;
        }
        return text;
    }

    /**
     * Reads a text that must be there and not blank.
     *
     * @param name the property's name
     * @param max the largest number of characters
     * @return the text, or null if absent or wrong
     */
    public @Nullable String required(String name, int max) {
        JsonNode value = node.get(name);
        if (value == null
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank())) {
            reject(name, "must not be blank");
            return null;
        }
        return text(name, 1, max);
    }

    /**
     * Reads a text that must be one of several.
     *
     * @param name the property's name
     * @param values the allowed values
     * @return the text, or null if absent or wrong
     */
    public @Nullable String oneOf(String name, Set<String> values) {
        String text = required(name, Integer.MAX_VALUE);
        if (text != null && !values.contains(text)) {
            reject(name, "must be one of " + values.stream().sorted().toList());
            return null;
        }
        return text;
    }

    /**
     * Reads a whole number that may be absent.
     *
     * @param name the property's name
     * @param min the least value
     * @param max the largest value
     * @return the number, or null if absent or wrong
     */
    public @Nullable Integer integer(String name, int min, int max) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
            reject(name, "must be a whole number between " + min + " and " + max);
            return null;
        }
        return value.intValue();
    }

    /**
     * Reads a number that must be there.
     *
     * @param name the property's name
     * @param min the least value
     * @param max the largest value
     */
    public void requireNumber(String name, double min, double max) {
        JsonNode value = node.get(name);
        if (value == null || !value.isNumber() || value.doubleValue() < min || value.doubleValue() > max) {
            reject(name, "must be between " + min + " and " + max);
        }
    }

    /**
     * Reads true or false, which may be absent.
     *
     * @param name the property's name
     * @return the value, false if absent or wrong
     */
    public boolean flag(String name) {
        JsonNode value = node.get(name);
        if (value != null && !value.isNull() && !value.isBoolean()) {
            reject(name, "must be true or false");
        }
        return value != null && value.asBoolean(false);
    }

    /**
     * Reads an object that may be absent.
     *
     * @param name the property's name
     * @return the object, or null if absent or wrong
     */
    public @Nullable Fields object(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            return new Fields(object, path(name), violations, indexed);
        }
        reject(name, "must be an object");
        return null;
    }

    /**
     * Reads an object that must be there.
     *
     * @param name the property's name
     * @return the object, or null if absent or wrong
     */
    public @Nullable Fields requiredObject(String name) {
        if (!has(name)) {
            reject(name, "must not be null");
            return null;
        }
        return object(name);
    }

    /**
     * Reads an array of objects.
     *
     * @param name the property's name
     * @return the objects, null if the property is absent or wrong
     */
    public @Nullable List<Fields> objects(String name) {
        List<JsonNode> elements = elements(name);
        if (elements == null) {
            return null;
        }
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : elements) {
            if (element instanceof ObjectNode object) {
                String index = indexed ? "[" + objects.size() + "]" : "";
                objects.add(new Fields(object, path(name) + index, violations, indexed));
            } else {
                reject(name, "must contain objects only");
                return null;
            }
        }
        return objects;
    }

    /**
     * Reads an array of objects that must be there.
     *
     * @param name the property's name
     * @param min the least number of objects
     * @param max the largest number of objects
     * @return the objects, empty if the property is absent or wrong
     */
    public List<Fields> requiredObjects(String name, int min, int max) {
        List<Fields> objects = objects(name);
        if (!has(name) || (objects != null && objects.isEmpty() && min > 0)) {
            reject(name, min == 0 ? "must not be null" : "must not be empty");
            return List.of();
        }
        if (objects != null && (objects.size() < min || objects.size() > max)) {
            reject(name, "size must be between " + min + " and " + max);
            return List.of();
        }
        return objects == null ? List.of() : objects;
    }

    /**
     * Reads an array of texts, none of them empty.
     *
     * @param name the property's name
     * @return the texts, null if the property is absent or wrong
     */
    public @Nullable List<String> texts(String name) {
        List<JsonNode> elements = elements(name);
        if (elements == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements) {
            if (!element.isTextual() || element.textValue().isEmpty()) {
                reject(name, "must contain strings only, none of them null or empty");
                return null;
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    private @Nullable List<JsonNode> elements(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value instanceof ArrayNode array) {
            List<JsonNode> elements = new ArrayList<>();
            array.forEach(elements::add);
            return elements;
        }
        reject(name, "must be an array");
        return null;
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
