package io.chatauth.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Secret;
import io.chatauth.TransportException;
import io.chatauth.infobip.InfobipAccount;
import io.chatauth.spi.WireRequest;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Needs Basic allowed for tunnels: the POM sets {@code jdk.http.auth.tunneling.disabledSchemes} for the test JVM. */
class ProxyTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String GRANTED = "Basic dXNlcjpwYXNz";

    private static InfobipAccount.Builder account(RawServer proxy) {
        return InfobipAccount.builder()
                .baseUrl("abc.api.infobip.com")
                .apiKey(Secret.of("key-1"))
                .sslContext(TestTls.context())
                .requestTimeout(LONG)
                .connectTimeout(LONG)
                .proxy("127.0.0.1", proxy.port());
    }

    private static RawServer proxyTo(RawServer server) {
        return RawServer.plain((request, connection, out) -> {
            if (!GRANTED.equals(request.headers().get("proxy-authorization"))) {
                RawServer.write(out, 407, "", "Proxy-Authenticate: Basic realm=\"x\"");
                return;
            }
            Socket onward = new Socket(InetAddress.getLoopbackAddress(), server.port());
            out.write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            RawServer.start(() -> pipe(onward, connection));
            pipe(connection, onward);
        });
    }

    private static void pipe(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (java.io.IOException e) {
            // one side closed
        }
    }

    @Test
    void theProxyGetsItsOwnCredentialsAndTheServerNeverSeesThem() {
        try (RawServer server = RawServer.tls(TestTls.context(), RawServer.always(200, "ok"));
                RawServer proxy = proxyTo(server);
                JdkTransport transport = new JdkTransport(
                        account(proxy)
                                .proxyCredentials("user", Secret.of("pass"))
                                .build(),
                        Clock.systemUTC(),
                        Thread::new)) {
            assertEquals(
                    "ok",
                    transport.exchange(WireRequest.get("/x"), Set.of(), LONG).text());
            RawServer.Request connect = proxy.requests().get(0);
            assertEquals("CONNECT abc.api.infobip.com:443 HTTP/1.1", connect.line());
            assertNull(connect.headers().get("authorization"));
            RawServer.Request request = server.requests().get(0);
            assertEquals("App key-1", request.headers().get("authorization"));
            assertNull(request.headers().get("proxy-authorization"));
        }
    }

    @Test
    void aProxyThatWantsOtherCredentialsIsNamed() {
        try (RawServer server = RawServer.tls(TestTls.context(), RawServer.always(200, "ok"));
                RawServer proxy = proxyTo(server);
                JdkTransport transport = new JdkTransport(
                        account(proxy)
                                .proxyCredentials("user", Secret.of("canary"))
                                .build(),
                        Clock.systemUTC(),
                        Thread::new)) {
            TransportException e = assertThrows(
                    TransportException.class, () -> transport.exchange(WireRequest.get("/x"), Set.of(), LONG));
            assertTrue(
                    e.getMessage()
                            .startsWith("the connection to abc.api.infobip.com through the proxy 127.0.0.1:"
                                    + proxy.port() + " was not made: the proxy asks for other credentials (407)"),
                    e.getMessage());
            assertFalse(e.maybeSent());
            assertEquals(0, server.requests().size());
        }
    }

    @Test
    void aProxyThatRefusesTheTunnelIsNamed() {
        try (RawServer proxy = RawServer.plain(RawServer.always(403, ""));
                JdkTransport transport = new JdkTransport(account(proxy).build(), Clock.systemUTC(), Thread::new)) {
            TransportException e = assertThrows(
                    TransportException.class, () -> transport.exchange(WireRequest.get("/x"), Set.of(), LONG));
            assertTrue(e.getMessage().contains("the proxy refused it"), e.getMessage());
            assertFalse(e.maybeSent());
        }
    }

    @Test
    void thisMachineIsReachedWithoutProxy() {
        try (RawServer server = RawServer.plain(RawServer.always(200, "ok"));
                RawServer proxy = RawServer.plain(RawServer.always(500, ""));
                JdkTransport transport = new JdkTransport(
                        account(proxy)
                                .baseUrl("http://localhost:" + server.port())
                                .proxyCredentials("user", Secret.of("pass"))
                                .build(),
                        Clock.systemUTC(),
                        Thread::new)) {
            assertEquals(
                    "ok",
                    transport.exchange(WireRequest.get("/x"), Set.of(), LONG).text());
            assertNull(server.requests().get(0).headers().get("proxy-authorization"));
            assertEquals(0, proxy.requests().size());
        }
    }
}
