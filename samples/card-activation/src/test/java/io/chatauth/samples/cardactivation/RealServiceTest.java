package io.chatauth.samples.cardactivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.KeyRing;
import io.chatauth.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real service is played by the sandbox: for this code there is no difference. */
class RealServiceTest {
    private final Sandbox sandbox =
            Sandbox.builder().apiKey("key").approveAfter(Duration.ZERO).build().start();
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "INFOBIP_BASE_URL", sandbox.baseUri().toString(),
            "INFOBIP_API_KEY", "key",
            "CHATAUTH_SENDER", "441134960000",
            "CHATAUTH_TO", "+441134960001",
            "CHATAUTH_COUNTRIES", "GB",
            "CHATAUTH_KEYS", "k1:active:" + KeyRing.newKey().reveal()));
    private final Printed out = new Printed();
    private final Printed err = new Printed();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        environment.keySet().retainAll(java.util.Set.of("INFOBIP_BASE_URL"));
        assertEquals(2, run(question -> Optional.of("yes")));
        assertEquals("""
                Nothing was sent. INFOBIP_BASE_URL asks for the real service, but these are not set:
                  INFOBIP_API_KEY, or INFOBIP_USERNAME and INFOBIP_PASSWORD: how the account knows you
                  CHATAUTH_SENDER: the WhatsApp sender of the account, digits only
                  CHATAUTH_TO: the phone number that gets the message, such as +441134960001
                  CHATAUTH_COUNTRIES: the countries that messages may go to, such as GB,IE
                  CHATAUTH_KEYS: the key ring, k1:active:<32 random bytes in base64>
                """, err.text().replace(System.lineSeparator(), "\n"));
        assertEquals("", out.text());
    }

    @Test
    void aUserNeedsAPassword() {
        environment.remove("INFOBIP_API_KEY");
        environment.put("INFOBIP_USERNAME", "bank");
        assertEquals(2, run(question -> Optional.of("yes")));
        assertTrue(err.text().contains("INFOBIP_USERNAME and INFOBIP_PASSWORD"), err::text);
    }

    @Test
    void withoutATerminalNothingIsSent() throws Exception {
        assertEquals(1, run(question -> Optional.empty()));
        assertTrue(err.text().contains("Nothing was sent: there is no terminal to ask at."), err::text);
        assertEquals("[]", requests());
    }

    @Test
    void anythingButYesIsNo() throws Exception {
        assertEquals(1, run(question -> Optional.of("y")));
        assertTrue(err.text().contains("Nothing was sent."), err::text);
        assertEquals("[]", requests());
    }

    @Test
    void theQuestionMasksTheNumber() {
        run(question -> {
            assertFalse(question.contains("441134960001"), question);
            assertTrue(question.contains("01"), question);
            return Optional.empty();
        });
    }

    @Test
    void withYesTheTemplateIsRegisteredAndTheMessageSent() throws Exception {
        assertEquals(0, run(question -> Optional.of("yes")), () -> out.text() + err.text());
        assertTrue(out.text().contains("Accepted by Infobip"), out::text);
        assertTrue(out.text().contains("no delivery report can arrive"), out::text);
        assertTrue(requests().contains("/whatsapp/1/message/template"));
    }

    @Test
    void withAWebhookTheReportIsAwaited() throws Exception {
        int port = freePort();
        environment.put("CHATAUTH_WEBHOOK_PORT", Integer.toString(port));
        environment.put("CHATAUTH_WEBHOOK_BASE_URL", "http://127.0.0.1:" + port + "/chatauth");
        assertEquals(0, run(question -> Optional.of("yes")), () -> out.text() + err.text());
        assertTrue(out.text().contains("the message is DELIVERED"), out::text);
        assertFalse(out.text().contains("no delivery report can arrive"), out::text);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int run(Terminal terminal) {
        return new RealService(environment, terminal, out.stream(), err.stream()).run();
    }

    private String requests() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/_sandbox/requests"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
