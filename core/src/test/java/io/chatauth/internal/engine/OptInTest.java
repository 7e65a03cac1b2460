package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Address;
import io.chatauth.Answer;
import io.chatauth.Assurance;
import io.chatauth.Canary;
import io.chatauth.ChallengeState;
import io.chatauth.Consent;
import io.chatauth.Expect;
import io.chatauth.FailureReason;
import io.chatauth.Invitation;
import io.chatauth.KeyRing;
import io.chatauth.LimitReachedException;
import io.chatauth.Receipt;
import io.chatauth.RequestException;
import io.chatauth.Secret;
import io.chatauth.Started;
import io.chatauth.StoreException;
import io.chatauth.Tenant;
import io.chatauth.event.ChatAuthEvent.Answered;
import io.chatauth.event.ChatAuthEvent.ConsentGiven;
import io.chatauth.event.ChatAuthEvent.LimitReached;
import io.chatauth.flow.OptIn;
import io.chatauth.internal.guard.Figures;
import io.chatauth.spi.ChatLink;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.store.OpenQuery;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptInTest {
    private static final String COOKIE = "a-random-value-in-a-cookie";
    private static final Expect UPDATES = Expect.purpose("updates").binding(COOKIE);
    private static final Address NICK = Address.phone(World.PHONE);
    private static final Address EVE = Address.phone("+441134960002");

    private final World world = new World();
    private final AtomicInteger inbound = new AtomicInteger();

    @BeforeEach
    void peopleCanAnswer() {
        world.channel.answers();
    }

    @AfterEach
    void close() {
        world.close();
    }

    static OptIn request() {
        return OptIn.begin()
                .via("plain")
                .purpose("updates")
                .site("bank.example")
                .binding(COOKIE);
    }

    private Started start() {
        Started started = world.engine.start(request().build());
        Canary.plantInvitation(started.invitation().orElseThrow().code());
        return started;
    }

    private int write(Address from, String text) {
        return Hooks.signed(world, Hooks.reply("in-" + inbound.incrementAndGet(), from, text, Optional.empty()));
    }

    private Optional<String> answeredFrom(Started started) {
        return world.engine.outcome(started.id(), UPDATES).orElseThrow().answeredFrom();
    }

    @Test
    void theLinkBringsATextWithThirteenCharactersThatSaysWhatItIsFor() {
        Started started = start();

        Invitation invitation = started.invitation().orElseThrow();
        assertTrue(invitation.prefilled());
        assertTrue(invitation.code().matches("[0-9A-HJKMNP-TV-Z]{13}"), "the form of the code");
        assertTrue(invitation.text().contains(invitation.code())
                && invitation.text().contains("bank.example"));
        assertEquals(
                "https://chat.example/Bank?text=" + ChatLink.encode(invitation.text()),
                invitation.link().toString());
        assertFalse(invitation.toString().contains(invitation.code()));
        assertTrue(world.wire.sent.isEmpty(), "nothing is sent");
        Receipt.Refused nothing = assertInstanceOf(
                Receipt.Refused.class,
                started.accepted()
                        .toCompletableFuture()
                        .orTimeout(1, TimeUnit.SECONDS)
                        .join());
        assertEquals(FailureReason.NOT_NEEDED, nothing.failure().reason());
    }

    @Test
    void whoSendsTheTextIsShownMaskedAndConfirmedByTheSessionThatStarted() {
        Started started = start();
        assertInstanceOf(Answer.Waiting.class, world.engine.complete(started.id(), UPDATES));

        assertEquals(200, write(NICK, started.invitation().orElseThrow().text()));

        assertEquals(Optional.of(NICK.masked()), answeredFrom(started));
        assertEquals(List.of(), world.engine.consents().list(Tenant.DEFAULT, NICK), "nothing is recorded before");
        Answer.Approved approved =
                assertInstanceOf(Answer.Approved.class, world.engine.complete(started.id(), UPDATES));
        assertEquals(Optional.of(NICK), approved.address());
        assertEquals(Assurance.SECRET, approved.assurance());
        Consent consent = world.engine.consents().list(Tenant.DEFAULT, NICK).get(0);
        assertEquals(Consent.State.GIVEN, consent.state());
        assertEquals(Consent.Source.OPT_IN, consent.source());
        assertEquals(Optional.of(started.id()), consent.challenge());
        ConsentGiven told = world.await(ConsentGiven.class);
        assertEquals(NICK.masked(), told.person());
        assertInstanceOf(Answer.AlreadyAnswered.class, world.engine.complete(started.id(), UPDATES));
    }

    @Test
    void thePersonIsThankedInTheWindowThatTheMessageOpened() throws InterruptedException {
        Started started = world.engine.start(request().language("de").build());
        write(NICK, started.invitation().orElseThrow().text());
        world.engine.complete(started.id(), UPDATES);

        String thanks = world.wire.arrived.poll(20, TimeUnit.SECONDS);
        assertTrue(String.valueOf(thanks).contains("Vielen Dank"), thanks);
    }

    @Test
    void anotherSessionCanNeitherSeeNorConfirm() {
        Started started = start();
        write(NICK, started.invitation().orElseThrow().text());

        for (Expect other : List.of(
                Expect.purpose("updates"),
                Expect.purpose("updates").binding("another-value-in-a-cookie"),
                Expect.purpose("login").binding(COOKIE))) {
            assertTrue(world.engine.outcome(started.id(), other).isEmpty());
            assertInstanceOf(Answer.Unknown.class, world.engine.complete(started.id(), other));
        }
        assertThrows(
                RequestException.class,
                () -> world.engine.start(
                        OptIn.begin().via("plain").purpose("updates").site("x").build()));
    }

    @Test
    void theFirstWhoSendsItWins() {
        Started started = start();
        String text = started.invitation().orElseThrow().text();
        write(NICK, text);
        write(EVE, text);
        write(NICK, text);

        assertEquals(Optional.of(NICK.masked()), answeredFrom(started));
        List<String> results = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            results.add(world.await(Answered.class).result());
        }
        assertEquals(List.of("Waiting", "AlreadyAnswered", "Waiting"), results);
        assertEquals(
                Optional.of(NICK),
                assertInstanceOf(Answer.Approved.class, world.engine.complete(started.id(), UPDATES))
                        .address());
    }

    @Test
    void whatComesAfterTheEndDoesNothing() {
        Started late = start();
        world.clock.advance(Duration.ofMinutes(8));
        write(NICK, late.invitation().orElseThrow().text());
        assertEquals(Optional.empty(), answeredFrom(late));
        assertInstanceOf(Answer.Expired.class, world.engine.complete(late.id(), UPDATES));

        Started withdrawn = start();
        world.engine.cancel(withdrawn.id(), UPDATES);
        write(NICK, withdrawn.invitation().orElseThrow().text());
        assertEquals(Optional.empty(), answeredFrom(withdrawn));
        assertEquals(List.of(), world.engine.consents().list(Tenant.DEFAULT, NICK));
    }

    @Test
    void aTypedCodeHasEightCharactersAndTheyAreEnough() {
        world.channel.links = context -> ChatLink.typed(URI.create("https://chat.example/" + context.sender()));
        Started started = start();

        Invitation invitation = started.invitation().orElseThrow();
        assertFalse(invitation.prefilled());
        assertEquals(8, invitation.code().length());
        assertTrue(invitation.text().contains(invitation.code()));
        write(NICK, invitation.code().toLowerCase(java.util.Locale.ROOT));
        assertEquals(Optional.of(NICK.masked()), answeredFrom(started));
    }

    @Test
    void eightCharactersAreNotEnoughWhereTheLinkBringsThirteen() {
        Started started = start();
        String code = started.invitation().orElseThrow().code();
        write(NICK, code.substring(0, 8));
        write(NICK, code.substring(0, 12) + (code.endsWith("7") ? "8" : "7"));
        assertEquals(Optional.empty(), answeredFrom(started));
        write(NICK, code);
        assertEquals(Optional.of(NICK.masked()), answeredFrom(started));
    }

    @Test
    void afterFiveMissesInTenMinutesNothingOfThatPersonIsLookedAt() {
        Started started = start();
        String right = started.invitation().orElseThrow().text();
        for (int i = 0; i < 5; i++) {
            write(EVE, "2345678ABCDE" + i);
        }
        write(EVE, right);
        assertEquals(Optional.empty(), answeredFrom(started));
        assertEquals("misses-per-writer-10m", world.await(LimitReached.class).limit());

        write(NICK, right);
        assertEquals(Optional.of(NICK.masked()), answeredFrom(started), "another person is not held up");

        world.clock.advance(Duration.ofMinutes(10));
        Started again = start();
        write(EVE, again.invitation().orElseThrow().text());
        assertEquals(Optional.of(EVE.masked()), answeredFrom(again));
    }

    @Test
    void eachCodeInOneTextIsAMissOfItsOwn() {
        Started started = start();
        String right = started.invitation().orElseThrow().code();

        write(EVE, "2345678ABCDE0 2345678ABCDE1 2345678ABCDE2 2345678ABCDE3 2345678ABCDE4 " + right);
        assertEquals(Optional.empty(), answeredFrom(started));
        assertEquals("misses-per-writer-10m", world.await(LimitReached.class).limit());

        for (int i = 0; i < 3; i++) {
            write(NICK, "2345678ABCDE0 2345678ABCDE1 " + right);
        }
        assertEquals(Optional.of(NICK.masked()), answeredFrom(started), "with the right one among them, none is");
    }

    @Test
    void ordinaryTextsAndRightCodesAreNoMisses() {
        for (int i = 0; i < 20; i++) {
            write(NICK, "Hello, can you send messages tomorrow? My card is not here yet");
        }
        for (int i = 0; i < 10; i++) {
            Started started = start();
            write(NICK, started.invitation().orElseThrow().text());
            assertEquals(Optional.of(NICK.masked()), answeredFrom(started));
        }
    }

    @Test
    void aCodeIsForItsSenderOnly() {
        Started started = world.engine.start(request().sender("Other").build());
        write(NICK, started.invitation().orElseThrow().text());
        assertEquals(Optional.empty(), answeredFrom(started));
    }

    @Test
    void tenantsThatShareASenderShareItsLookUps() {
        Started started = world.engine.start(request().tenant(Tenant.of("shop")).build());
        write(NICK, started.invitation().orElseThrow().text());
        Expect shop = UPDATES.tenant(Tenant.of("shop"));
        assertEquals(
                Optional.of(NICK.masked()),
                world.engine.outcome(started.id(), shop).orElseThrow().answeredFrom());
        assertInstanceOf(Answer.Unknown.class, world.engine.complete(started.id(), UPDATES));
        assertTrue(world.engine.complete(started.id(), shop).approved());
        assertEquals(1, world.engine.consents().list(Tenant.of("shop"), NICK).size());
        assertEquals(List.of(), world.engine.consents().list(Tenant.DEFAULT, NICK));
    }

    @Test
    void whatWasInvitedUnderAnOldKeyIsFoundUnderANewOne() {
        Started started = start();
        world.keys.reload(KeyRing.builder()
                .key("k2", KeyRing.State.ACTIVE, Secret.of("HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))
                .key("k1", KeyRing.State.VERIFY_ONLY, Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))
                .build());
        write(NICK, started.invitation().orElseThrow().text());
        assertEquals(Optional.of(NICK.masked()), answeredFrom(started));
        assertTrue(world.engine.complete(started.id(), UPDATES).approved());
    }

    @Test
    void aLookUpThatIsTakenIsTriedAgainWithAnotherCode() {
        MovableClock clock = new MovableClock();
        InMemoryChallengeStore real = new InMemoryChallengeStore();
        AtomicInteger refusals = new AtomicInteger(2);
        ChallengeStore taken = (ChallengeStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ChallengeStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("insert") && refusals.getAndDecrement() > 0) {
                        throw new StoreException("the look-up is taken", null);
                    }
                    if (method.getName().equals("findOpen") && arguments[0] instanceof OpenQuery.ByLookup) {
                        return List.of(someChallenge());
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        try (World two = new World(clock, World.RING, Figures.DEFAULT, taken, new InMemorySharedState(clock))) {
            two.channel.answers();
            two.engine.start(request().build());
            assertEquals(-1, refusals.get());
            refusals.set(100);
            assertThrows(StoreException.class, () -> two.engine.start(request().build()));
            assertEquals(97, refusals.get(), "tried three times and no more");
        }
    }

    private ChallengeRecord someChallenge() {
        return world.store.find(start().id()).orElseThrow();
    }

    @Test
    void codesDifferAndTheStoreHoldsNoneOfThem() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            Started started = start();
            String code = started.invitation().orElseThrow().code();
            assertTrue(codes.add(code.substring(0, 8)), "twice the same first eight");
            ChallengeRecord stored = world.store.find(started.id()).orElseThrow();
            assertFalse(stored.toString().contains(code.substring(0, 8)));
            assertEquals(1, stored.lookups().size());
            assertEquals(ChallengeState.OPEN, stored.state());
        }
    }

    @Test
    void aChannelWithoutLinkSaysWhyAndWhatToUse() {
        world.channel.links = context -> ChatLink.refused("the chat has no name");
        RequestException refused = assertThrows(RequestException.class, this::start);
        assertTrue(
                refused.getMessage().contains("the chat has no name")
                        && refused.getMessage().contains("verification-code"),
                refused.getMessage());
        try (World mute = new World()) {
            RequestException silent = assertThrows(
                    RequestException.class, () -> mute.engine.start(request().build()));
            assertTrue(silent.getMessage().contains("verification-code"), silent.getMessage());
        }
    }

    @Test
    void whatHasNoMeaningWithoutRecipientIsRefused() {
        assertTrue(message(request().decoy()).contains("decoy()"));
        assertTrue(message(request().smsFailover("Bank", "{{code}}")).contains("smsFailover"));
        assertTrue(message(request().value("code", "1")).contains("{{code}}"));
        assertTrue(message(request().template("verification_code")).contains("buttons"));
        assertTrue(message(request().template("opt_in_confirmation").value("site", "x"))
                .contains("{{code}}"));
        assertTrue(message(OptIn.begin().via("plain").purpose("updates").binding(COOKIE))
                .contains("{{site}}"));
        Started started = start();
        assertThrows(RequestException.class, () -> world.engine.resend(started.id(), UPDATES));
        assertThrows(RequestException.class, () -> world.engine.verify(started.id(), "123456", UPDATES));
    }

    private String message(OptIn wrong) {
        return String.valueOf(assertThrows(RequestException.class, () -> world.engine.start(wrong.build()))
                .getMessage());
    }

    @Test
    void oneAddressStartsNoMoreInvitationsThanOtherChallenges() {
        for (int i = 0; i < 10; i++) {
            world.engine.start(request().ip("192.0.2.7").build());
        }
        assertThrows(
                LimitReachedException.class,
                () -> world.engine.start(request().ip("192.0.2.7").build()));
        world.engine.start(request().ip("192.0.2.8").build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "ko", "ja", "th", "vi", "ar"})
    void theTextOfEveryLanguageIsUnderstood(String language) {
        Started started = world.engine.start(request().language(language).build());
        String text = started.invitation().orElseThrow().text();
        assertTrue(text.contains("bank.example"), text);
        assertTrue(started.invitation().orElseThrow().link().toString().length() < 1500, "a QR code has room for it");
        write(NICK, text);
        assertEquals(Optional.of(NICK.masked()), answeredFrom(started));
    }
}
