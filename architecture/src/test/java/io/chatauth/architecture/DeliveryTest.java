package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.Expect;
import io.chatauth.MessageStatus;
import io.chatauth.Receipt;
import io.chatauth.RequestException;
import io.chatauth.Secret;
import io.chatauth.Started;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.event.ChatAuthEvent.MessageMoved;
import io.chatauth.flow.ActivationNotice;
import io.chatauth.flow.VerificationCode;
import io.chatauth.sandbox.Sandbox;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateRefusedException;
import io.chatauth.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a message where no webhook is configured, over each channel that can be asked for reports. */
class DeliveryTest {
    private static final String PERSON = "+441134960001";
    private static final int SECONDS = 20;
    private static final Map<String, String> SENDERS = Map.of("viber", "MyBank", "line", "@mybank", "kakao", "@mybank");

    private final BlockingQueue<ChatAuthEvent> events = new LinkedBlockingQueue<>();
    private final MovableClock clock = MovableClock.at(Instant.parse("2026-11-23T12:00:00Z"));
    private Sandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().apiKey(SandboxClient.API_KEY).build().start();
        client = new SandboxClient(sandbox.baseUri());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"viber", "line", "kakao"})
    void reportIsAskedForStoredAndTold(String channel) throws InterruptedException {
        try (ChatAuth chatAuth = chatAuth().build()) {
            Started started = accepted(chatAuth.start(code(channel).build()));
            askForReports(chatAuth);

            assertEquals(MessageStatus.DELIVERED, told(started));
            assertEquals(MessageStatus.DELIVERED, stored(chatAuth, started));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"viber", "line", "kakao"})
    void personWithoutTheAppGetsTheSms(String channel) throws InterruptedException {
        client.put(
                "/_sandbox/reach",
                "{\"channel\":\"" + channel + "\",\"person\":\"" + PERSON.substring(1) + "\",\"reachable\":false}");
        try (ChatAuth chatAuth = chatAuth().build()) {
            Started started = accepted(chatAuth.start(code(channel)
                    .smsFailover("MyBank", "{{code}} is your code", Duration.ofMinutes(1))
                    .build()));
            askForReports(chatAuth);

            assertEquals(MessageStatus.DELIVERED, told(started));
            JsonNode sms = client.get("/_sandbox/messages?channel=sms&to=" + PERSON.substring(1));
            assertEquals(1, sms.size());
            String text = sms.get(0).path("text").asText();
            assertTrue(text.matches("[0-9]{6} is your code"), text);
            assertTrue(chatAuth.verify(started.id(), text.substring(0, 6), Expect.purpose("login"))
                    .approved());
            JsonNode options = sent().at("/messages/0/options");
            assertEquals(60, options.at("/validityPeriod/amount").asInt());
            assertEquals(240, options.at("/smsFailover/validityPeriod/amount").asInt(), 2);
        }
    }

    @Test
    void personWithoutTheAppAndWithoutAnSmsGetsNothing() throws InterruptedException {
        client.put(
                "/_sandbox/reach",
                "{\"channel\":\"viber\",\"person\":\"" + PERSON.substring(1) + "\",\"reachable\":false}");
        try (ChatAuth chatAuth = chatAuth().build()) {
            Started started = accepted(chatAuth.start(code("viber").build()));
            askForReports(chatAuth);

            assertEquals(MessageStatus.FAILED, told(started));
        }
    }

    @Test
    void smsThatWouldComeTooLateOrToNobodyIsRefusedByStart() {
        try (ChatAuth chatAuth =
                chatAuth().sender("zalo", "1234567890123456789").build()) {
            RequestException late = assertThrows(
                    RequestException.class,
                    () -> chatAuth.start(code("viber")
                            .smsFailover("MyBank", "{{code}}", Duration.ofMinutes(3))
                            .build()));
            assertTrue(late.getMessage().contains("PT2M30S"), late.getMessage());
            RequestException nobody = assertThrows(
                    RequestException.class,
                    () -> chatAuth.start(ActivationNotice.to(Address.userId("8812345678901234567"))
                            .via("zalo")
                            .purpose("card")
                            .template("opt_in_confirmation")
                            .smsFailover("MyBank", "Hello")
                            .build()));
            assertTrue(nobody.getMessage().contains("no phone number"), nobody.getMessage());
        }
    }

    @Test
    void boundTemplateOfViberIsTheRegisteredOneAndHasItsNumberInTheText() {
        try (ChatAuth chatAuth = chatAuth()
                .callNumber("+441134960999")
                .bindTemplate("viber", "card_activation", "6f1c2a0e")
                .build()) {
            assertTrue(chatAuth.explain("card_activation", ChannelId.of("viber"))
                    .toString()
                    .contains("Call us: +44 113 496 0999"));
            accepted(chatAuth.start(ActivationNotice.to(PERSON)
                    .via("viber")
                    .purpose("card")
                    .value("name", "Nick")
                    .build()));
            JsonNode content = sent().at("/messages/0/content");
            assertEquals("TEMPLATE", content.path("type").asText());
            assertEquals("6f1c2a0e", content.path("templateId").asText());
            assertEquals("Nick", content.at("/parameters/name").asText());
        }
    }

    @Test
    void valuesThatMakeAMessageUnsendableAreRefusedByStart() {
        Template question = Template.named("question")
                .body("Did you pay {{payee}}?")
                .button(new Button.QuickReply("Yes", "Y"))
                .button(new Button.QuickReply("No", "N"))
                .example("payee", "Jane")
                .build();
        try (ChatAuth chatAuth = chatAuth().template(question).build()) {
            assertThrows(
                    TemplateRefusedException.class,
                    () -> chatAuth.start(ActivationNotice.to(PERSON)
                            .via("viber")
                            .purpose("card")
                            .template("question")
                            .value("payee", "x".repeat(980))
                            .build()));
        }
    }

    private ChatAuthBuilder chatAuth() {
        ChatAuthBuilder builder = ChatAuth.builder()
                .baseUrl(sandbox.baseUri().toString())
                .apiKey(Secret.of(SandboxClient.API_KEY))
                .discover()
                .clock(clock)
                .bindTemplate("kakao", "verification_code", "auth_v1")
                .listener(events::add);
        SENDERS.forEach(builder::sender);
        return builder;
    }

    /** At build() all channels were asked, and each is asked once in 5 s. */
    private void askForReports(ChatAuth chatAuth) {
        clock.move(Duration.ofSeconds(6));
        chatAuth.recover();
    }

    private JsonNode sent() {
        for (JsonNode request : client.get("/_sandbox/requests")) {
            if (request.path("path").asText().endsWith("/messages")) {
                JsonNode body = request.path("body");
                return body.isTextual() ? SandboxClient.tree(body.asText()) : body;
            }
        }
        throw new AssertionError("nothing was sent");
    }

    private static VerificationCode code(String channel) {
        return VerificationCode.to(PERSON).via(channel).purpose("login");
    }

    private static Started accepted(Started started) {
        Receipt receipt = started.accepted()
                .toCompletableFuture()
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
        assertTrue(receipt.accepted(), receipt::toString);
        return started;
    }

    /** The status that listeners hear of after ACCEPTED. */
    private MessageStatus told(Started started) throws InterruptedException {
        while (true) {
            ChatAuthEvent event = events.poll(SECONDS, TimeUnit.SECONDS);
            assertTrue(event != null, "no event came");
            if (event instanceof MessageMoved moved
                    && moved.challenge().equals(started.id())
                    && moved.status() != MessageStatus.ACCEPTED
                    && moved.status() != MessageStatus.SENT) {
                return moved.status();
            }
        }
    }

    private static MessageStatus stored(ChatAuth chatAuth, Started started) {
        return chatAuth.outcome(started.id(), Expect.purpose("login"))
                .orElseThrow()
                .messages()
                .get(0)
                .status();
    }
}
