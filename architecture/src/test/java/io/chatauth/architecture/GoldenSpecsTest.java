package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chatauth.sandbox.internal.contract.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The channels' golden files fit Infobip's OpenAPI documents: what a channel writes, and what it is shown in its tests. A
 * golden file belongs to an operation or a webhook by its name; any other is a request to send.
 */
class GoldenSpecsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Requests to send that go elsewhere. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "window-text.json", "/whatsapp/1/message/text",
            "window-buttons.json", "/whatsapp/1/message/interactive/buttons",
            "window-link.json", "/whatsapp/1/message/interactive/url-button");

    /** What a later Infobip may send: the channel must survive it, and it isn't in the documents. */
    private static final List<String> LATER = List.of(
            "templates.json templates[2].status \"SOMETHING_NEW\" is none of",
            "webhook-others.json results[5].message.type must be there");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            whatsapp | /whatsapp/1/message/template | /whatsapp/2/senders/1/templates | receive-whatsapp-delivery-reports                    | receive-whatsapp-seen-reports | receive-inbound-whatsapp-messages
            viber    | /viber/2/messages            | /viber/1/senders/B/templates    | receive-outbound-viber-message-delivery-reports      | receive-viber-seen-reports    | receive-inbound-viber-messages
            line     | /line/1/messages             |                                 | receive-outbound-line-message-delivery-reports       |                               |
            kakao    | /kakao-alim/1/messages       |                                 | receive-outbound-kakao-alim-message-delivery-reports |                               |
            zalo     | /zalo/2/messages             | /zalo/2/sender/1/templates      | receive-outbound-zalo-delivery-reports               |                               | receive-zalo-incoming-messages
            """)
    void fit(String channel, String send, String templates, String delivery, String seen, String inbound)
            throws IOException {
        String directory = System.getenv("INFOBIP_OPENAPI_DIR");
        assumeTrue(
                directory != null && !directory.isBlank(),
                "skipped: INFOBIP_OPENAPI_DIR names no copy of Infobip's OpenAPI documents");
        Specs specs = Specs.of(Path.of(directory));
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        for (Path file : golden(channel)) {
            String name = file.getFileName().toString();
            JsonNode body = MAPPER.readTree(Files.readString(file));
            List<String> violations;
            if (name.startsWith("webhook-")) {
                violations = specs.webhook(String.valueOf(webhook(name, delivery, seen, inbound)), body);
            } else if (name.startsWith("register-") && !name.equals("register-edit.json")) {
                violations = specs.request("POST", templates, Map.of(), body);
            } else if (name.equals("register-edit.json")) {
                violations = specs.request("PUT", templates, Map.of(), body);
            } else if (name.startsWith("edit-")) {
                violations = specs.request("PATCH", templates + "/1", Map.of(), body);
            } else if (name.equals("response.json")) {
                violations = specs.answer("POST", send, 200, body);
            } else if (name.equals("created.json")) {
                violations = specs.answer("POST", templates, 200, body);
            } else if (name.startsWith("template")) {
                String read = templates.replace("/zalo/2/", "/zalo/1/");
                violations = specs.answer("GET", name.equals("templates.json") ? read : read + "/1", 200, body);
            } else {
                violations = specs.request("POST", ELSEWHERE.getOrDefault(name, send), Map.of(), body);
            }
            List<String> unexpected = violations.stream()
                    .filter(violation -> LATER.stream().noneMatch((name + " " + violation)::startsWith))
                    .toList();
            if (!unexpected.isEmpty()) {
                wrong.put(name, unexpected);
            }
        }
        assertEquals(Map.of(), wrong);
    }

    private static String webhook(String name, String delivery, String seen, String inbound) {
        return switch (name) {
            case "webhook-delivered.json" -> delivery;
            case "webhook-seen.json" -> seen;
            case "webhook-identity.json" -> "receive-whatsapp-identity-change-notification";
            case "webhook-template.json" -> "receive-whatsapp-message-template-update-events";
            default -> inbound;
        };
    }

    private static List<Path> golden(String channel) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "channel-" + channel, "src/test/resources/golden"))) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertFalse(sorted.isEmpty());
            return sorted;
        }
    }
}
