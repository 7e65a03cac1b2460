package io.chatauth.sandbox.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The keywords of a schema that ask something of a value by itself, whatever it is part of. */
final class Keywords {
    /** Stands among the known properties where any name may be. */
    static final String ANY = "*";

    /** What Infobip calls a date-time has an offset with or without a colon; fractions may be missing. */
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:?\\d{2})");

    private Keywords() {}

    static JsonNode reference(JsonNode document, String reference) {
        if (!reference.startsWith("#/")) {
            throw new IllegalArgumentException("a reference out of the document: " + reference);
        }
        JsonNode target = document.at(reference.substring(1));
        if (target.isMissingNode()) {
            throw new IllegalArgumentException("a reference to nothing: " + reference);
        }
        return target;
    }

    /** Tells whether the values of a map may be anything: the documents write that as objects of which nothing is said. */
    static boolean anything(JsonNode schema) {
        return schema.path("type").asText("").equals("object") && !schema.has("properties") && !schema.has("allOf");
    }

    static List<String> violations(JsonNode schema, JsonNode value) {
        List<String> wrong = new ArrayList<>();
        if (!typeFits(schema, value)) {
            wrong.add(value.isNull() ? "must not be null" : "must be of type " + schema.path("type"));
            return wrong;
        }
        enumeration(schema, value, wrong);
        if (value.isTextual()) {
            text(schema, value.textValue(), wrong);
        } else if (value.isNumber()) {
            number(schema, value, wrong);
        } else if (value.isArray()) {
            array(schema, value, wrong);
        }
        return wrong;
    }

    static boolean typeFits(JsonNode schema, JsonNode value) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (is(one.asText(), value)) {
                    return true;
                }
            }
            return false;
        }
        return type.isMissingNode() || is(type.asText(), value);
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("a type that JSON has not: " + type);
        };
    }

    /** An enum beside type array, as in the subscriptions' TLS versions, is that of the items. */
    private static void enumeration(JsonNode schema, JsonNode value, List<String> wrong) {
        JsonNode values = schema.path("enum");
        if (values.isMissingNode() || value.isArray()) {
            return;
        }
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return;
            }
        }
        wrong.add(value + " is none of " + values);
    }

    private static void text(JsonNode schema, String text, List<String> wrong) {
        int length = text.codePointCount(0, text.length());
        if (length < schema.path("minLength").asInt(0)) {
            wrong.add("has " + length + " characters, fewer than " + schema.path("minLength"));
        }
        if (length > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            wrong.add("has " + length + " characters, more than " + schema.path("maxLength"));
        }
        String pattern = schema.path("pattern").asText("");
        if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
            wrong.add("does not match " + pattern);
        }
        if (schema.path("format").asText("").equals("date-time")
                && !DATE_TIME.matcher(text).matches()) {
            wrong.add(text + " is no date-time");
        }
    }

    private static void number(JsonNode schema, JsonNode value, List<String> wrong) {
        if (schema.has("minimum")
                && value.decimalValue().compareTo(schema.get("minimum").decimalValue()) < 0) {
            wrong.add(value + " is less than " + schema.get("minimum"));
        }
        if (schema.has("maximum")
                && value.decimalValue().compareTo(schema.get("maximum").decimalValue()) > 0) {
            wrong.add(value + " is more than " + schema.get("maximum"));
        }
        String format = schema.path("format").asText("");
        if ((format.equals("int32") && !value.canConvertToInt())
                || (format.equals("int64") && !value.canConvertToLong())) {
            wrong.add(value + " is no " + format);
        }
    }

    private static void array(JsonNode schema, JsonNode value, List<String> wrong) {
        if (value.size() < schema.path("minItems").asInt(0)) {
            wrong.add("has " + value.size() + " items, fewer than " + schema.path("minItems"));
        }
        if (value.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
            wrong.add("has " + value.size() + " items, more than " + schema.path("maxItems"));
        }
        Set<JsonNode> distinct = new HashSet<>();
        value.forEach(distinct::add);
        if (schema.path("uniqueItems").asBoolean(false) && distinct.size() < value.size()) {
            wrong.add("has an item twice");
        }
    }
}
