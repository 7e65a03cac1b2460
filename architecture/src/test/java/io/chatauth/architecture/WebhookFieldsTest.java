package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chatauth.ChannelId;
import io.chatauth.spi.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the names of fields that the channels' webhooks may have to their golden webhooks and, where INFOBIP_OPENAPI_DIR points
 * at a copy, to Infobip's specs.
 */
class WebhookFieldsTest {
    private static final String SPECS = "INFOBIP_OPENAPI_DIR";
    private static final Path HOUSE = Path.of(System.getProperty("basedir", "."), "..");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyChannelKnowsEveryFieldOfItsSpecsWebhooks() throws IOException {
        String directory = System.getenv(SPECS);
        assumeTrue(directory != null, SPECS + " is not set, so nothing was compared with Infobip's specs");
        for (Map.Entry<ChannelId, Channel> channel : ChatAuthChannels.all().entrySet()) {
            JsonNode spec = json.readTree(
                    Path.of(directory, channel.getKey().value() + ".json").toFile());
            Names names = new Names(spec.at("/components/schemas"));
            names.collect(spec.path("webhooks"));
            assertTrue(names.found.contains("messageId"), () -> channel.getKey() + " has no webhooks: " + names.found);

            names.found.removeAll(channel.getValue().webhookFields());
            assertEquals(Set.of(), names.found, () -> channel.getKey() + " does not know fields of its spec");
        }
    }

    @Test
    void noGoldenWebhookBringsAnUnknownField() throws IOException {
        Map<ChannelId, Channel> channels = ChatAuthChannels.all();
        assertEquals(5, channels.size());
        for (Map.Entry<ChannelId, Channel> channel : channels.entrySet()) {
            List<Path> files = webhooks(channel.getKey());
            assertFalse(files.isEmpty(), () -> channel.getKey() + " has no golden webhook");
            for (Path file : files) {
                Set<String> unknown = new TreeSet<>();
                names(json.readTree(file.toFile()), unknown);
                unknown.removeAll(channel.getValue().webhookFields());
                assertEquals(Set.of(), unknown, file::toString);
            }
        }
    }

    private static List<Path> webhooks(ChannelId channel) throws IOException {
        try (Stream<Path> files = Files.list(HOUSE.resolve("channel-" + channel + "/src/test/resources/golden"))) {
            return files.filter(file -> file.getFileName().toString().matches("webhook-.*\\.json"))
                    .sorted()
                    .toList();
        }
    }

    private static void names(JsonNode node, Set<String> found) {
        node.fieldNames().forEachRemaining(found::add);
        node.forEach(part -> names(part, found));
    }

    /** The names of properties that a spec's schemas may bring. */
    private static final class Names {
        private final JsonNode schemas;
        private final Set<String> found = new TreeSet<>();
        private final Set<String> followed = new HashSet<>();

        private Names(JsonNode schemas) {
            this.schemas = schemas;
        }

        private void collect(JsonNode node) {
            if (node.isArray()) {
                node.forEach(this::collect);
            }
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                JsonNode value = field.getValue();
                switch (field.getKey()) {
                    case "example", "examples" -> {}
                    case "$ref" -> follow(value);
                    case "mapping" -> value.forEach(this::follow);
                    case "properties" ->
                        value.properties().forEach(property -> {
                            found.add(property.getKey());
                            collect(property.getValue());
                        });
                    default -> collect(value);
                }
            }
        }

        private void follow(JsonNode reference) {
            String name = reference.asText().substring(reference.asText().lastIndexOf('/') + 1);
            if (followed.add(name)) {
                collect(schemas.path(name));
            }
        }
    }
}
