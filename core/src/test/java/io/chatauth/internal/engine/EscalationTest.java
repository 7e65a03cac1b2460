package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.ChannelId;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.MessageState;
import io.chatauth.MessageStatus;
import io.chatauth.RequestException;
import io.chatauth.ResendAnswer;
import io.chatauth.Route;
import io.chatauth.Started;
import io.chatauth.Transaction;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.event.ChatAuthEvent.DeliveryFailed;
import io.chatauth.event.ChatAuthEvent.Escalated;
import io.chatauth.flow.TransactionConfirmation;
import io.chatauth.flow.VerificationCode;
import io.chatauth.internal.guard.Figures;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.store.SharedState;
import io.chatauth.webhook.InboundEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EscalationTest {
    private static final Duration WAIT = Route.USUAL_WAIT;

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private VerificationCode code() {
        return VerificationCode.to(World.PHONE).via("plain", "second", "third").purpose("login");
    }

    private Started start() {
        Started started = world.engine.start(code().build());
        world.receipt(started);
        return started;
    }

    private int after(Duration time) {
        world.clock.advance(time);
        return world.engine.recover();
    }

    private List<MessageState> messages(Started started) {
        return world.engine.outcome(started.id(), World.LOGIN).orElseThrow().messages();
    }

    private List<String> channels(Started started) {
        return messages(started).stream()
                .map(message -> message.channel().value())
                .toList();
    }

    private void report(Started started, int step, MessageStatus status) {
        report(started, step, status, Optional.empty());
    }

    private void report(Started started, int step, MessageStatus status, Optional<DeliveryFailure> failure) {
        String id = started.id() + "-" + step + "-0";
        world.engine.take(PlainChannel.ID, new InboundEvent.Report(id, status, Optional.empty(), failure));
    }

    private void fail(Started started, int step, FailureReason reason) {
        report(started, step, MessageStatus.FAILED, Optional.of(new DeliveryFailure(reason, "7002", "no such user")));
    }

    private static InboundEvent.Reply yes(String id) {
        return new InboundEvent.Reply(
                id,
                Address.phone(World.PHONE),
                "Bank",
                Optional.of("Y"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new InboundEvent.Details(Set.of(), Optional.empty(), Optional.empty()));
    }

    private void awaitSent(int messages) {
        for (int i = 0; i < messages; i++) {
            world.await(ChatAuthEvent.MessageMoved.class);
        }
    }

    @Test
    void theNextChannelFollowsOnlyWhenTheWaitIsOver() {
        Started started = start();

        assertEquals(0, after(WAIT.minusMillis(1)));
        assertEquals(1, after(Duration.ofMillis(1)));
        assertEquals(0, after(WAIT.minusMillis(1)));
        assertEquals(1, after(Duration.ofMillis(1)));
        assertEquals(0, after(WAIT.multipliedBy(2)));

        assertEquals(List.of("plain", "second", "third"), channels(started));
    }

    @Test
    void everyStepCarriesTheSameCodeAndItCountsOnce() {
        Started started = start();
        String first = world.lastCode();
        after(WAIT);
        awaitSent(2);
        assertEquals(first, world.lastCode());

        assertInstanceOf(Answer.Approved.class, world.engine.verify(started.id(), first, World.LOGIN));
        assertInstanceOf(Answer.AlreadyAnswered.class, world.engine.verify(started.id(), first, World.LOGIN));
        assertEquals(0, after(WAIT));
        assertEquals(List.of("plain", "second"), channels(started));
    }

    @Test
    void nothingFollowsWhatArrived() {
        Started started = start();
        report(started, 0, MessageStatus.DELIVERED);

        assertEquals(0, after(WAIT.multipliedBy(3)));
        assertEquals(List.of("plain"), channels(started));
    }

    @Test
    void sentIsNotDelivered() {
        Started started = start();
        report(started, 0, MessageStatus.SENT);

        assertEquals(1, after(WAIT));
        assertEquals(List.of("plain", "second"), channels(started));
    }

    @Test
    void aStepMayWaitUntilItIsSeen() {
        Route route = Route.standalone(
                Route.Step.of("plain").until(MessageStatus.SEEN).waiting(Duration.ofSeconds(20)),
                Route.Step.of("second"));
        Started started = world.engine.start(code().via(route).build());
        world.receipt(started);
        report(started, 0, MessageStatus.DELIVERED);

        assertEquals(1, after(Duration.ofSeconds(20)));
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureReason.class,
            names = {"NOT_ON_CHANNEL", "BLOCKED", "TEMPLATE", "WINDOW_CLOSED", "EXPIRED", "FLOODING", "SENDER"})
    void aFailedStepGoesOnAtOnce(FailureReason reason) {
        Started started = start();
        fail(started, 0, reason);

        assertEquals(List.of("plain", "second"), channels(started));
        Escalated told = world.await(Escalated.class);
        assertEquals(ChannelId.of("second"), told.channel());
        assertEquals(1, told.step());
    }

    @Test
    void aTakeoverSignalGoesOnNowhere() {
        Started started = start();
        fail(started, 0, FailureReason.IDENTITY_CHANGED);

        assertEquals(0, after(WAIT.multipliedBy(2)));
        assertEquals(List.of("plain"), channels(started));
    }

    @Test
    void failureIsToldWhenTheLastStepFailed() {
        Started started = start();
        fail(started, 0, FailureReason.NOT_ON_CHANNEL);
        fail(started, 1, FailureReason.BLOCKED);
        assertTrue(world.events.stream().noneMatch(DeliveryFailed.class::isInstance));

        fail(started, 2, FailureReason.EXPIRED);

        DeliveryFailed told = world.await(DeliveryFailed.class);
        assertEquals(FailureReason.EXPIRED, told.failure().reason());
        assertTrue(world.engine.outcome(started.id(), World.LOGIN).orElseThrow().deliveryFailed());
    }

    @Test
    void theSameReportAgainSendsNothingMore() {
        Started started = start();
        for (int i = 0; i < 5; i++) {
            fail(started, 0, FailureReason.NOT_ON_CHANNEL);
        }

        assertEquals(List.of("plain", "second"), channels(started));
    }

    @Test
    void aRestartForgetsNoStepAndTwoNodesSendOne() {
        MovableClock clock = new MovableClock();
        InMemoryChallengeStore store = new InMemoryChallengeStore();
        SharedState state = new InMemorySharedState(clock);
        Started started;
        try (World first = new World(clock, World.RING, Figures.DEFAULT, store, state)) {
            started = first.engine.start(code().build());
            first.receipt(started);
        }
        clock.advance(WAIT);
        try (World one = new World(clock, World.RING, Figures.DEFAULT, store, state);
                World two = new World(clock, World.RING, Figures.DEFAULT, store, state)) {
            assertEquals(1, one.engine.recover() + two.engine.recover());
            assertEquals(
                    2,
                    one.engine
                            .outcome(started.id(), World.LOGIN)
                            .orElseThrow()
                            .messages()
                            .size());
        }
    }

    @Test
    void whatIsDueAfterTheEndExpires() {
        Started started = start();

        assertEquals(0, after(Duration.ofMinutes(10)));
        assertEquals(List.of("plain"), channels(started));
        world.await(ChatAuthEvent.ChallengeEnded.class);
    }

    @Test
    void aResendStaysOnTheStepThatIsReached() {
        Started started = start();
        after(WAIT);
        world.clock.advance(Duration.ofSeconds(60));
        assertInstanceOf(ResendAnswer.Resent.class, world.engine.resend(started.id(), World.LOGIN));

        assertEquals(List.of("plain", "second", "second"), channels(started));
        assertEquals(1, after(Duration.ZERO));
    }

    @Test
    void anAnswerOnTheSecondChannelCounts() {
        world.channel.answers();
        world.others.values().forEach(PlainChannel::answers);
        Started started =
                world.engine.start(TransactionConfirmation.to(World.PHONE, Transaction.of("12.00", "EUR", "Shop"))
                        .via("plain", "second")
                        .purpose("pay")
                        .build());
        world.receipt(started);
        world.engine.take(ChannelId.of("second"), yes("1"));
        assertTrue(world.events.stream().noneMatch(ChatAuthEvent.ChallengeEnded.class::isInstance));

        after(WAIT);
        world.engine.take(ChannelId.of("second"), yes("2"));

        world.await(ChatAuthEvent.ChallengeEnded.class);
    }

    @Test
    void aDecoyLooksLikeAMessageThatIsDelivered() {
        Started started = world.engine.start(code().decoy().build());
        world.receipt(started);
        world.await(ChatAuthEvent.ChallengeStarted.class);

        assertEquals(0, after(WAIT));
        assertEquals(List.of("plain"), channels(started));
        assertEquals(List.of(), world.wire.sent);
    }

    @Test
    void waitsThatDoNotFitIntoTheTimeAreRefused() {
        RequestException refused = assertThrows(
                RequestException.class,
                () -> world.engine.start(
                        code().timeToLive(Duration.ofSeconds(149)).build()));

        assertEquals(
                "the steps of the route plain, second, third wait PT1M30S in all, and with 60 s for the last one that is"
                        + " more than the challenge lives, PT2M29S; shorten the waits, name fewer channels, or lengthen"
                        + " the time",
                refused.getMessage());
    }

    @Test
    void nothingIsWaitedForThatIsNeverReported() {
        world.channel.polled = false;
        try (World deaf = new World(
                world.clock,
                World.RING,
                Figures.DEFAULT,
                new InMemoryChallengeStore(),
                new InMemorySharedState(world.clock),
                Optional.empty())) {
            deaf.channel.polled = false;
            RequestException refused = assertThrows(RequestException.class, () -> deaf.engine.start(code().build()));
            assertEquals(
                    "the step on plain waits for DELIVERED, and no report can arrive: its provider can't be asked, and"
                            + " chatauth.webhook-url is not set. Set it, or wait for ACCEPTED",
                    refused.getMessage());
        }
    }

    @Test
    void aChannelComesOnce() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> VerificationCode.to(World.PHONE).via("plain", "plain"));
        assertEquals(
                "the route names 'plain' twice; a message is sent again on one channel with resend(…)",
                refused.getMessage());
    }

    @Test
    void oneChannelHasNoOther() {
        Started started = world.startCode();
        fail(started, 0, FailureReason.NOT_ON_CHANNEL);

        assertEquals(0, after(WAIT));
        assertEquals(List.of("plain"), channels(started));
        world.await(DeliveryFailed.class);
    }
}
