package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.chatauth.Address;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.KeyRing;
import io.chatauth.KnownAddress;
import io.chatauth.LimitReachedException;
import io.chatauth.MessageStatus;
import io.chatauth.Secret;
import io.chatauth.Started;
import io.chatauth.StoreException;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.event.ChatAuthEvent.AddressLearned;
import io.chatauth.event.ChatAuthEvent.Replied;
import io.chatauth.flow.VerificationCode;
import io.chatauth.internal.guard.Figures;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.store.SharedState;
import io.chatauth.webhook.InboundEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class InboxTest {
    private static final Address NICK = Address.phone(World.PHONE);
    private static final Address NICKS_ID = Address.userId("GB.123123123");

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aMessageIsTakenInOnceHoweverOftenItIsPosted() {
        for (int i = 0; i < 5; i++) {
            assertEquals(200, Hooks.signed(world, reply("in-1")));
        }
        assertEquals(200, Hooks.signed(world, reply("in-2")));

        world.await(Replied.class);
        Replied second = world.await(Replied.class);
        assertTrue(world.events.isEmpty(), () -> "more than two: " + world.events);
        assertEquals("Bank", second.sender());
        assertFalse(
                second.toString().contains("1134960001") || second.toString().contains("482913"), second.toString());
    }

    @Test
    void whatFailedInBetweenIsTakenInWhenItComesAgain() {
        MovableClock clock = new MovableClock();
        AtomicBoolean broken = new AtomicBoolean(true);
        SharedState real = new InMemorySharedState(clock);
        SharedState failing = state(real, (method, key) -> {
            if (method.equals("put") && key.startsWith("window:") && broken.get()) {
                throw new StoreException("down", null);
            }
        });
        try (World shaky = new World(
                clock, World.RING, Figures.DEFAULT, new InMemoryChallengeStore(), failing, Optional.empty())) {
            assertEquals(503, Hooks.signed(shaky, reply("in-1")));
            broken.set(false);
            assertEquals(200, Hooks.signed(shaky, reply("in-1")));
            shaky.await(Replied.class);
            assertEquals(200, Hooks.signed(shaky, reply("in-1")));
            assertTrue(shaky.events.isEmpty());
        }
    }

    @Test
    void whatAnotherNodeIsJustTakingInMustComeAgain() {
        MovableClock clock = new MovableClock();
        SharedState real = new InMemorySharedState(clock);
        AtomicBoolean nested = new AtomicBoolean();
        World[] other = new World[1];
        List<Integer> statuses = new ArrayList<>();
        SharedState meeting = state(real, (method, key) -> {
            if (method.equals("put") && key.startsWith("window:") && nested.compareAndSet(false, true)) {
                statuses.add(Hooks.signed(other[0], reply("in-1")));
            }
        });
        try (World first = new World(
                        clock, World.RING, Figures.DEFAULT, new InMemoryChallengeStore(), meeting, Optional.empty());
                World second = new World(
                        clock, World.RING, Figures.DEFAULT, new InMemoryChallengeStore(), real, Optional.empty())) {
            other[0] = second;
            assertEquals(200, Hooks.signed(first, reply("in-1")));
            assertEquals(List.of(503), statuses);
            assertEquals(200, Hooks.signed(second, reply("in-1")));
        }
    }

    @Test
    void nothingPersonalStandsInTheSharedStateInClear() {
        MovableClock clock = new MovableClock();
        Map<String, String> written = new ConcurrentHashMap<>();
        SharedState real = new InMemorySharedState(clock);
        SharedState listening = (SharedState) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SharedState.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("put")) {
                        written.put((String) arguments[0], (String) arguments[1]);
                    }
                    return method.invoke(real, arguments);
                });
        try (World heard = new World(
                clock, World.RING, Figures.DEFAULT, new InMemoryChallengeStore(), listening, Optional.empty())) {
            Hooks.signed(heard, Hooks.reply("wamid.441134960001", NICK, "482913", Optional.empty(), NICKS_ID));
        }
        String all = written.toString();
        assertTrue(written.size() >= 5, all);
        for (String personal : List.of("1134960001", "123123123", "482913", "wamid")) {
            assertFalse(all.contains(personal), () -> personal + " stands in " + all);
        }
    }

    @Test
    void numberAndUserIdOfOnePersonAreProvenInBothDirections() {
        Hooks.signed(world, Hooks.reply("in-1", NICK, "hi", Optional.empty(), NICKS_ID));

        AddressLearned learned = world.await(AddressLearned.class);
        assertEquals(KnownAddress.How.PROVEN, learned.how());
        assertFalse(learned.toString().contains("123123123"), learned.toString());
        assertEquals(List.of(NICKS_ID), world.engine.addresses().proven(PlainChannel.ID, "Bank", NICK));
        assertEquals(List.of(NICK), world.engine.addresses().proven(PlainChannel.ID, "Bank", NICKS_ID));
        assertEquals(List.of(), world.engine.addresses().proven(PlainChannel.ID, "Other", NICK), "another sender");
        world.clock.advance(Duration.ofDays(31));
        assertEquals(List.of(), world.engine.addresses().known(PlainChannel.ID, "Bank", NICK));
    }

    @Test
    void aClaimIsNoProofUntilTheProviderGivesOneAndNeverTheOtherWayRound() {
        Address claimed = Address.phone("+441134960009");
        Hooks.signed(world, claim("form-1", claimed));

        assertEquals(KnownAddress.How.CLAIMED, world.await(AddressLearned.class).how());
        assertEquals(List.of(), world.engine.addresses().proven(PlainChannel.ID, "Bank", NICKS_ID));
        assertEquals(
                claimed,
                world.engine
                        .addresses()
                        .known(PlainChannel.ID, "Bank", NICKS_ID)
                        .get(0)
                        .address());

        Hooks.signed(world, Hooks.reply("in-1", claimed, "hi", Optional.empty(), NICKS_ID));
        assertEquals(List.of(claimed), world.engine.addresses().proven(PlainChannel.ID, "Bank", NICKS_ID));
        Hooks.signed(world, claim("form-2", claimed));
        assertEquals(List.of(claimed), world.engine.addresses().proven(PlainChannel.ID, "Bank", NICKS_ID));
    }

    @Test
    void aNumberWithANewOwnerIsNoLongerTheOldOnes() {
        Address next = Address.userId("GB.999");
        Hooks.signed(world, Hooks.reply("in-1", NICK, "hi", Optional.empty(), NICKS_ID));
        Hooks.signed(world, Hooks.reply("in-2", NICK, "hi", Optional.empty(), next));

        assertEquals(List.of(next), world.engine.addresses().proven(PlainChannel.ID, "Bank", NICK));
        assertEquals(List.of(), world.engine.addresses().proven(PlainChannel.ID, "Bank", NICKS_ID));
    }

    @Test
    void anIdentityThatChangedIsForgottenAndToldOnce() {
        Hooks.signed(world, Hooks.reply("in-1", NICK, "hi", Optional.empty(), NICKS_ID));
        InboundEvent changed = new InboundEvent.IdentityChanged(
                NICK, Set.of(), Optional.of("Bank"), Optional.of(Instant.parse("2026-01-01T00:00:00Z")));
        assertEquals(200, Hooks.signed(world, changed));
        assertEquals(200, Hooks.signed(world, changed));

        assertEquals(
                "+44********01",
                world.await(ChatAuthEvent.IdentityChanged.class).person());
        assertTrue(world.events.isEmpty());
        assertEquals(List.of(), world.engine.addresses().known(PlainChannel.ID, "Bank", NICKS_ID));
        assertEquals("/plain", target(notice()), "the window is not trusted either");
    }

    @Test
    void whatWasLearnedUnderAnOlderKeyIsStillKnownAndNotTakenInAgain() {
        MovableClock clock = new MovableClock();
        SharedState state = new InMemorySharedState(clock);
        KeyRing next = KeyRing.builder()
                .key("k2", KeyRing.State.ACTIVE, KeyRing.newKey())
                .key("k1", KeyRing.State.VERIFY_ONLY, Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))
                .build();
        InboundEvent reply = Hooks.reply("in-1", NICK, "hi", Optional.empty(), NICKS_ID);
        try (World before = new World(
                        clock, World.RING, Figures.DEFAULT, new InMemoryChallengeStore(), state, Optional.empty());
                World after = new World(
                        clock, next, Figures.DEFAULT, new InMemoryChallengeStore(), state, Optional.empty())) {
            Hooks.signed(before, reply);
            assertEquals(200, Hooks.signed(after, reply));

            assertTrue(after.events.isEmpty(), () -> "taken in again: " + after.events);
            assertEquals(List.of(NICKS_ID), after.engine.addresses().proven(PlainChannel.ID, "Bank", NICK));
            assertTrue(after.engine.addresses().forget(PlainChannel.ID, "Bank", NICK));
            assertFalse(after.engine.addresses().forget(PlainChannel.ID, "Bank", NICKS_ID));
        }
    }

    @Test
    void anUnknownKindIsTakenInAndLoggedOnce() {
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Reports.class);
        logger.addAppender(heard);
        logger.setLevel(Level.WARN);
        try {
            for (String kind : List.of("LOCATION", "LOCATION", "STICKER", "LOCATION")) {
                assertEquals(200, Hooks.signed(world, new InboundEvent.Unknown(kind)));
            }
        } finally {
            logger.detachAppender(heard);
            logger.setLevel(null);
        }
        assertEquals(2, heard.list.size(), heard.list::toString);
    }

    @Test
    void somebodyWithAUserIdIsCountedByTheNumberThatIsProven() {
        Hooks.signed(world, Hooks.reply("in-1", NICK, "hi", Optional.empty(), NICKS_ID));
        int sent = 0;
        try {
            for (int i = 0; i < 10; i++) {
                String to = i % 2 == 0 ? World.PHONE : "id";
                VerificationCode code = to.equals("id")
                        ? VerificationCode.to(NICKS_ID).via("plain").purpose("login")
                        : VerificationCode.to(World.PHONE).via("plain").purpose("login");
                world.receipt(world.engine.start(code.build()));
                sent++;
            }
        } catch (LimitReachedException e) {
            assertEquals(5, sent, "5 messages in 10 minutes, whichever address they went to");
            return;
        }
        throw new AssertionError("10 messages went out");
    }

    @Test
    void whileTheWindowIsOpenWhatAFormShowsWholeGoesWithoutTemplate() {
        assertEquals("/plain", target(notice()));
        Hooks.signed(world, reply("in-1"));

        assertEquals("/free", target(notice()));
        assertEquals("/plain", target(world.engine.start(world.code().build())), "a code goes by template");
        world.clock.advance(Duration.ofDays(1).minusMinutes(5));
        assertEquals("/plain", target(notice()), "as good as closed");
    }

    @Test
    void theWindowBeginsWhenTheProviderGotTheMessageAndALateOneDoesNotShortenIt() {
        Instant now = world.clock.instant();
        Hooks.signed(world, Hooks.reply("in-1", NICK, "hi", Optional.of(now.minus(Duration.ofHours(25)))));
        assertEquals("/plain", target(notice()));
        Hooks.signed(world, reply("in-2"));
        Hooks.signed(world, Hooks.reply("in-3", NICK, "hi", Optional.of(now.minus(Duration.ofMinutes(1_437)))));

        assertEquals("/free", target(notice()));
    }

    @Test
    void aWindowThatTheProviderSaysIsClosedIsClosed() {
        Hooks.signed(world, reply("in-1"));
        Started started = notice();
        assertEquals("/free", target(started));

        Hooks.signed(
                world,
                new InboundEvent.Report(
                        started.id() + "-0-0",
                        MessageStatus.FAILED,
                        Optional.empty(),
                        Optional.of(new DeliveryFailure(FailureReason.WINDOW_CLOSED, "7010 EC_NO_SESSION", ""))));

        assertEquals(
                FailureReason.WINDOW_CLOSED,
                world.await(ChatAuthEvent.DeliveryFailed.class).failure().reason());
        assertEquals("/plain", target(notice()), "the next one goes by template");
    }

    private Started notice() {
        return world.engine.start(world.notice().build());
    }

    private String target(Started started) {
        world.receipt(started);
        return world.wire.targets.get(world.wire.targets.size() - 1);
    }

    private static InboundEvent.Reply reply(String id) {
        return Hooks.reply(id, NICK, "482913", Optional.empty());
    }

    private static InboundEvent claim(String id, Address claimed) {
        return new InboundEvent.AddressClaimed(id, NICKS_ID, "Bank", claimed, Optional.empty());
    }

    private interface Watcher {
        void on(String method, String key);
    }

    private static SharedState state(SharedState real, Watcher watcher) {
        return (SharedState) Proxy.newProxyInstance(
                InboxTest.class.getClassLoader(), new Class<?>[] {SharedState.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof String key) {
                        watcher.on(method.getName(), key);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
