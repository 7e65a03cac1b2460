package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chatauth.channel.whatsapp.WhatsAppChannelProvider;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the names of fields that WhatsApp's webhooks may have to Infobip's spec, where INFOBIP_OPENAPI_DIR points at a copy. */
class WebhookFieldsTest {
    private static final String SPECS = "INFOBIP_OPENAPI_DIR";

    private final Set<String> names = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();

    @Test
    void whatsAppKnowsEveryFieldOfTheSpecsWebhooks() throws IOException {
        String directory = System.getenv(SPECS);
        assumeTrue(directory != null, SPECS + " is not set, so nothing was compared with Infobip's specs");
        JsonNode spec =
                new ObjectMapper().readTree(Path.of(directory, "whatsapp.json").toFile());
        collect(spec.path("webhooks"), spec.at("/components/schemas"));
        assertTrue(names.contains("messageId"), "the spec has no webhooks: " + names);

        names.removeAll(new WhatsAppChannelProvider()
                .create(new ChannelContext(Options.none()))
                .webhookFields());
        assertEquals(Set.of(), names);
    }

    private void collect(JsonNode node, JsonNode schemas) {
        if (node.isArray()) {
            node.forEach(one -> collect(one, schemas));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "example", "examples" -> {}
                case "$ref" -> follow(value, schemas);
                case "mapping" -> value.forEach(one -> follow(one, schemas));
                case "properties" ->
                    value.properties().forEach(property -> {
                        names.add(property.getKey());
                        collect(property.getValue(), schemas);
                    });
                default -> collect(value, schemas);
            }
        }
    }

    private void follow(JsonNode reference, JsonNode schemas) {
        String name = reference.asText().substring(reference.asText().lastIndexOf('/') + 1);
        if (seen.add(name)) {
            collect(schemas.path(name), schemas);
        }
    }
}
