package io.chatauth.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Bodies that are still JSON but changed in several places at once: parts moved, mixed, repeated, replaced. */
final class Wild {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_CHANGES = 6;

    private final Random random;

    private Wild(long seed) {
        random = new Random(seed);
    }

    /** Makes bodies from a good one, the same ones each time; none if it is no JSON. */
    static List<byte[]> of(String good, int count) {
        Wild wild = new Wild(good.hashCode());
        List<byte[]> all = new ArrayList<>(count);
        try {
            JsonNode tree = JSON.readTree(good);
            for (int i = 0; i < count; i++) {
                all.add(wild.body(tree.deepCopy()));
            }
        } catch (JsonProcessingException e) {
            return List.of();
        }
        return all;
    }

    private byte[] body(JsonNode tree) throws JsonProcessingException {
        for (int changes = random.nextInt(MOST_CHANGES); changes >= 0; changes--) {
            List<JsonNode> nodes = new ArrayList<>();
            collect(tree, nodes);
            change(pick(nodes), pick(nodes));
        }
        byte[] bytes = JSON.writeValueAsBytes(tree);
        if (random.nextInt(5) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private void change(JsonNode place, JsonNode other) {
        JsonNode value = random.nextBoolean() ? other.deepCopy() : odd();
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(3)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, value);
                default ->
                    object.set(
                            names.get(random.nextInt(names.size())),
                            object.get(name).deepCopy());
            }
        } else if (place instanceof ArrayNode array) {
            array.insert(random.nextInt(array.size() + 1), value);
        }
    }

    private JsonNode odd() {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextDouble() * 1e300);
            case 4 -> NODES.textNode("");
            case 5 -> NODES.textNode(Character.toString(random.nextInt(0xd800)).repeat(random.nextInt(400)));
            case 6 -> NODES.arrayNode().add(NODES.objectNode());
            default -> NODES.objectNode();
        };
    }

    /** Containers only, as far as a body may reasonably grow. */
    private static void collect(JsonNode node, List<JsonNode> all) {
        if (node instanceof ContainerNode<?> && all.size() < 200) {
            all.add(node);
            node.forEach(inner -> collect(inner, all));
        }
    }

    private JsonNode pick(List<JsonNode> nodes) {
        return nodes.isEmpty() ? NODES.nullNode() : nodes.get(random.nextInt(nodes.size()));
    }
}
