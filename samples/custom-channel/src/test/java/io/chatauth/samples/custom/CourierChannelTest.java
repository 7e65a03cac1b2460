package io.chatauth.samples.custom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.ChallengeRequest;
import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.ConfigurationException;
import io.chatauth.Expect;
import io.chatauth.FailureReason;
import io.chatauth.KeyRing;
import io.chatauth.MessageStatus;
import io.chatauth.Receipt;
import io.chatauth.RequestException;
import io.chatauth.Secret;
import io.chatauth.Started;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.flow.VerificationCode;
import io.chatauth.webhook.JdkWebhookHandler;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourierChannelTest {
    private static final String TOKEN = "token-of-courier";
    private static final Expect LOGIN = Expect.purpose("login");

    private final LocalCourier courier = new LocalCourier();
    private final BlockingQueue<ChatAuthEvent.MessageMoved> moves = new LinkedBlockingQueue<>();
    private ChatAuth chatAuth;

    @BeforeEach
    void start() {
        chatAuth = builder()
                .baseUrl("http://127.0.0.1:9")
                .apiKey(Secret.of("key-of-infobip"))
                .listener(event -> {
                    if (event instanceof ChatAuthEvent.MessageMoved moved) {
                        moves.add(moved);
                    }
                })
                .build();
        courier.serve("/hooks", new JdkWebhookHandler(chatAuth.webhooks()));
    }

    @AfterEach
    void stop() {
        chatAuth.close();
        courier.close();
    }

    @Test
    void aCodeGoesToCourierAndIsVerified() throws Exception {
        Started started = send();
        LocalCourier.Received received = courier.next();
        assertEquals("user-42", received.body().path("user").asText());
        assertEquals("bank", received.body().path("from").asText());
        Matcher code =
                Pattern.compile("[0-9]{6}").matcher(received.body().path("text").asText());
        assertTrue(code.find(), received.body()::toString);
        assertInstanceOf(Answer.Approved.class, chatAuth.verify(started.id(), code.group(), LOGIN));
    }

    @Test
    void courierGetsItsOwnTokenAndNeverTheInfobipKey() throws Exception {
        send();
        LocalCourier.Received received = courier.next();
        assertEquals(TOKEN, received.token());
        assertTrue(received.authorization().isEmpty());
    }

    @Test
    void theMessageIdMakesRepeatedRequestsRecognisable() throws Exception {
        Started started = send();
        assertEquals(started.id() + "-0-0", courier.next().idempotencyKey());
    }

    @Test
    void noInfobipAccountIsNeeded() throws Exception {
        try (ChatAuth withoutAccount = builder().build()) {
            assertTrue(receipt(withoutAccount.start(code())).accepted());
        }
    }

    @Test
    void reportsComeBackByTheIdThatCourierMade() throws Exception {
        Started started = send();
        Receipt.Accepted accepted = assertInstanceOf(Receipt.Accepted.class, receipt(started));
        assertEquals("crr-7", accepted.providerId().orElseThrow());
        String callback = courier.next().body().path("callback").asText();

        assertEquals(200, courier.report(callback, "{\"id\":\"crr-7\",\"event\":\"delivered\"}"));
        await(MessageStatus.DELIVERED);
        assertEquals(200, courier.report(callback, "{\"id\":\"crr-7\",\"event\":\"read\"}"));
        await(MessageStatus.SEEN);
        assertEquals(
                MessageStatus.SEEN,
                chatAuth.outcome(started.id(), LOGIN)
                        .orElseThrow()
                        .messages()
                        .get(0)
                        .status());
    }

    @Test
    void aFailureSaysWhatCanBeDone() throws Exception {
        Started started = send();
        receipt(started);
        String callback = courier.next().body().path("callback").asText();
        courier.report(callback, "{\"id\":\"crr-7\",\"event\":\"failed\",\"reason\":\"no-such-user\"}");
        assertEquals(
                FailureReason.NOT_ON_CHANNEL,
                await(MessageStatus.FAILED).failure().orElseThrow().reason());
        assertTrue(chatAuth.outcome(started.id(), LOGIN).orElseThrow().deliveryFailed());
    }

    @Test
    void aReportThatCannotBeReadIsRefused() throws Exception {
        send();
        String callback = courier.next().body().path("callback").asText();
        assertEquals(400, courier.report(callback, "{\"id\":"));
        assertEquals(400, courier.report(callback, "[]"));
        assertEquals(400, courier.report(callback, "{\"id\":\"crr-7\"}"));
        assertEquals(200, courier.report(callback, "{\"id\":\"crr-7\",\"event\":\"typing\"}"));
    }

    @Test
    void couriersOwnErrorIsTold() throws Exception {
        courier.answer(422, "{\"error\":\"TEXT_REFUSED\",\"message\":\"no such words\"}");
        Receipt.Refused refused = assertInstanceOf(Receipt.Refused.class, receipt(send()));
        assertEquals("TEXT_REFUSED", refused.error().orElseThrow().code());
        assertEquals("no such words", refused.error().orElseThrow().text());
    }

    @Test
    void anAnswerWithoutIdIsNoReceipt() throws Exception {
        courier.answer(202, "{}");
        assertFalse(receipt(send()).accepted());
    }

    @Test
    void aPhoneNumberIsRefusedBeforeAnythingIsSent() {
        RequestException refused = assertThrows(
                RequestException.class,
                () -> chatAuth.start(VerificationCode.to("+441134960001")
                        .via("courier")
                        .purpose("login")
                        .build()));
        assertTrue(refused.getMessage().contains("courier"), refused::getMessage);
    }

    @Test
    void allThatIsWrongWithTheOptionsIsSaidAtBuild() {
        ConfigurationException wrong = assertThrows(
                ConfigurationException.class,
                () -> builder()
                        .property("chatauth.channel.courier.base-url", "http://courier.example")
                        .build());
        assertTrue(wrong.getMessage().contains("chatauth.channel.courier.base-url"), wrong::getMessage);
    }

    @Test
    void discoveryFindsTheProvider() throws Exception {
        try (ChatAuth discovering = settings().discover().build()) {
            assertTrue(receipt(discovering.start(code())).accepted());
        }
    }

    private ChatAuthBuilder builder() {
        return settings().channel(new CourierChannelProvider());
    }

    private ChatAuthBuilder settings() {
        return ChatAuth.builder()
                .keys("k1:active:" + KeyRing.newKey().reveal())
                .allCountries()
                .property("chatauth.channel.courier.token", TOKEN)
                .property("chatauth.channel.courier.base-url", courier.baseUri().toString())
                .sender("courier", "bank")
                .webhookUrl(URI.create(courier.baseUri() + "/hooks"));
    }

    private Started send() {
        return chatAuth.start(code());
    }

    private static ChallengeRequest code() {
        return VerificationCode.to(Address.userId("user-42"))
                .via("courier")
                .purpose("login")
                .build();
    }

    private static Receipt receipt(Started started) throws Exception {
        return started.accepted().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private ChatAuthEvent.MessageMoved await(MessageStatus wanted) throws InterruptedException {
        while (true) {
            ChatAuthEvent.MessageMoved moved = moves.poll(10, TimeUnit.SECONDS);
            if (moved == null) {
                throw new AssertionError("the message did not become " + wanted);
            }
            if (moved.status() == wanted) {
                return moved;
            }
        }
    }
}
