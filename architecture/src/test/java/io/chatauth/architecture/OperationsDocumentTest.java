package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chatauth.spi.ApiOperation;
import io.chatauth.spi.ChannelContext;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.Options;
import io.chatauth.spi.RateLimit;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/templates.md to what the channels declare about the API, and that to Infobip's specs where INFOBIP_OPENAPI_DIR
 * points at a copy; {@code -Dchatauth.docs.write=true} writes the document.
 */
class OperationsDocumentTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("basedir", "."), "..", "docs", "templates.md");
    private static final String BEGIN = "<!-- operations: written by OperationsDocumentTest -->";
    private static final String END = "<!-- end of operations -->";
    private static final String SPECS = "INFOBIP_OPENAPI_DIR";

    @Test
    void theTableInTheDocumentIsThatOfTheChannels() throws IOException {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        String table = "\n" + table();
        if (Boolean.getBoolean("chatauth.docs.write")) {
            Files.writeString(DOCUMENT, document.substring(0, begin) + table + document.substring(end));
            return;
        }
        assertEquals(
                table,
                document.substring(begin, end),
                "docs/templates.md differs from the code; run this test with -Dchatauth.docs.write=true");
    }

    @Test
    void everyChannelSaysWhatItNeedsOnce() {
        operations().forEach((channel, operations) -> {
            Set<ApiOperation.Kind> kinds = EnumSet.noneOf(ApiOperation.Kind.class);
            operations.forEach(operation -> {
                assertTrue(kinds.add(operation.kind()), channel + " declares " + operation.kind() + " twice");
                assertFalse(operation.scopes().isEmpty(), channel + " " + operation.kind());
            });
            assertTrue(kinds.contains(ApiOperation.Kind.SEND), channel + " does not say what sending needs");
        });
    }

    @Test
    void whatChannelsDeclareIsWhatTheSpecsSay() throws IOException {
        String directory = System.getenv(SPECS);
        assumeTrue(directory != null, SPECS + " is not set, so nothing was compared with Infobip's specs");
        Map<String, JsonNode> specs = specs(Path.of(directory));
        assertFalse(specs.isEmpty(), "there are no specs in " + directory);
        for (List<ApiOperation> operations : operations().values()) {
            for (ApiOperation operation : operations) {
                JsonNode spec = specs.get(comparable(operation.method(), operation.path()));
                assertTrue(spec != null, operation.endpoint() + " is in no spec");
                Set<String> scopes = new HashSet<>();
                spec.path("x-scopes").forEach(scope -> scopes.add(scope.asText()));
                assertEquals(scopes, operation.scopes(), operation.endpoint());
                assertEquals(limit(spec), operation.limit(), operation.endpoint());
            }
        }
    }

    private static Optional<RateLimit> limit(JsonNode spec) {
        JsonNode info = spec.path("x-throttling-info").path(0);
        if (info.isMissingNode()) {
            return Optional.empty();
        }
        Duration per =
                switch (info.path("timeUnit").asText()) {
                    case "s" -> Duration.ofSeconds(1);
                    case "m" -> Duration.ofMinutes(1);
                    case "h" -> Duration.ofHours(1);
                    default -> throw new AssertionError("an unknown unit: " + info);
                };
        return Optional.of(new RateLimit(info.path("numberOfRequests").asInt(), per));
    }

    /** The operations of all specs, by method and path with nameless variables. */
    private static Map<String, JsonNode> specs(Path directory) throws IOException {
        Map<String, JsonNode> found = new TreeMap<>();
        ObjectMapper json = new ObjectMapper();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.json")) {
            for (Path file : files) {
                json.readTree(file.toFile())
                        .path("paths")
                        .properties()
                        .forEach(path -> path.getValue()
                                .properties()
                                .forEach(operation -> found.put(
                                        comparable(operation.getKey(), path.getKey()), operation.getValue())));
            }
        }
        return found;
    }

    private static String comparable(String method, String path) {
        return method.toUpperCase(java.util.Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    private static String table() {
        StringBuilder out = new StringBuilder("| channel | what | endpoint | send-only key | managing key | limit |\n"
                + "|---|---|---|---|---|---|\n");
        operations().forEach((channel, operations) -> {
            for (ApiOperation.Kind kind : ApiOperation.Kind.values()) {
                operations.stream()
                        .filter(operation -> operation.kind() == kind)
                        .forEach(operation -> out.append(row(channel, operation)));
            }
        });
        return out.toString();
    }

    private static String row(String channel, ApiOperation operation) {
        return "| " + channel + " | " + operation.kind().inWords() + " | `" + operation.endpoint() + "` | "
                + cell(operation, false) + " | " + cell(operation, true) + " | "
                + operation.limit().map(RateLimit::toString).orElse("none published") + " |\n";
    }

    private static String cell(ApiOperation operation, boolean manages) {
        List<String> scopes = new ArrayList<>();
        operation.scopes().stream()
                .filter(scope -> scope.endsWith(":manage") == manages)
                .forEach(scope -> scopes.add("`" + scope + "`"));
        return scopes.isEmpty() ? "no" : "yes: " + String.join(" or ", scopes);
    }

    /** ChatAuth's own channels with their default options, sorted by id. */
    private static Map<String, List<ApiOperation>> operations() {
        Map<String, List<ApiOperation>> operations = new TreeMap<>();
        for (ChannelProvider provider : ServiceLoader.load(ChannelProvider.class)) {
            if (provider.getClass().getName().startsWith("io.chatauth.channel.")) {
                operations.put(
                        provider.id().value(),
                        provider.create(new ChannelContext(Options.none())).operations());
            }
        }
        return operations;
    }
}
