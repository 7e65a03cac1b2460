package io.chatauth.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Bodies that no decoder may stumble over, made from a good one. The same ones each time. */
final class Spoiled {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int RANDOM_BODIES = 300;
    private static final int LONGEST_RANDOM = 200;
    private static final int DEEP = 100_000;

    private Spoiled() {}

    /** All of them. */
    static List<byte[]> of(String good) {
        List<byte[]> all = new ArrayList<>(junk());
        all.addAll(damaged(good.getBytes(StandardCharsets.UTF_8)));
        try {
            for (JsonNode tree : replaced(JSON.readTree(good))) {
                all.add(JSON.writeValueAsBytes(tree));
            }
        } catch (JsonProcessingException e) {
            // A body that is no JSON is damaged byte by byte only.
            return all;
        }
        return all;
    }

    /** A good body with a field in every object that nobody knows. */
    static String withUnknownFields(String good) throws JsonProcessingException {
        JsonNode tree = JSON.readTree(good);
        List<JsonNode> open = new ArrayList<>(List.of(tree));
        while (!open.isEmpty()) {
            JsonNode node = open.remove(open.size() - 1);
            node.forEach(open::add);
            if (node instanceof ObjectNode object) {
                object.set("fieldThatNobodyKnows", NODES.objectNode().put("inner", 1));
            }
        }
        return JSON.writeValueAsString(tree);
    }

    static boolean isJson(byte[] body) {
        try {
            return !JSON.readTree(body).isMissingNode();
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static List<byte[]> junk() {
        List<byte[]> all = new ArrayList<>();
        for (String text : List.of(
                "",
                " ",
                "null",
                "true",
                "0",
                "\"\"",
                "[]",
                "{}",
                "[[]]",
                "[null]",
                "[{}]",
                "{",
                "}",
                "{\"",
                "\u0000",
                "<html><body>502 Bad Gateway</body></html>",
                "1e999999999",
                "9".repeat(5000),
                "{\"messages\":null}",
                "{\"messages\":[null]}",
                "{\"results\":null}",
                "{\"results\":[null]}",
                "{\"results\":{}}",
                "{\"a\":1,\"a\":2}",
                "[".repeat(DEEP),
                "{\"a\":".repeat(DEEP),
                "[".repeat(DEEP) + "]".repeat(DEEP),
                "{\"results\":" + "[".repeat(900) + "]".repeat(900) + "}")) {
            all.add(text.getBytes(StandardCharsets.UTF_8));
        }
        all.add("{\"results\":[]}".getBytes(StandardCharsets.UTF_16));
        all.add(new byte[] {(byte) 0xff, (byte) 0xfe});
        all.add(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'});
        Random random = new Random(1);
        for (int i = 0; i < RANDOM_BODIES; i++) {
            byte[] bytes = new byte[random.nextInt(LONGEST_RANDOM)];
            random.nextBytes(bytes);
            all.add(bytes);
        }
        return all;
    }

    private static List<byte[]> damaged(byte[] good) {
        List<byte[]> all = new ArrayList<>();
        for (int length = 0; length < good.length; length += 1 + good.length / 200) {
            all.add(Arrays.copyOf(good, length));
        }
        Random random = new Random(2);
        for (int i = 0; i < RANDOM_BODIES && good.length > 0; i++) {
            byte[] bytes = good.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            all.add(bytes);
        }
        return all;
    }

    /** The tree with each of its nodes replaced by each odd value, or removed. */
    private static List<JsonNode> replaced(JsonNode tree) {
        List<JsonNode> all = new ArrayList<>(oddValues());
        if (tree instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                ObjectNode without = object.deepCopy();
                without.remove(field.getKey());
                all.add(without);
                for (JsonNode other : replaced(field.getValue())) {
                    all.add(object.deepCopy().set(field.getKey(), other));
                }
            }
        } else if (tree instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                all.add(array.deepCopy().insert(i, NODES.nullNode()));
                for (JsonNode other : replaced(array.get(i))) {
                    ArrayNode changed = array.deepCopy();
                    changed.set(i, other);
                    all.add(changed);
                }
            }
        }
        return all;
    }

    private static List<JsonNode> oddValues() {
        return List.of(
                NODES.nullNode(),
                NODES.booleanNode(true),
                NODES.numberNode(-1),
                NODES.numberNode(Long.MAX_VALUE),
                NODES.numberNode(BigInteger.TEN.pow(40)),
                NODES.numberNode(new BigDecimal("1e300")),
                NODES.textNode(""),
                NODES.textNode(" \n"),
                NODES.textNode("x\u0000\u202e"),
                NODES.textNode("x".repeat(5000)),
                NODES.arrayNode(),
                NODES.objectNode(),
                NODES.arrayNode().addNull());
    }
}
