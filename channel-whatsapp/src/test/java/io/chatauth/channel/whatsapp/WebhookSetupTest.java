package io.chatauth.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.chatauth.ChannelId;
import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.MessageStatus;
import io.chatauth.Secret;
import io.chatauth.WebhookPlan;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.flow.VerificationCode;
import io.chatauth.sandbox.Sandbox;
import io.chatauth.webhook.JdkWebhookHandler;
import io.chatauth.webhook.WebhookAuth;
import io.chatauth.webhook.WebhookResponse;
import io.chatauth.webhook.WebhookStep;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an empty account to a message that was delivered, with credentials of the two kinds that log in first. */
class WebhookSetupTest {
    private static final ChannelId WHATSAPP = ChannelId.of("whatsapp");
    private static final String PASSWORD = "canary-password";
    private static final String SECRET = "canary-0123456789";

    private Sandbox sandbox;
    private HttpServer web;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.builder()
                .port(0)
                .credentials("bank", PASSWORD)
                .approveAfter(Duration.ZERO)
                .build()
                .start();
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.start();
    }

    @AfterEach
    void stop() {
        web.stop(0);
        sandbox.close();
    }

    private ChatAuthBuilder builder() {
        return ChatAuth.builder()
                .baseUrl(sandbox.baseUri().toString())
                .channel(new WhatsAppChannelProvider())
                .sender("whatsapp", "441134960000")
                .webhookUrl(URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/chatauth"))
                .webhookAuth(WebhookAuth.hmac("X-Infobip-Signature", Secret.of(SECRET)));
    }

    @Test
    void anEmptyAccountIsSetUpOnceWithASession() throws Exception {
        try (ChatAuth chatAuth = builder().session("bank", Secret.of(PASSWORD)).build()) {
            WebhookPlan plan = chatAuth.webhooks().plan();
            assertEquals(
                    List.of(
                            WebhookStep.Action.CREATE,
                            WebhookStep.Action.CREATE,
                            WebhookStep.Action.CREATE,
                            WebhookStep.Action.CREATE),
                    plan.steps().stream().map(WebhookStep::action).toList());
            assertTrue(plan.toString().startsWith("Webhooks: 4 steps, 4 to write"), plan.toString());
            assertTrue(
                    plan.toString()
                            .contains(
                                    "DELIVERY, IDENTITY_CHANGE, INBOUND_MESSAGE, SEEN, TEMPLATE_UPDATE of 441134960000"),
                    plan.toString());
            assertFalse(plan.toString().contains("canary"), plan.toString());

            WebhookPlan after = plan.apply();
            assertTrue(after.isUnchanged(), after.toString());
            assertEquals(plan.steps().size(), after.steps().size());
            assertTrue(chatAuth.webhooks().plan().apply().isUnchanged());
            assertEquals(1, tokens().path("sessions").asInt());
        }
        assertEquals(0, tokens().path("sessions").asInt(), "the session is ended at the close");
    }

    @Test
    void whatThePersonWritesComesToTheSubscriptionSignedAndIsTaken() throws Exception {
        CountDownLatch delivered = new CountDownLatch(1);
        CountDownLatch replied = new CountDownLatch(1);
        ChatAuthBuilder builder = builder().oauth2("bank", Secret.of(PASSWORD)).listener(event -> {
            if (event instanceof ChatAuthEvent.MessageMoved moved && moved.status() == MessageStatus.DELIVERED) {
                delivered.countDown();
            }
        });
        try (ChatAuth chatAuth = builder.build()) {
            List<String> refused = new CopyOnWriteArrayList<>();
            web.createContext("/chatauth", new JdkWebhookHandler(request -> {
                WebhookResponse response = chatAuth.webhooks().receive(request);
                if (response.status() != 200) {
                    refused.add(response.toString());
                } else if (new String(request.body(), StandardCharsets.UTF_8).contains("thank you")) {
                    assertEquals("/whatsapp", request.path());
                    replied.countDown();
                }
                return response;
            }));
            assertTrue(chatAuth.webhooks().plan().apply().isUnchanged());
            chatAuth.templates().create(WHATSAPP, VerificationCode.TEMPLATE);
            chatAuth.templates()
                    .awaitApproval(WHATSAPP, VerificationCode.TEMPLATE, Duration.ofMillis(20), Duration.ofSeconds(30));
            chatAuth.start(VerificationCode.to("+441134960001")
                    .via("whatsapp")
                    .purpose("login")
                    .build());
            assertTrue(delivered.await(30, TimeUnit.SECONDS), "a delivery report came");

            control(
                    "POST",
                    "/_sandbox/reply",
                    "{\"channel\":\"whatsapp\",\"from\":\"441134960001\",\"text\":\"thank you\"}");
            assertTrue(replied.await(30, TimeUnit.SECONDS), "what the person wrote came: " + refused);
            assertEquals(List.of(), refused);
        }
    }

    private JsonNode tokens() throws IOException, InterruptedException {
        return control("GET", "/_sandbox/tokens", "");
    }

    private JsonNode control(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.baseUri() + path))
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return new ObjectMapper().readTree(answer.body());
    }
}
