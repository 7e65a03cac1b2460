package io.chatauth.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.ChatAuthException;
import io.chatauth.Receipt;
import io.chatauth.Secret;
import io.chatauth.flow.VerificationCode;
import io.chatauth.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The words that people read when something goes wrong, from the builder to the wire and back. */
class ErrorTextsTest {
    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.builder().port(0).apiKey("sandbox-key").build().start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void wrongKey() {
        try (ChatAuth chatAuth = chatAuth().apiKey(Secret.of("wrong-key")).build()) {
            assertEquals(
                    "CREDENTIALS (UNAUTHORIZED): HTTP 401, Unauthorized; check the credentials and their scop" + "es",
                    refused(chatAuth, code()));
        }
    }

    @Test
    void badRequestWithViolations() {
        try (ChatAuth chatAuth = chatAuth().build()) {
            assertEquals(
                    "INVALID_REQUEST (BAD_REQUEST): HTTP 400, Bad request; from size must be between 1 and 24"
                            + "; correct the named fields; sending it again cannot help",
                    refused(chatAuth, code().sender("4411349600004411349600004411")));
        }
    }

    @Test
    void timeOut() throws Exception {
        fault("{\"path\":\"/whatsapp/1/message/template\",\"delayMs\":5000,\"times\":1}");
        try (ChatAuth chatAuth =
                chatAuth().requestTimeout(Duration.ofMillis(300)).tries(1).build()) {
            assertEquals(
                    "UNREACHABLE: <host> gave no whole answer within 300 ms: the request may or may not have "
                            + "been carried out; check the network, or allow more time by chatauth.request-timeout (try"
                            + " 1 of 1); check the network and the base URL; the same message may be sent again",
                    refused(chatAuth, code()));
        }
    }

    @Test
    void refusedConnection() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (ChatAuth chatAuth =
                chatAuth().baseUrl("http://127.0.0.1:" + port).tries(1).build()) {
            assertEquals(
                    "UNREACHABLE: <host> refused the connection: check host and port of the base URL, the fir"
                            + "ewall and the proxy (after <n> ms) (try 1 of 1); check the network and the base URL; the"
                            + " same message may be sent again",
                    refused(chatAuth, code()));
        }
    }

    @Test
    void unknownTemplate() {
        try (ChatAuth chatAuth = chatAuth().build()) {
            assertEquals(
                    "there is no template 'verification_cod'; did you mean 'verification_code'? Add one with "
                            + ".template(...) at the builder, or with a TemplateProvider",
                    thrown(chatAuth, code().template("verification_cod")));
        }
    }

    @Test
    void unknownPlaceholder() {
        try (ChatAuth chatAuth = chatAuth().build()) {
            assertEquals(
                    "a message from template 'verification_code' (en) on whatsapp is refused: there is no pla"
                            + "ceholder {{nmae}}; the template has {{code}}",
                    thrown(chatAuth, code().value("nmae", "Nick")));
        }
    }

    @Test
    void unknownChannel() {
        try (ChatAuth chatAuth = chatAuth().build()) {
            assertEquals(
                    "There is no channel 'viber'. Channels that are here: whatsapp. Discovery is off: call di"
                            + "scover(), or channel(new ViberChannelProvider()). Add io.chatauth:chatauth-channel-viber"
                            + " to the class path or module path.",
                    thrown(chatAuth, code().via("viber")));
        }
    }

    private static VerificationCode code() {
        return VerificationCode.to("+441134960001").via("whatsapp").purpose("login");
    }

    private static String refused(ChatAuth chatAuth, VerificationCode request) {
        Receipt receipt = chatAuth.start(request.build())
                .accepted()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        return assertInstanceOf(Receipt.Refused.class, receipt)
                .failure()
                .describe()
                .replaceAll("127\\.0\\.0\\.1:\\d+", "<host>")
                .replaceAll("after \\d+ ms", "after <n> ms");
    }

    private static String thrown(ChatAuth chatAuth, VerificationCode request) {
        return assertThrows(ChatAuthException.class, () -> chatAuth.start(request.build()))
                .getMessage();
    }

    private ChatAuthBuilder chatAuth() {
        return ChatAuth.builder()
                .baseUrl(sandbox.baseUri().toString())
                .apiKey(Secret.of("sandbox-key"))
                .channel(new WhatsAppChannelProvider())
                .sender("whatsapp", "441134960000");
    }

    private void fault(String json) throws IOException, InterruptedException {
        HttpResponse<Void> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/_sandbox/faults"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertEquals(2, response.statusCode() / 100);
    }
}
