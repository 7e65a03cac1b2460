package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Answer;
import io.chatauth.ChannelId;
import io.chatauth.Expect;
import io.chatauth.LimitReachedException;
import io.chatauth.MessageStatus;
import io.chatauth.Outcome;
import io.chatauth.Receipt;
import io.chatauth.RequestException;
import io.chatauth.ResendAnswer;
import io.chatauth.Started;
import io.chatauth.StoreException;
import io.chatauth.UnknownChannelException;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.flow.ActivationNotice;
import io.chatauth.flow.VerificationCode;
import io.chatauth.internal.guard.Figures;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.store.SharedState;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void startStoresTheChallengeAndSendsItsMessageOnce() {
        Started started = world.engine.start(world.code().build());

        assertTrue(world.receipt(started).accepted());
        assertEquals(1, world.wire.sent.size());
        assertTrue(world.wire.sent.get(0).startsWith(started.id() + "-0-0|+441134960001|"));
        assertEquals(world.clock.instant().plus(Duration.ofMinutes(5)), started.expiresAt());
        assertEquals(5, started.allowance().remainingAttempts());
        assertEquals(4, started.allowance().remainingSends());
        assertEquals(
                world.clock.instant().plusSeconds(30),
                started.allowance().canResendAt().orElseThrow());
        ChatAuthEvent.ChallengeStarted event = world.await(ChatAuthEvent.ChallengeStarted.class);
        assertEquals("GB", event.country().orElseThrow());
        assertFalse(event.toString().contains("1134960001"));
    }

    @Test
    void theMessageIsStoredBeforeItIsSent() throws InterruptedException {
        world.wire.hold = new CountDownLatch(1);
        Started started = world.engine.start(world.code().build());

        assertTrue(world.wire
                .arrived
                .poll(20, TimeUnit.SECONDS)
                .startsWith(started.id().value()));
        assertEquals(
                MessageStatus.QUEUED,
                world.store.find(started.id()).orElseThrow().messages().get(0).status());
    }

    @Test
    void nothingPersonalAndNoCodeIsStoredInClear() {
        Started started = world.startCode();
        ChallengeRecord record = world.store.find(started.id()).orElseThrow();

        String stored = record.toString()
                + new String(record.payload().orElseThrow().bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);

        assertFalse(stored.contains(world.lastCode()), "the code");
        assertFalse(stored.contains("1134960001"), "the number");
        assertFalse(stored.contains("login"), "the purpose");
    }

    @Test
    void whatIsPersonalIsErasedAtTheEnd() {
        Started started = world.startCode();
        world.engine.verify(started.id(), world.lastCode(), World.LOGIN);

        assertTrue(world.store.find(started.id()).orElseThrow().payload().isEmpty());
    }

    @Test
    void resendWaitsForItsCooldownAndCarriesTheSameCode() {
        Started started = world.startCode();
        String code = world.lastCode();
        ResendAnswer early = world.engine.resend(started.id(), World.LOGIN);
        assertEquals(
                world.clock.instant().plusSeconds(30),
                assertInstanceOf(Answer.TooEarly.class, early).retryAt());

        world.clock.advance(Duration.ofSeconds(30));
        ResendAnswer.Resent resent =
                assertInstanceOf(ResendAnswer.Resent.class, world.engine.resend(started.id(), World.LOGIN));
        resent.accepted().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();

        assertEquals(code, world.lastCode());
        assertTrue(world.wire.sent.get(1).startsWith(started.id() + "-0-1|"));
        assertEquals(3, resent.allowance().remainingSends());
        assertEquals(
                world.clock.instant().plusSeconds(60),
                resent.allowance().canResendAt().orElseThrow());
    }

    @Test
    void thatAChallengeHasHadAllItsMessagesIsToldToTheOperator() {
        Expect card = Expect.purpose("card");
        Started started = world.engine.start(world.notice().build());
        for (int seconds : new int[] {30, 60, 120}) {
            world.clock.advance(Duration.ofSeconds(seconds));
            assertInstanceOf(ResendAnswer.Resent.class, world.engine.resend(started.id(), card));
        }
        world.clock.advance(Duration.ofMinutes(10));

        assertInstanceOf(Answer.Limited.class, world.engine.resend(started.id(), card));

        ChatAuthEvent.LimitReached told = world.await(ChatAuthEvent.LimitReached.class);
        assertEquals("sends-per-challenge", told.limit());
        assertEquals(Optional.of(started.id()), told.challenge());
    }

    @Test
    void anEndedChallengeIsNotSentAgain() {
        Started started = world.startCode();
        world.engine.verify(started.id(), world.lastCode(), World.LOGIN);
        world.clock.advance(Duration.ofSeconds(31));

        assertInstanceOf(Answer.AlreadyAnswered.class, world.engine.resend(started.id(), World.LOGIN));
    }

    @Test
    void twoChallengesHaveDifferentCodes() {
        world.startCode();
        String first = world.lastCode();
        boolean different = false;
        for (int i = 0; i < 3 && !different; i++) {
            world.startCode();
            different = !first.equals(world.lastCode());
        }
        assertTrue(different);
    }

    @Test
    void theSixthMessageToARecipientInTenMinutesIsRefusedWhateverTheSpelling() {
        for (int i = 0; i < 5; i++) {
            world.startCode();
        }

        assertThrows(
                LimitReachedException.class,
                () -> world.engine.start(VerificationCode.to("0044 1134 960001")
                        .via("plain")
                        .purpose("other")
                        .build()));
        assertEquals(
                "sends-per-recipient-10m",
                world.await(ChatAuthEvent.LimitReached.class).limit());
        world.clock.advance(Duration.ofMinutes(10));
        world.startCode();
    }

    @Test
    void aRequestThatIsWrongCountsNothing() {
        for (int i = 0; i < 20; i++) {
            assertThrows(
                    RequestException.class,
                    () -> world.engine.start(world.code().value("nickname", "x").build()));
        }
        world.startCode();
    }

    @Test
    void aNumberOfACountryThatIsNotAllowedIsRefused() {
        RequestException refused = assertThrows(
                RequestException.class,
                () -> world.engine.start(VerificationCode.to("+4915123456789")
                        .via("plain")
                        .purpose("login")
                        .build()));
        assertTrue(refused.getMessage().contains("DE"), refused.getMessage());
        assertFalse(refused.getMessage().contains("15123456789"), refused.getMessage());
    }

    @Test
    void aRequestWithoutChannelOrPurposeSaysWhatToAdd() {
        assertEquals(
                "the request names no channel; add via(\"whatsapp\") or another channel's id",
                assertThrows(
                                RequestException.class,
                                () -> world.engine.start(VerificationCode.to(World.PHONE)
                                        .purpose("login")
                                        .build()))
                        .getMessage());
        assertEquals(
                "the request names no purpose; add purpose(\"login\") or another word that verify() will repeat",
                assertThrows(
                                RequestException.class,
                                () -> world.engine.start(VerificationCode.to(World.PHONE)
                                        .via("plain")
                                        .build()))
                        .getMessage());
    }

    @Test
    void anUnknownChannelIsTyped() {
        UnknownChannelException unknown = assertThrows(
                UnknownChannelException.class,
                () -> world.engine.start(VerificationCode.to(World.PHONE)
                        .via("pigeon")
                        .purpose("login")
                        .build()));
        assertEquals(ChannelId.of("pigeon"), unknown.channel());
    }

    @Test
    void aTimeToLiveOutOfRangeIsRefused() {
        assertThrows(
                RequestException.class,
                () -> world.engine.start(
                        world.code().timeToLive(Duration.ofMinutes(9)).build()));
        assertThrows(
                RequestException.class,
                () -> world.engine.start(ActivationNotice.to(World.PHONE)
                        .via("plain")
                        .purpose("card")
                        .value("name", "Nick")
                        .timeToLive(Duration.ofMinutes(5))
                        .build()));
    }

    @Test
    void whatTheProviderRefusesComesByAccepted() {
        world.wire.status = 401;
        Started started = world.engine.start(world.code().build());

        Receipt.Refused refused = assertInstanceOf(Receipt.Refused.class, world.receipt(started));

        assertEquals(401, refused.error().orElseThrow().status());
        Outcome outcome = world.engine.outcome(started.id(), World.LOGIN).orElseThrow();
        assertTrue(outcome.deliveryFailed());
        world.await(ChatAuthEvent.DeliveryFailed.class);
        assertInstanceOf(Answer.DeliveryFailed.class, world.engine.verify(started.id(), "000000", World.LOGIN));
    }

    @Test
    void aCancelledMessageThatStillWaitsDoesNotLeave() throws InterruptedException {
        world.wire.hold = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            world.engine.start(VerificationCode.to("+44113496000" + (i + 2))
                    .via("plain")
                    .purpose("login")
                    .build());
            world.wire.arrived.poll(20, TimeUnit.SECONDS);
        }
        Started waiting = world.engine.start(world.code().build());
        world.engine.cancel(waiting.id(), World.LOGIN);
        world.wire.hold.countDown();

        assertFalse(world.receipt(waiting).accepted());
        assertTrue(world.wire.sent.stream()
                .noneMatch(body -> body.startsWith(waiting.id().value())));
    }

    @Test
    void withoutSharedStateNothingIsIssuedButAnswersStillCount() {
        MovableClock clock = new MovableClock();
        boolean[] down = {false};
        InMemorySharedState real = new InMemorySharedState(clock);
        SharedState shaky = (SharedState) Proxy.newProxyInstance(
                SharedState.class.getClassLoader(), new Class<?>[] {SharedState.class}, (proxy, method, args) -> {
                    if (down[0]) {
                        throw new StoreException("the shared state is down", null);
                    }
                    return method.invoke(real, args);
                });
        try (World broken = new World(clock, World.RING, Figures.DEFAULT, new InMemoryChallengeStore(), shaky)) {
            Started started = broken.startCode();
            down[0] = true;

            assertThrows(
                    StoreException.class,
                    () -> broken.engine.start(broken.code().build()));
            assertTrue(broken.engine
                    .verify(started.id(), broken.lastCode(), World.LOGIN)
                    .approved());
            assertTrue(broken.await(ChatAuthEvent.OperatorAlert.class).text().contains("per challenge only"));
        }
    }

    @Test
    void anotherNodeSendsWhatADeadOneHadStoredWithTheSameIdAndCode() {
        MovableClock clock = new MovableClock();
        InMemoryChallengeStore store = new InMemoryChallengeStore();
        InMemorySharedState state = new InMemorySharedState(clock);
        try (World dead = new World(clock, World.RING, Figures.DEFAULT, store, state);
                World alive = new World(clock, World.RING, Figures.DEFAULT, store, state)) {
            dead.wire.hold = new CountDownLatch(1);
            Started started = dead.engine.start(dead.code().build());
            assertEquals(0, alive.engine.recover(), "the lease has not run out");

            clock.advance(Postbox.LEASE);
            assertEquals(1, alive.engine.recover());

            assertTrue(alive.wire.arrived.stream().count() <= 1);
            alive.await(ChatAuthEvent.MessageMoved.class);
            assertTrue(alive.wire.sent.get(0).startsWith(started.id() + "-0-0|"));
            assertTrue(alive.engine
                    .verify(started.id(), alive.lastCode(), World.LOGIN)
                    .approved());
        }
    }

    @Test
    void aNodeThatIsAliveKeepsItsLease() {
        MovableClock clock = new MovableClock();
        InMemoryChallengeStore store = new InMemoryChallengeStore();
        InMemorySharedState state = new InMemorySharedState(clock);
        try (World slow = new World(clock, World.RING, Figures.DEFAULT, store, state);
                World other = new World(clock, World.RING, Figures.DEFAULT, store, state)) {
            slow.wire.hold = new CountDownLatch(1);
            slow.engine.start(slow.code().build());
            for (int i = 0; i < 10; i++) {
                clock.advance(Duration.ofSeconds(20));
                slow.engine.recover();
                assertEquals(0, other.engine.recover());
            }
        }
    }

    @Test
    void dueChallengesExpireWithAnEvent() {
        Started started = world.startCode();
        world.clock.advance(Duration.ofMinutes(5));
        world.engine.recover();

        assertEquals(
                io.chatauth.ChallengeState.EXPIRED,
                world.await(ChatAuthEvent.ChallengeEnded.class).state());
        assertNotEquals(
                0,
                world.store.find(started.id()).orElseThrow().endedAt().stream().count());
        world.clock.advance(Duration.ofMinutes(11));
        world.engine.recover();
        assertTrue(world.store.find(started.id()).isEmpty());
    }

    @Test
    void closingLeavesWhatWaitsStoredForAnotherNode() throws InterruptedException {
        MovableClock clock = new MovableClock();
        InMemoryChallengeStore store = new InMemoryChallengeStore();
        InMemorySharedState state = new InMemorySharedState(clock);
        World closing = new World(clock, World.RING, Figures.DEFAULT, store, state);
        closing.wire.hold = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            closing.engine.start(VerificationCode.to("+44113496000" + (i + 2))
                    .via("plain")
                    .purpose("login")
                    .build());
            closing.wire.arrived.poll(20, TimeUnit.SECONDS);
        }
        Started waiting = closing.engine.start(closing.code().build());
        Thread end = new Thread(closing.engine::close);
        end.start();
        Receipt.Refused left = assertInstanceOf(Receipt.Refused.class, closing.receipt(waiting));
        closing.wire.hold.countDown();
        end.join(20_000);

        assertTrue(
                left.failure().text().contains("stays stored"), left.failure().text());
        assertEquals(4, closing.wire.sent.size());
        assertEquals(
                MessageStatus.QUEUED,
                store.find(waiting.id()).orElseThrow().messages().get(0).status());
        clock.advance(Postbox.LEASE);
        try (World next = new World(clock, World.RING, Figures.DEFAULT, store, state)) {
            assertEquals(1, next.engine.recover());
        }
    }

    @Test
    void aClosedEngineStartsNothing() {
        world.close();

        assertThrows(
                IllegalStateException.class,
                () -> world.engine.start(world.code().build()));
    }
}
