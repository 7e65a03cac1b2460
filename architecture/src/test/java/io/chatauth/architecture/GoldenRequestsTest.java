package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Shows the golden requests of the channels to the sandbox, which checks them by its own reading of the API. */
class GoldenRequestsTest {
    private static final Path HOUSE = Path.of(System.getProperty("basedir", "."), "..");
    private static final Map<String, String> ENDPOINTS = Map.of(
            "whatsapp", "/whatsapp/1/message/template",
            "viber", "/viber/2/messages",
            "line", "/line/1/messages",
            "kakao", "/kakao-alim/1/messages",
            "zalo", "/zalo/2/messages");

    @Test
    void theSandboxTakesEveryRequestOfAUseCase() throws IOException {
        try (Sandbox sandbox =
                Sandbox.builder().apiKey(SandboxClient.API_KEY).build().start()) {
            SandboxClient client = new SandboxClient(sandbox.baseUri());
            for (Map.Entry<String, String> channel : ENDPOINTS.entrySet()) {
                List<Path> files = requests(channel.getKey());
                assertTrue(files.size() >= 5, () -> channel.getKey() + " has only " + files);
                for (Path file : files) {
                    JsonNode answer = client.post(channel.getValue(), request(file, sandbox));
                    answer.path("messages")
                            .forEach(message -> assertEquals(
                                    "PENDING",
                                    message.path("status").path("groupName").asText(),
                                    () -> file + " is answered with " + answer));
                }
            }
        }
    }

    @Test
    void theSandboxRefusesARequestThatIsWrong() throws IOException {
        try (Sandbox sandbox =
                Sandbox.builder().apiKey(SandboxClient.API_KEY).build().start()) {
            SandboxClient client = new SandboxClient(sandbox.baseUri());
            for (Map.Entry<String, String> channel : ENDPOINTS.entrySet()) {
                String request = request(requests(channel.getKey()).get(0), sandbox);
                assertEquals(400, client.status(channel.getValue(), request.replace("\"content\"", "\"contents\"")));
            }
        }
    }

    /** Reports shall not leave this machine. */
    private static String request(Path file, Sandbox sandbox) throws IOException {
        return Files.readString(file)
                .replace("https://auth.example.com/chatauth/webhook", sandbox.baseUri() + "/_sandbox/health");
    }

    private static List<Path> requests(String channel) throws IOException {
        try (Stream<Path> files =
                Files.list(HOUSE.resolve("channel-" + channel + "/src/test/resources/golden/use-cases"))) {
            return files.sorted().toList();
        }
    }
}
