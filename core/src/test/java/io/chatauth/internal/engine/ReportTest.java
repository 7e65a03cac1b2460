package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.MessageState;
import io.chatauth.MessageStatus;
import io.chatauth.Started;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.internal.guard.Figures;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.WebhookReceiver;
import io.chatauth.webhook.WebhookRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void reportsMoveTheMessageOnWhateverTheirOrder() {
        Started started = world.startCode();
        String message = started.id() + "-0-0";

        report(message, MessageStatus.SEEN);
        report(message, MessageStatus.DELIVERED);
        report(message, MessageStatus.SENT);

        assertEquals(MessageStatus.SEEN, status(started));
    }

    @Test
    void aLateDeliveryOverridesAFailure() {
        Started started = world.startCode();
        String message = started.id() + "-0-0";

        report(message, MessageStatus.FAILED);
        assertEquals(MessageStatus.FAILED, status(started));
        world.await(ChatAuthEvent.DeliveryFailed.class);
        report(message, MessageStatus.DELIVERED);

        assertEquals(MessageStatus.DELIVERED, status(started));
    }

    @Test
    void aRepeatedReportIsNoNews() {
        Started started = world.startCode();
        report(started.id() + "-0-0", MessageStatus.DELIVERED);
        report(started.id() + "-0-0", MessageStatus.DELIVERED);
        report(started.id() + "-0-0", MessageStatus.SEEN);

        assertEquals(
                MessageStatus.ACCEPTED,
                world.await(ChatAuthEvent.MessageMoved.class).status());
        assertEquals(
                MessageStatus.DELIVERED,
                world.await(ChatAuthEvent.MessageMoved.class).status());
        assertEquals(
                MessageStatus.SEEN,
                world.await(ChatAuthEvent.MessageMoved.class).status());
    }

    @Test
    void aReportByTheProvidersOwnIdFindsItsMessage() {
        world.wire.answer = "wamid.HBgM/==";
        Started started = world.startCode();

        report("wamid.HBgM/==", MessageStatus.DELIVERED);

        assertEquals(MessageStatus.DELIVERED, status(started));
    }

    @Test
    void aReportThatComesBeforeTheProvidersAnswerIsNotLost() throws InterruptedException {
        world.wire.answer = "wamid.EARLY";
        world.wire.hold = new java.util.concurrent.CountDownLatch(1);
        Started started = world.engine.start(world.code().build());
        world.wire.arrived.poll(20, java.util.concurrent.TimeUnit.SECONDS);

        report("wamid.EARLY", MessageStatus.FAILED);
        world.wire.hold.countDown();
        world.receipt(started);

        assertEquals(MessageStatus.FAILED, status(started));
        assertEquals(
                FailureReason.NOT_ON_CHANNEL,
                world.await(ChatAuthEvent.DeliveryFailed.class).failure().reason());
    }

    @Test
    void aReportAboutNoMessageOfOursIsTakenInAndPassedOver() {
        assertEquals(200, report("somebody-elses", MessageStatus.DELIVERED));
        assertEquals(200, report("challenge9999-0-0", MessageStatus.DELIVERED));
    }

    @Test
    void aWrongTokenIsNotFound() {
        String right = world.keys.pathToken("plain");
        String wrong = (right.charAt(0) == 'A' ? 'B' : 'A') + right.substring(1);

        assertEquals(404, post("/plain/" + wrong).status());
        assertEquals(404, post("/other/" + right).status());
        assertEquals(404, post("/unknown").status());
        assertEquals(404, post("/plain/short").status());
        assertEquals(404, post("/").status());
        assertFalse(world.await(ChatAuthEvent.WebhookRefused.class).reason().contains(wrong));
    }

    @Test
    void onlyPostIsTaken() {
        WebhookRequest get = WebhookRequest.of("GET", "/plain/" + world.keys.pathToken("plain"), Map.of(), new byte[0]);
        assertEquals(405, world.receiver.receive(get).status());
    }

    @Test
    void aHugeBodyIsRefused() {
        WebhookRequest huge = WebhookRequest.of(
                "POST", "/plain/" + world.keys.pathToken("plain"), Map.of(), new byte[WebhookReceiver.MAX_BODY + 1]);
        assertEquals(413, world.receiver.receive(huge).status());
    }

    @Test
    void withoutAWebhookReportsAreAskedForOnceInATurn() {
        MovableClock clock = new MovableClock();
        try (World polling = new World(
                clock,
                World.RING,
                Figures.DEFAULT,
                new InMemoryChallengeStore(),
                new InMemorySharedState(clock),
                Optional.empty())) {
            Started started = polling.startCode();
            polling.channel.webhook = List.of(new InboundEvent.Report(
                    started.id() + "-0-0", MessageStatus.DELIVERED, Optional.empty(), Optional.empty()));
            int requests = polling.wire.sent.size();
            polling.engine.recover();
            polling.engine.recover();

            assertEquals(requests + 1, polling.wire.sent.size(), "asked once");
            assertEquals(
                    MessageStatus.DELIVERED,
                    polling.engine
                            .outcome(started.id(), World.LOGIN)
                            .orElseThrow()
                            .messages()
                            .get(0)
                            .status());
            clock.advance(java.time.Duration.ofSeconds(6));
            polling.engine.recover();
            assertEquals(requests + 2, polling.wire.sent.size());
        }
    }

    @Test
    void withAWebhookNobodyAsks() {
        world.startCode();
        int requests = world.wire.sent.size();
        world.engine.recover();

        assertEquals(requests, world.wire.sent.size());
    }

    @Test
    void theMessageCarriesTheUrlOfItsReports() {
        assertTrue(world.keys.pathTokenMatches("plain", world.keys.pathToken("plain")));
        assertFalse(world.keys.pathTokenMatches("other", world.keys.pathToken("plain")));
    }

    private int report(String messageId, MessageStatus status) {
        Optional<DeliveryFailure> failure = status == MessageStatus.FAILED
                ? Optional.of(new DeliveryFailure(FailureReason.NOT_ON_CHANNEL, "7002", ""))
                : Optional.empty();
        world.channel.webhook = List.of(new InboundEvent.Report(messageId, status, Optional.empty(), failure));
        return post("/plain/" + world.keys.pathToken("plain")).status();
    }

    private io.chatauth.webhook.WebhookResponse post(String path) {
        return world.receiver.receive(WebhookRequest.of("POST", path, Map.of(), new byte[] {'{', '}'}));
    }

    private MessageStatus status(Started started) {
        List<MessageState> messages =
                world.engine.outcome(started.id(), World.LOGIN).orElseThrow().messages();
        return messages.get(0).status();
    }
}
