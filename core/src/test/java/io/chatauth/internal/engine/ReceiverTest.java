package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.chatauth.Address;
import io.chatauth.ChallengeState;
import io.chatauth.MessageStatus;
import io.chatauth.Secret;
import io.chatauth.Started;
import io.chatauth.StoreException;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.event.ChatAuthEvent.WebhookRefused;
import io.chatauth.internal.guard.Figures;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.SharedState;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookAuth;
import io.chatauth.webhook.WebhookRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ReceiverTest {
    private static final InboundEvent REPLY =
            Hooks.reply("in-1", Address.phone(World.PHONE), "482913", Optional.empty());

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatPeopleWriteIsTakenOnlyFromAWebhookThatProvesItself() {
        world.channel.webhook = List.of(REPLY);
        String token = world.keys.pathToken("plain");

        assertEquals(401, Hooks.post(world, "/plain", Map.of()).status());
        assertEquals(
                401,
                Hooks.post(world, "/plain", Map.of(Hooks.HEADER, "sha256=00")).status());
        assertEquals(401, Hooks.post(world, "/plain/" + token, Map.of()).status(), "a token is not enough");
        assertEquals(200, Hooks.signed(world, REPLY));
        assertEquals(
                200,
                Hooks.post(world, "/plain/" + token, Map.of(Hooks.HEADER, Hooks.signature(new byte[] {'{', '}'})))
                        .status());
    }

    @Test
    void anAnswerUnderACompromisedKeyDecidesNothingAndHoldsUpNoOther() {
        Asker asker = new Asker(world);
        Started asked = asker.ask();
        InboundEvent tap = asker.reply(
                Asker.NICK,
                "Confirm",
                Optional.of(asker.payload("Confirm")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        InboundEvent seen =
                new InboundEvent.Report(asker.messageId(asked), MessageStatus.SEEN, Optional.empty(), Optional.empty());
        world.keys.markCompromised("k1");

        assertEquals(503, Hooks.signed(world, tap, seen), "it is asked for again");

        assertEquals(ChallengeState.OPEN, asker.state(asked));
        assertEquals(
                MessageStatus.SEEN,
                world.store.find(asked.id()).orElseThrow().messages().get(0).status());
        String told = world.await(ChatAuthEvent.OperatorAlert.class).text();
        assertTrue(told.contains("webhook of plain") && told.contains("k1"), told);
    }

    @Test
    void theRefusalNamesChannelAndReasonAndNoSecret() {
        world.channel.webhook = List.of(REPLY);
        Hooks.post(world, "/plain", Map.of(Hooks.HEADER, "sha256=aaaabbbbcccc"));

        WebhookRefused refused = world.await(WebhookRefused.class);
        assertEquals(Optional.of(PlainChannel.ID), refused.channel());
        assertTrue(refused.reason().contains("HMAC sha_256 in X-Hub-Signature"), refused.reason());
        assertFalse(refused.toString().contains("aaaabbbbcccc"), refused.toString());
    }

    @Test
    void withoutAConfiguredWayInboundFailsClosedAndTheOperatorIsToldOnce() {
        Receiver open = new Receiver(world.engine, List.of());
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Receiver.class);
        logger.addAppender(heard);
        logger.setLevel(Level.WARN);
        try {
            world.channel.webhook = List.of(REPLY);
            for (int i = 0; i < 3; i++) {
                assertEquals(403, open.receive(post("/plain", Map.of())).status());
            }
            assertEquals(
                    403,
                    open.receive(post("/plain/" + world.keys.pathToken("plain"), Map.of()))
                            .status());
        } finally {
            logger.detachAppender(heard);
            logger.setLevel(null);
        }
        assertTrue(world.await(ChatAuthEvent.OperatorAlert.class).text().contains("chatauth.webhook.bearer"));
        assertEquals(
                1,
                heard.list.stream()
                        .filter(line -> line.getFormattedMessage().contains("chatauth.webhook.hmac.secret"))
                        .count());
        assertTrue(heard.list.stream()
                .noneMatch(line -> line.getFormattedMessage().contains(world.keys.pathToken("plain"))));
    }

    @Test
    void aFloodOfForgedRequestsDoesNotFloodTheLog() {
        Logger logger = (Logger) LoggerFactory.getLogger(Receiver.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logger.addAppender(heard);
        logger.setLevel(Level.WARN);
        try {
            refuse(1_000, "/plain", 401);
            refuse(10, "/plain/0123456789abcdefghijkl", 404);
            for (int i = 0; i < 10; i++) {
                refuse(1, "/nowhere" + i, 404);
            }
            world.clock.advance(Duration.ofSeconds(59));
            refuse(1, "/plain", 401);
            world.clock.advance(Duration.ofSeconds(1));
            refuse(500, "/plain", 401);
        } finally {
            logger.detachAppender(heard);
            logger.setLevel(null);
        }
        List<String> lines =
                heard.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertEquals(4, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith("The webhook at /plain refused a request that does not"), lines.get(0));
        assertTrue(lines.get(0).endsWith("(401)"), lines.get(0));
        assertTrue(lines.get(1).contains("a token that is not ours (404)"), lines.get(1));
        assertTrue(lines.get(2).contains("a path that is not ours (404)"), lines.get(2));
        assertTrue(lines.get(3).endsWith("(401), and 1000 more with this status since the last line"), lines.get(3));
    }

    private void refuse(int times, String path, int status) {
        for (int i = 0; i < times; i++) {
            assertEquals(status, Hooks.post(world, path, Map.of()).status());
        }
    }

    @Test
    void reportsNeedTheTokenOrAProof() {
        Started started = world.startCode();
        InboundEvent report =
                new InboundEvent.Report(started.id() + "-0-0", MessageStatus.SEEN, Optional.empty(), Optional.empty());
        world.channel.webhook = List.of(report);

        assertEquals(401, Hooks.post(world, "/plain", Map.of()).status());
        assertEquals(
                200,
                Hooks.post(world, "/plain/" + world.keys.pathToken("plain"), Map.of())
                        .status());
        assertEquals(200, Hooks.signed(world, report));
        assertEquals(
                MessageStatus.SEEN,
                world.engine
                        .outcome(started.id(), World.LOGIN)
                        .orElseThrow()
                        .messages()
                        .get(0)
                        .status());
    }

    @Test
    void reportsOfSeveralChannelsInOneScenarioComeByTheirOwnPath() {
        Started started = world.startCode();
        String body = "{\"results\":[{\"messageId\":\"" + started.id()
                + "-0-0\",\"sendAt\":\"2026-11-23T12:00:00.000+0000\",\"seenAt\":\"2026-11-23T12:00:01.000+0000\"}]}";
        WebhookRequest seen = WebhookRequest.of(
                "POST",
                "/omni/" + world.keys.pathToken("omni"),
                Map.of(),
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertEquals(200, world.receiver.receive(seen).status());
        assertEquals(
                MessageStatus.SEEN,
                world.engine
                        .outcome(started.id(), World.LOGIN)
                        .orElseThrow()
                        .messages()
                        .get(0)
                        .status());
        assertEquals(
                404,
                Hooks.post(world, "/omni/" + world.keys.pathToken("plain"), Map.of())
                        .status());
        assertEquals(401, Hooks.post(world, "/omni", Map.of()).status());
    }

    @Test
    void twoSecretsAreGoodWhileOneIsChanged() {
        WebhookAuth next = WebhookAuth.hmac(Hooks.HEADER, Secret.of("another-secret-of-32-characters!"))
                .prefix("sha256=");
        Receiver rotating = new Receiver(world.engine, List.of(next, World.HMAC));
        Receiver rotated = new Receiver(world.engine, List.of(next));
        WebhookRequest old = post("/plain", Map.of(Hooks.HEADER, Hooks.signature(new byte[] {'{', '}'})));

        assertEquals(200, rotating.receive(old).status());
        assertEquals(401, rotated.receive(old).status());
    }

    @Test
    void anUnreachableStoreAsksTheProviderToComeBack() {
        MovableClock clock = new MovableClock();
        SharedState broken = (SharedState) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SharedState.class}, (proxy, method, arguments) -> {
                    throw new StoreException("down", null);
                });
        try (World down =
                new World(clock, World.RING, Figures.DEFAULT, new InMemoryChallengeStore(), broken, Optional.empty())) {
            assertEquals(503, Hooks.signed(down, REPLY));
        }
    }

    @Test
    void onlyThePathsOfChannelsThatAreHereAreThere() {
        for (String path :
                List.of("", "/", "/other", "/plain/x", "/plain/../omni", "//plain", "/plain/a/b", "/PLAIN")) {
            assertEquals(404, Hooks.post(world, path, Map.of()).status(), path);
        }
    }

    @Test
    void thePathIsShownWithoutItsToken() {
        assertEquals(
                "/plain/***", post("/plain/0123456789abcdefghijkl", Map.of()).shownPath());
        assertEquals("/plain", post("/plain", Map.of()).shownPath());
        assertEquals("/x/***", post("/x/y/z\n", Map.of()).shownPath());
    }

    @Test
    void anEventOfARefusalIsOfTheFamily() {
        Hooks.post(world, "/nowhere", Map.of());
        ChatAuthEvent refused = world.await(WebhookRefused.class);
        assertEquals(Optional.empty(), ((WebhookRefused) refused).channel());
    }

    private static WebhookRequest post(String path, Map<String, String> headers) {
        return WebhookRequest.of("POST", path, headers, new byte[] {'{', '}'});
    }
}
