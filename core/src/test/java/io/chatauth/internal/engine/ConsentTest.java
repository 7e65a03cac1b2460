package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.Consent;
import io.chatauth.ConsentWithdrawnException;
import io.chatauth.Expect;
import io.chatauth.KeyRing;
import io.chatauth.Secret;
import io.chatauth.Started;
import io.chatauth.StoreException;
import io.chatauth.Tenant;
import io.chatauth.UnknownChannelException;
import io.chatauth.event.ChatAuthEvent.ChallengeEnded;
import io.chatauth.event.ChatAuthEvent.ConsentGiven;
import io.chatauth.event.ChatAuthEvent.ConsentWithdrawn;
import io.chatauth.flow.VerificationCode;
import io.chatauth.internal.guard.Figures;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.store.SharedState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsentTest {
    private static final Address NICK = Address.phone(World.PHONE);
    private static final Address NICKS_ID = Address.userId("GB.123123123");
    private static final Expect CARD = Expect.purpose("card");
    private static final Tenant SHOP = Tenant.of("shop");

    private final World world = new World();
    private final AtomicInteger inbound = new AtomicInteger();

    @AfterEach
    void close() {
        world.close();
    }

    private void write(Address from, String text, Address... aliases) {
        assertEquals(
                200,
                Hooks.signed(
                        world, Hooks.reply("in-" + inbound.incrementAndGet(), from, text, Optional.empty(), aliases)));
    }

    @Test
    void afterStopNothingIsStartedAndTheApplicationIsToldWhy() {
        write(NICK, "Stop");

        ConsentWithdrawnException refused = assertThrows(
                ConsentWithdrawnException.class,
                () -> world.engine.start(world.code().build()));
        assertEquals("Bank", refused.sender());
        assertTrue(refused.getMessage().contains("consents()"), refused.getMessage());
        assertFalse(refused.getMessage().contains("1134960001"), refused.getMessage());
        assertTrue(world.wire.sent.isEmpty());
        ConsentWithdrawn told = world.await(ConsentWithdrawn.class);
        assertEquals(Consent.Source.WORD, told.source());
        assertEquals(NICK.masked(), told.person());
        assertEquals(Optional.empty(), told.tenant());
    }

    @Test
    void whatIsRefusedIsNotCounted() {
        write(NICK, "Stop");
        for (int i = 0; i < 20; i++) {
            assertThrows(
                    ConsentWithdrawnException.class,
                    () -> world.engine.start(world.code().build()));
        }
        write(NICK, "Start");
        for (int i = 0; i < 5; i++) {
            world.startCode();
        }
    }

    @Test
    void stopIsForOneSenderOfOneChannelAndAllItsTenants() {
        write(NICK, "Stop");
        assertThrows(
                ConsentWithdrawnException.class,
                () -> world.engine.start(world.code().tenant(SHOP).build()));
        world.engine.start(world.code().sender("Other").build());
        world.engine.start(VerificationCode.to("+441134960002")
                .via("plain")
                .purpose("login")
                .build());
        assertEquals(
                Consent.State.WITHDRAWN,
                world.engine.consents().list(SHOP, NICK).get(0).state());
    }

    @Test
    void stopHoldsForAllAddressesOfThePersonAlsoForThoseThatAreLearnedLater() {
        write(NICK, "stop");
        write(NICK, "hello", NICKS_ID);
        assertThrows(
                ConsentWithdrawnException.class,
                () -> world.engine.start(VerificationCode.to(NICKS_ID)
                        .via("plain")
                        .purpose("login")
                        .build()));
    }

    @Test
    void openNoticesEndAndQuestionsMayStillBeAnsweredButAreNotSentAgain() {
        Started notice = world.engine.start(world.notice().build());
        world.receipt(notice);
        Started code = world.startCode();
        String right = world.lastCode();

        write(NICK, "STOP");

        assertEquals(
                ChallengeState.CANCELLED,
                world.engine.outcome(notice.id(), CARD).orElseThrow().state());
        assertEquals(ChallengeState.CANCELLED, world.await(ChallengeEnded.class).state());
        world.clock.advance(Duration.ofSeconds(31));
        assertThrows(ConsentWithdrawnException.class, () -> world.engine.resend(code.id(), World.LOGIN));
        assertEquals(2, world.wire.sent.size());
        assertTrue(world.engine.verify(code.id(), right, World.LOGIN).approved());
    }

    @Test
    void whatWaitsInTheQueueDoesNotLeave() {
        world.wire.hold = new CountDownLatch(1);
        for (int i = 0; i < 5; i++) {
            world.engine.start(VerificationCode.to("+44113496010" + i)
                    .via("plain")
                    .purpose("login")
                    .build());
        }
        Started code = world.engine.start(world.code().build());
        write(NICK, "STOP");
        world.wire.hold.countDown();
        world.receipt(code);
        assertTrue(world.wire.sent.stream().noneMatch(sent -> sent.contains(World.PHONE)), () -> "" + world.wire.sent);
    }

    @Test
    void whatAnotherNodeLeftBehindIsNotSentAfterStop() {
        MovableClock clock = new MovableClock();
        InMemoryChallengeStore store = new InMemoryChallengeStore();
        SharedState state = new InMemorySharedState(clock);
        try (World gone = new World(clock, World.RING, Figures.DEFAULT, store, state);
                World node = new World(clock, World.RING, Figures.DEFAULT, store, state)) {
            gone.wire.hold = new CountDownLatch(1);
            Started code = gone.engine.start(
                    gone.code().timeToLive(Duration.ofMinutes(8)).build());
            Hooks.signed(node, Hooks.reply("in-1", NICK, "stop", Optional.empty()));
            clock.advance(Duration.ofSeconds(61));
            assertEquals(0, node.engine.recover());
            assertTrue(node.wire.sent.isEmpty());
            assertEquals(
                    ChallengeState.OPEN,
                    node.engine.outcome(code.id(), World.LOGIN).orElseThrow().state());
        }
    }

    @Test
    void startResumesOnlyWhatWasStopped() {
        write(NICK, "Start");
        assertEquals(List.of(), world.engine.consents().list(Tenant.DEFAULT, NICK));
        write(NICK, "Stop");
        write(NICK, "unstop");
        world.startCode();
        assertEquals(Consent.Source.WORD, world.await(ConsentGiven.class).source());
        Consent now = world.engine.consents().list(Tenant.DEFAULT, NICK).get(0);
        assertEquals(Consent.State.GIVEN, now.state());
    }

    @Test
    void whoOptsInAgainGetsMessagesAgain() {
        world.channel.answers();
        write(NICK, "Stop");
        Started started = world.engine.start(OptInTest.request().build());
        write(NICK, started.invitation().orElseThrow().text());
        assertThrows(
                ConsentWithdrawnException.class,
                () -> world.engine.start(world.code().build()));
        world.engine.complete(started.id(), Expect.purpose("updates").binding("a-random-value-in-a-cookie"));
        world.engine.start(world.code().build());
    }

    @Test
    void theApplicationListsWithdrawsAndRestores() {
        world.engine.consents().restore(Tenant.DEFAULT, World.plain(), "Bank", NICK);
        world.engine.consents().withdraw(SHOP, World.plain(), "Bank", Address.phone("+44 113 496 0001"));
        assertThrows(
                ConsentWithdrawnException.class,
                () -> world.engine.start(world.code().build()));
        Consent mine = world.engine.consents().list(Tenant.DEFAULT, NICK).get(0);
        assertEquals(Consent.State.WITHDRAWN, mine.state(), "one sender, one voice");
        assertEquals(Consent.Source.APPLICATION, mine.source());
        world.engine.consents().restore(SHOP, World.plain(), "Bank", NICK);
        world.startCode();
        assertEquals(1, world.engine.consents().list(SHOP, NICK).size());
        assertThrows(
                UnknownChannelException.class,
                () -> world.engine.consents().withdraw(SHOP, ChannelId.of("pigeon"), "Bank", NICK));
    }

    @Test
    void aTapOnAQuestionsButtonIsNoStop() {
        Address from = NICK;
        Started code = world.startCode();
        write(from, "no");
        assertInstanceOf(Answer.WrongAnswer.class, world.engine.verify(code.id(), world.wrongCode(), World.LOGIN));
        world.engine.start(world.code().build());
    }

    @Test
    void stopHoldsThroughARotationOfKeys() {
        write(NICK, "Stop");
        world.keys.reload(KeyRing.builder()
                .key("k2", KeyRing.State.ACTIVE, Secret.of("HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))
                .key("k1", KeyRing.State.RETIRED, Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))
                .build());
        assertThrows(
                ConsentWithdrawnException.class,
                () -> world.engine.start(world.code().build()));
        assertEquals(1, world.engine.consents().list(Tenant.DEFAULT, NICK).size());
        write(NICK, "start");
        world.startCode();
    }

    @Test
    void itCostsNoRoundTripAndNothingIsIssuedWhenItCantBeTold() {
        MovableClock clock = new MovableClock();
        List<String> calls = new CopyOnWriteArrayList<>();
        boolean[] down = new boolean[1];
        SharedState state = listening(SharedState.class, new InMemorySharedState(clock), calls, down);
        ChallengeStore store = listening(ChallengeStore.class, new InMemoryChallengeStore(), calls, new boolean[1]);
        try (World heard = new World(clock, World.RING, Figures.DEFAULT, store, state)) {
            heard.startCode();
            heard.wire.hold = new CountDownLatch(1);
            calls.clear();
            heard.engine.start(heard.code().build());
            assertEquals(List.of("addUnless", "insert"), new ArrayList<>(calls));
            down[0] = true;
            assertThrows(
                    StoreException.class, () -> heard.engine.start(heard.code().build()));
        }
    }

    @Test
    void nothingPersonalStandsInTheSharedStateInClear() {
        MovableClock clock = new MovableClock();
        Map<String, String> written = new ConcurrentHashMap<>();
        SharedState real = new InMemorySharedState(clock);
        SharedState state = (SharedState) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SharedState.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("put")) {
                        written.put((String) arguments[0], (String) arguments[1]);
                    }
                    return method.invoke(real, arguments);
                });
        try (World heard = new World(clock, World.RING, Figures.DEFAULT, new InMemoryChallengeStore(), state)) {
            heard.engine.consents().restore(SHOP, World.plain(), "MyBank", NICK);
            Hooks.signed(heard, Hooks.reply("in-1", NICK, "stop", Optional.empty()));
        }
        String all = written.toString();
        assertTrue(all.contains("stop:") && all.contains("consents:"), all);
        for (String personal : List.of("1134960001", "MyBank", "shop")) {
            assertFalse(all.contains(personal), () -> personal + " stands in " + all);
        }
    }

    @SuppressWarnings("unchecked")
    private <T> T listening(Class<T> type, T real, List<String> calls, boolean[] down) {
        return (T) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    if (down[0]) {
                        throw new StoreException("down", null);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
