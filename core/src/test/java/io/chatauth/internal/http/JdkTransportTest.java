package io.chatauth.internal.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Secret;
import io.chatauth.TransportException;
import io.chatauth.infobip.Credentials;
import io.chatauth.infobip.InfobipAccount;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkTransportTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String CANARY = "canary-77aa01";

    private static InfobipAccount.Builder account(int port) {
        return InfobipAccount.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .apiKey(Secret.of(CANARY))
                .requestTimeout(LONG)
                .connectTimeout(LONG);
    }

    private static JdkTransport transport(InfobipAccount.Builder account) {
        return new JdkTransport(account.build(), Clock.systemUTC(), Thread::new);
    }

    private static WireRequest post(String target) {
        return WireRequest.post(target, "{\"code\":\"482910\"}".getBytes(StandardCharsets.UTF_8));
    }

    private static TransportException fails(InfobipAccount.Builder account, WireRequest request, Duration timeout) {
        try (JdkTransport transport = transport(account)) {
            TransportException e = assertThrows(
                    TransportException.class, () -> transport.exchange(request, Set.of("127.0.0.1"), timeout));
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                assertFalse(
                        cause.toString().contains(CANARY) || cause.toString().contains("482910"), cause.toString());
            }
            return e;
        }
    }

    @Test
    void sendsTheBodyWithCredentialsAndBringsTheAnswer() {
        try (RawServer server = RawServer.plain(RawServer.always(201, "{\"ok\":true}", "X-Trace: a", "X-Trace: b"));
                JdkTransport transport = transport(account(server.port()))) {
            WireResponse response = transport.exchange(post("/whatsapp/1/message?x=1"), Set.of(), LONG);
            assertEquals(201, response.status());
            assertEquals("{\"ok\":true}", response.text());
            assertEquals("a", response.header("x-trace").orElseThrow());
            RawServer.Request request = server.requests().get(0);
            assertEquals("POST /whatsapp/1/message?x=1 HTTP/1.1", request.line());
            assertEquals("{\"code\":\"482910\"}", request.body());
            assertEquals("App " + CANARY, request.headers().get("authorization"));
            assertEquals("application/json", request.headers().get("accept"));
            assertEquals("application/json", request.headers().get("content-type"));
            assertTrue(
                    request.headers().get("user-agent").matches("ChatAuth/\\S+ \\(Java \\d+\\)"),
                    request.headers().get("user-agent"));
            assertNull(request.headers().get("upgrade"), "plain http must not try to become HTTP/2");
        }
    }

    @Test
    void userNameAndPasswordAreSentAsBasic() {
        try (RawServer server = RawServer.plain(RawServer.always(200, ""));
                JdkTransport transport = transport(
                        account(server.port()).credentials(new Credentials.Basic("jos\u00e9", Secret.of("p:w"))))) {
            transport.exchange(WireRequest.get("/x"), Set.of(), LONG);
            assertEquals(
                    "Basic am9zw6k6cDp3", server.requests().get(0).headers().get("authorization"));
        }
    }

    @Test
    void anErrorStatusIsAnAnswerEvenWithoutChallengeHeader() {
        try (RawServer server = RawServer.plain(RawServer.always(401, "{}"));
                JdkTransport transport = transport(account(server.port()))) {
            assertEquals(401, transport.exchange(post("/x"), Set.of(), LONG).status());
        }
    }

    @Test
    void absoluteTargetsGetNoCredentialsOfTheAccount() {
        try (RawServer server = RawServer.plain(RawServer.always(200, ""));
                JdkTransport transport = transport(account(1))) {
            WireRequest request =
                    post("http://localhost:" + server.port() + "/send").header("Authorization", "Own key");
            transport.exchange(request, Set.of("localhost"), LONG);
            assertEquals("Own key", server.requests().get(0).headers().get("authorization"));
            transport.exchange(post("http://localhost:" + server.port() + "/send"), Set.of("localhost"), LONG);
            assertNull(server.requests().get(1).headers().get("authorization"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://other.example/x, its target does not use https",
        "https://other.example/x, the channel does not declare the host 'other.example'; it declares [127.0.0.1]",
        "https://abc.api.infobip.com/x, the channel does not declare the host 'abc.api.infobip.com'; it declares [127.0.0.1]",
        "https://127.0.0.1@other.example/x, 'its target names no host, or holds user information or a fragment'",
        "https://127.0.0.1\\@other.example/x, its target is no URI: Illegal character in authority at position 9",
        "/x#y, 'its target names no host, or holds user information or a fragment'",
        "/x y, its target is no URI: Illegal character in path at position 21",
    })
    void aTargetThatBreaksARuleNeverLeaves(String target, String expected) {
        TransportException e = fails(account(8), post(target), LONG);
        assertTrue(
                e.getMessage().contains(" was not sent: " + expected + ". Correct the channel that made it"),
                e.getMessage());
        assertFalse(e.maybeSent());
        assertTrue(NotRetryable.marks(e));
    }

    @ParameterizedTest
    @CsvSource({
        "X-Id, a\u0000b, 'the header X-Id holds a control character, or a letter that is not ASCII, at position 2'",
        "X-Id, 'a\r\nX-Evil: 1', 'the header X-Id holds a control character, or a letter that is not ASCII, at position 2'",
        "'X Id', a, X Id' is no name of a header",
        "Authorization, a, the header Authorization is ChatAuth's to set",
        "Host, a, the header Host is ChatAuth's to set",
        "Proxy-Authorization, a, the header Proxy-Authorization is ChatAuth's to set",
    })
    void aHeaderThatBreaksARuleNeverLeaves(String name, String value, String expected) {
        TransportException e = fails(account(8), post("/x").header(name, value), LONG);
        assertTrue(e.getMessage().contains(expected), e.getMessage());
        assertFalse(e.maybeSent());
    }

    @Test
    void aRefusedConnectionSaysWhatToCheck() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        TransportException e = fails(account(port), post("/x"), LONG);
        assertEquals(
                "127.0.0.1:" + port
                        + " refused the connection: check host and port of the base URL, the firewall and the"
                        + " proxy (after N ms)",
                e.getMessage().replaceAll("\\d+ ms", "N ms"));
        assertFalse(e.maybeSent());
        assertFalse(NotRetryable.marks(e));
    }

    @Test
    void aMissingAnswerIsATimeOutThatMayHaveBeenSent() {
        CountDownLatch end = new CountDownLatch(1);
        try (RawServer server = RawServer.plain((request, connection, out) -> end.await())) {
            TransportException e = fails(account(server.port()), post("/x"), Duration.ofMillis(150));
            assertEquals(
                    "127.0.0.1:" + server.port()
                            + " gave no whole answer within 150 ms: the request may or may not have been"
                            + " carried out; check the network, or allow more time by chatauth.request-timeout",
                    e.getMessage());
            assertTrue(e.maybeSent());
            end.countDown();
        }
    }

    @Test
    void aBodyThatNeverEndsIsATimeOutToo() {
        CountDownLatch end = new CountDownLatch(1);
        try (RawServer server = RawServer.plain((request, connection, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            end.await();
        })) {
            TransportException e = fails(account(server.port()), post("/x"), Duration.ofMillis(400));
            assertTrue(e.getMessage().contains("gave no whole answer within 400 ms"), e.getMessage());
            assertTrue(e.maybeSent());
            end.countDown();
        }
    }

    @Test
    void aBrokenConnectionMayHaveBeenSent() {
        try (RawServer server = RawServer.plain((request, connection, out) -> connection.close())) {
            TransportException e = fails(account(server.port()), post("/x"), LONG);
            assertTrue(e.getMessage().matches("the connection to 127.0.0.1:\\d+ broke \\(\\w+\\): .*"));
            assertTrue(e.maybeSent());
            assertEquals(1, server.requests().size(), "the client must not repeat a POST by itself");
        }
    }

    @Test
    void anAnswerLongerThanTheCapIsNotRead() {
        try (RawServer server = RawServer.plain((request, connection, out) ->
                RawServer.write(out, 200, "x".repeat(request.line().contains("/fits") ? 2048 : 2049)))) {
            InfobipAccount.Builder account = account(server.port()).maxResponseBytes(2048);
            try (JdkTransport transport = transport(account)) {
                assertEquals(
                        2048, transport.exchange(post("/fits"), Set.of(), LONG).body().length);
            }
            TransportException e = fails(account, post("/x"), LONG);
            assertTrue(e.getMessage().contains("answered with more than 2048 bytes"), e.getMessage());
            assertTrue(e.maybeSent());
            assertTrue(NotRetryable.marks(e));
        }
    }

    @Test
    void aRedirectIsRefused() {
        try (RawServer other = RawServer.plain(RawServer.always(200, ""));
                RawServer server = RawServer.plain(
                        RawServer.always(307, "", "Location: http://127.0.0.1:" + other.port() + "/x"))) {
            TransportException e = fails(account(server.port()), post("/x"), LONG);
            assertTrue(e.getMessage().contains("answered with a redirect (307)"), e.getMessage());
            assertTrue(NotRetryable.marks(e));
            assertEquals(0, other.requests().size());
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsNamed() {
        try (RawServer server = RawServer.tls(TestTls.context(), RawServer.always(200, ""))) {
            TransportException e = fails(account(0).baseUrl("https://localhost:" + server.port()), post("/x"), LONG);
            assertTrue(
                    e.getMessage().startsWith("the certificate of localhost:" + server.port() + " is not trusted"),
                    e.getMessage());
            assertFalse(e.maybeSent());
        }
    }

    @Test
    void trustChecksGetThreadsOfTheirOwnWhereWanted() {
        AtomicReference<Thread> made = new AtomicReference<>();
        InfobipAccount account = account(0)
                .sslContext(TestTls.context())
                .blockingTrustManager(true)
                .baseUrl("https://127.0.0.1:1")
                .build();
        try (RawServer server = RawServer.tls(TestTls.context(), RawServer.always(200, "ok"));
                JdkTransport transport = new JdkTransport(account, Clock.systemUTC(), task -> {
                    Thread thread = new Thread(task);
                    made.set(thread);
                    return thread;
                })) {
            WireResponse response =
                    transport.exchange(post("https://localhost:" + server.port() + "/x"), Set.of("localhost"), LONG);
            assertEquals("ok", response.text());
            assertEquals("chatauth-http", made.get().getName());
            assertTrue(made.get().isDaemon());
        }
    }

    @Test
    void anInterruptEndsTheWait() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicReference<TransportException> thrown = new AtomicReference<>();
        try (RawServer server = RawServer.plain((request, connection, out) -> {
            arrived.countDown();
            end.await();
        })) {
            Thread caller = new Thread(() -> thrown.set(fails(account(server.port()), post("/x"), LONG)));
            caller.start();
            arrived.await();
            caller.interrupt();
            caller.join();
            end.countDown();
        }
        assertTrue(thrown.get().getMessage().contains("given up, because ChatAuth is being closed"));
        assertTrue(thrown.get().maybeSent());
    }

    @Test
    void closedMeansThatNothingLeaves() {
        JdkTransport transport = transport(account(8));
        transport.close();
        TransportException e =
                assertThrows(TransportException.class, () -> transport.exchange(post("/x?secret=1"), Set.of(), LONG));
        assertEquals("the request POST /x was not sent: ChatAuth is closed", e.getMessage());
        assertFalse(e.maybeSent());
    }

    @Test
    void bytesArriveAsTheyWereSent() {
        byte[] body = new byte[200_000];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) (32 + i % 90);
        }
        try (RawServer server =
                        RawServer.plain((request, connection, out) -> RawServer.write(out, 200, request.body()));
                JdkTransport transport = transport(account(server.port()))) {
            WireRequest request = WireRequest.of("PUT", "/x", Map.of(), body);
            assertArrayEquals(body, transport.exchange(request, Set.of(), LONG).body());
        }
    }
}
