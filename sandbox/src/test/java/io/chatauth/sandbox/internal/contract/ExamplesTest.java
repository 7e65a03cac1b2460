package io.chatauth.sandbox.internal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.sandbox.internal.server.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents' own examples fit the documents, but for the mistakes that are listed: so the checker isn't too strict. */
class ExamplesTest {
    /** Whose examples matter: what ChatAuth uses of the API. */
    private static final String USED = ".*(/whatsapp/[12]/(message/(template|text|interactive/(buttons|url-button))"
            + "|senders/[^/]+/templates.*)|/viber/[12]/(messages|reports|senders.*)|/line/.*|/kakao-alim/.*|/zalo/.*"
            + "|/omni/.*|/subscriptions/.*"
            + "|receive-(inbound-)?whatsapp-(messages|delivery.*|seen.*|message-template.*|identity.*)|receive-.*viber-(m|s).*"
            + "|receive-.*(line|zalo|kakao-alim|omni).*)";

    /** Examples that are themselves wrong. */
    private static final Set<String> WRONG = new TreeSet<>(List.of(
            "POST /whatsapp/2/senders/{sender}/templates: Authentication template with one-tap button",
            "receive-inbound-whatsapp-messages: Received WhatsApp INTERACTIVE_PAYMENT_ACKNOWLEDGEMENT message"));

    private final Set<String> wrong = new TreeSet<>();
    private int examples;

    @Test
    void theDocumentsOwnExamplesFitThem() throws IOException {
        for (JsonNode document : documents(Copy.directory())) {
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(operation -> operation(
                                    document,
                                    operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                    operation.getValue())));
            document.path("webhooks").properties().forEach(webhook -> {
                JsonNode body = webhook.getValue().path("post").path("requestBody");
                bodies(document, webhook.getKey(), body, Direction.FROM_INFOBIP);
            });
        }

        assertTrue(examples > 300, "only " + examples + " examples");
        assertEquals(WRONG, wrong);
    }

    private void operation(JsonNode document, String where, JsonNode operation) {
        bodies(document, where, operation.path("requestBody"), Direction.TO_INFOBIP);
        operation.path("responses").forEach(response -> bodies(document, where, response, Direction.FROM_INFOBIP));
    }

    private void bodies(JsonNode document, String where, JsonNode body, Direction direction) {
        JsonNode schema = Operation.json(body);
        if (!where.matches(USED) || schema.isMissingNode()) {
            return;
        }
        body.path("content")
                .path("application/json")
                .path("examples")
                .properties()
                .forEach(example -> {
                    examples++;
                    JsonNode value = example.getValue().path("value");
                    if (!Mistakes.without(where, Checker.check(document, schema, value, direction))
                            .isEmpty()) {
                        wrong.add(where + ": " + example.getKey());
                    }
                });
    }

    private static List<JsonNode> documents(Path directory) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                documents.add(Json.parse(Files.readString(file)));
            }
        }
        return documents;
    }
}
