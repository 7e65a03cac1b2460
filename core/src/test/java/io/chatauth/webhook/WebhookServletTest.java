package io.chatauth.webhook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a real container. */
class WebhookServletTest {
    private final BlockingQueue<WebhookRequest> received = new LinkedBlockingQueue<>();
    private volatile WebhookResponse answer = WebhookResponse.of(200);
    private DeploymentManager deployment;
    private Undertow server;

    @BeforeEach
    void start() throws ServletException {
        Servlet servlet = new WebhookServlet(request -> {
            received.add(request);
            return answer;
        });
        deployment = Servlets.defaultContainer()
                .addDeployment(Servlets.deployment()
                        .setClassLoader(getClass().getClassLoader())
                        .setContextPath("/bank")
                        .setDeploymentName("bank")
                        .addServlet(Servlets.servlet(
                                        "webhooks", WebhookServlet.class, new ImmediateInstanceFactory<>(servlet))
                                .addMapping("/chatauth/*")));
        deployment.deploy();
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1", Handlers.path().addPrefixPath("/bank", deployment.start()))
                .setIoThreads(1)
                .setWorkerThreads(2)
                .build();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        deployment.undeploy();
    }

    @Test
    void theRawBytesThePathBelowAndEachHeaderArriveAsSent() throws Exception {
        byte[] body = "a=1&b=\u00e4\u0000".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        HttpResponse<String> response = post("/bank/chatauth/whatsapp/token", body);

        assertEquals(200, response.statusCode());
        WebhookRequest request = taken();
        assertEquals("POST", request.method());
        assertEquals("/whatsapp/token", request.path());
        assertArrayEquals(body, request.body(), "a form, too, comes raw");
        assertEquals(List.of("a", "b"), request.headers("x-twice"));
    }

    @Test
    void theAnswerOfTheReceiverGoesBack() throws Exception {
        answer = new WebhookResponse(503, Map.of("Retry-After", "60"), "later");
        HttpResponse<String> response = post("/bank/chatauth/whatsapp", new byte[] {'{', '}'});

        assertEquals(503, response.statusCode());
        assertEquals("later", response.body());
        assertEquals("60", response.headers().firstValue("Retry-After").orElseThrow());
    }

    @Test
    void ofAHugeBodyNoMoreIsReadThanShowsThatItIsHuge() throws Exception {
        assertEquals(
                200,
                post("/bank/chatauth/whatsapp", new byte[WebhookReceiver.MAX_BODY + 10_000])
                        .statusCode());

        assertEquals(WebhookReceiver.MAX_BODY + 1, taken().body().length);
    }

    @Test
    void theServletsOwnPathIsTheRoot() throws Exception {
        assertEquals(200, post("/bank/chatauth", new byte[0]).statusCode());

        assertEquals("/", taken().path());
    }

    private WebhookRequest taken() throws InterruptedException {
        WebhookRequest request = received.poll(20, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("nothing was received");
        }
        return request;
    }

    private HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-Twice", "a")
                                .header("X-Twice", "b")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
