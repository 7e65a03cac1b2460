package io.chatauth.webhook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.chatauth.internal.http.TestTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdkWebhookHandlerTest {
    private final BlockingQueue<WebhookRequest> received = new LinkedBlockingQueue<>();
    private WebhookResponse answer = WebhookResponse.of(200);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/chatauth", new JdkWebhookHandler(request -> {
            received.add(request);
            return answer;
        }));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theRawBytesThePathBelowAndTheHeadersArriveAsSent() throws Exception {
        byte[] body = {0, '{', (byte) 0xff, '}'};
        HttpResponse<String> response = post("/chatauth/whatsapp/token", body);

        assertEquals(200, response.statusCode());
        WebhookRequest request = received.take();
        assertEquals("POST", request.method());
        assertEquals("/whatsapp/token", request.path());
        assertArrayEquals(body, request.body());
        assertEquals("a,b", request.header("x-twice").orElseThrow());
    }

    @Test
    void theAnswerOfTheReceiverGoesBack() throws Exception {
        answer = new WebhookResponse(503, Map.of("Retry-After", "60"), "later");
        HttpResponse<String> response = post("/chatauth/whatsapp/token", new byte[] {'{', '}'});

        assertEquals(503, response.statusCode());
        assertEquals("later", response.body());
        assertEquals("60", response.headers().firstValue("Retry-After").orElseThrow());
    }

    @Test
    void ofAHugeBodyNoMoreIsReadThanShowsThatItIsHuge() throws Exception {
        post("/chatauth/whatsapp/token", new byte[WebhookReceiver.MAX_BODY + 10_000]);

        assertEquals(WebhookReceiver.MAX_BODY + 1, received.take().body().length);
    }

    @Test
    void aClientThatShowsACertificateIsNamed() throws Exception {
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(TestTls.context()) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters own = getSSLContext().getDefaultSSLParameters();
                own.setNeedClientAuth(true);
                parameters.setSSLParameters(own);
            }
        });
        secure.createContext("/", new JdkWebhookHandler(request -> {
            received.add(request);
            return answer;
        }));
        secure.start();
        try {
            HttpClient.newBuilder()
                    .sslContext(TestTls.context())
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create("https://127.0.0.1:"
                                            + secure.getAddress().getPort() + "/whatsapp"))
                                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } finally {
            secure.stop(0);
        }

        WebhookRequest request = received.take();
        assertTrue(
                WebhookAuth.peer("CN=localhost").accepts(request, Instant.EPOCH), () -> request.peer() + " showed up");
    }

    @Test
    void overPlainHttpNobodyIsNamed() throws Exception {
        post("/chatauth/whatsapp", new byte[] {'{', '}'});

        assertEquals(Optional.empty(), received.take().peer());
    }

    @Test
    void neitherPathNorBodyStandsInTheText() throws Exception {
        post("/chatauth/whatsapp/token", new byte[] {'4', '2'});

        String text = received.take().toString();
        assertTrue(text.contains("2 bytes") && !text.contains("token") && !text.contains("42"), text);
    }

    private HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                        + server.getAddress().getPort() + path))
                                .header("X-Twice", "a")
                                .header("X-Twice", "b")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
