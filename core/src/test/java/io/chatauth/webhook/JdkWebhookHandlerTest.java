package io.chatauth.webhook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
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
