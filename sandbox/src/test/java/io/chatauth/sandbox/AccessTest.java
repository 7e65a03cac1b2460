package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.TEMPLATES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.sandbox.SandboxClient.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, from where, and how it is started. */
class AccessTest extends SandboxTestBase {
    @ParameterizedTest
    @CsvSource({"App anything,200", "Basic anything,200", "'App ',401", "App,401", "Bearer token,401", ",401"})
    void withoutAKeyAnyNonEmptyCredentialsDo(String authorization, int status) {
        assertEquals(status, client.call("GET", TEMPLATES, null, authorization).status());
    }

    @Test
    void withAKeyOnlyThatKeyAndThatUserDo() {
        try (Sandbox strict = Sandbox.builder()
                .apiKey("key-1")
                .credentials("user", "pass")
                .build()
                .start()) {
            client = new SandboxClient(strict.baseUri());
            assertEquals(200, client.call("GET", TEMPLATES, null, "App key-1").status());
            assertEquals(
                    200,
                    client.call("GET", TEMPLATES, null, "Basic dXNlcjpwYXNz").status());
            assertEquals(401, client.call("GET", TEMPLATES, null, "Basic key-1").status());
            Answer refused = client.call("GET", TEMPLATES, null, "App key-2");
            assertEquals(401, refused.status());
            assertEquals(
                    "UNAUTHORIZED",
                    refused.body()
                            .at("/requestError/serviceException/messageId")
                            .asText());
            assertEquals(200, client.call("GET", "/_sandbox/health", null, null).status());
        }
    }

    @Test
    void unknownPathsAndMethodsHaveTheOldErrorBody() {
        Answer unknown = client.get("/whatsapp/9/nothing");
        assertEquals(404, unknown.status());
        assertEquals(
                "NOT_FOUND",
                unknown.body().at("/requestError/serviceException/messageId").asText());
        Answer method = client.call("DELETE", SandboxClient.SEND, null, "App key");
        assertEquals(405, method.status());
        assertEquals("POST", method.response().headers().firstValue("Allow").orElse(""));
    }

    @Test
    void aForeignHostOrOriginIsRefused() throws IOException {
        assertTrue(raw("GET /_sandbox/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                .startsWith("HTTP/1.1 403"));
        assertEquals(
                403,
                client.call("POST", "/_sandbox/reset", "", null, "Origin", "https://evil.example")
                        .status());
        assertEquals(
                200,
                client.call(
                                "POST",
                                "/_sandbox/reset",
                                "",
                                null,
                                "Origin",
                                sandbox.baseUri().toString())
                        .status());
    }

    @Test
    void anOversizedBodyIsRefusedBeforeItIsSent() throws IOException {
        for (String path : new String[] {SandboxClient.SEND, "/_sandbox/faults"}) {
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Length: 11000000\r\n\r\n";
            assertTrue(raw(head).startsWith("HTTP/1.1 413"), path);
        }
    }

    @Test
    void itListensOnLoopbackOnly() {
        assertEquals("127.0.0.1", sandbox.baseUri().getHost());
        assertNotEquals(0, sandbox.baseUri().getPort());
    }

    @Test
    void itStartsOnceAndSaysWhenItIsNotRunning() {
        assertThrows(IllegalStateException.class, sandbox::start);
        sandbox.close();
        sandbox.close();
        assertThrows(IllegalStateException.class, sandbox::baseUri);
        assertEquals(
                200, new SandboxClient(sandbox.start().baseUri()).get(TEMPLATES).status());
    }

    @Test
    void theBuilderRefusesWhatCanNotBe() {
        Sandbox.Builder builder = Sandbox.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.port(65_536));
        assertThrows(IllegalArgumentException.class, () -> builder.apiKey(" "));
        assertThrows(IllegalArgumentException.class, () -> builder.credentials("a:b", "c"));
        assertThrows(IllegalArgumentException.class, () -> builder.approveAfter(Duration.ofMillis(-1)));
        assertThrows(IllegalArgumentException.class, () -> builder.retryUnit(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> builder.history(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "--port",
                "--port x",
                "--port 65536",
                "--username a",
                "--webhook nowhere",
                "--batch-refusal sometimes",
                "--approve-after -1",
                "--port 0 --port 0"
            })
    void wrongOptionsAnswerWithUsage(String line) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = SandboxMain.run(line.split(" "), System.out, new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(2, code);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("usage: "));
    }

    @Test
    void theCommandLineSaysWhereItListens() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String line = "--port 0 --api-key k --username u --password p --webhook http://127.0.0.1:9/ --approve-after 0"
                + " --senders 447860099299,2 --batch-refusal part --retry-unit 10";
        int code = SandboxMain.run(line.split(" "), new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        assertEquals(0, code);
        String printed = out.toString(StandardCharsets.UTF_8);
        assertTrue(printed.matches(
                "(?s)API +http://127\\.0\\.0\\.1:\\d+\\Rphones +http.*/\\Rcontrol +http.*/_sandbox\\R"));
        String base = printed.substring(printed.indexOf("http"), printed.indexOf(System.lineSeparator()));
        SandboxClient started = new SandboxClient(java.net.URI.create(base));
        assertEquals(401, started.get(TEMPLATES).status());
        assertEquals(200, started.call("GET", TEMPLATES, null, "App k").status());
    }

    @Test
    void aTakenPortIsToldWithoutUsage() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] arguments = {"--port", Integer.toString(sandbox.baseUri().getPort())};
        assertEquals(1, SandboxMain.run(arguments, System.out, new PrintStream(err, true, StandardCharsets.UTF_8)));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("can't start"));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox.baseUri().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
