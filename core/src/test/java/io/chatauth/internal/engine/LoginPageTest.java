package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Answer;
import io.chatauth.Assurance;
import io.chatauth.ChallengeState;
import io.chatauth.Expect;
import io.chatauth.Outcome;
import io.chatauth.RequestException;
import io.chatauth.Started;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.flow.LoginLink;
import io.chatauth.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPageTest {
    private static final Expect HERE = World.LOGIN.binding(Browser.BINDING);

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private LoginLink request() {
        return LoginLink.to(World.PHONE).via("plain").purpose("login").binding(Browser.BINDING);
    }

    private Started start() {
        return start(request());
    }

    private Started start(LoginLink request) {
        Started started = world.engine.start(request.build());
        world.receipt(started);
        return started;
    }

    private ChallengeState state(Started started) {
        return world.store.find(started.id()).orElseThrow().state();
    }

    @Test
    void inTheBrowserWhereItBeganOnePressIsEnough() {
        Started started = start();

        WebhookResponse done = Browser.home(world).press(Browser.path(world), "yes");

        assertEquals(200, done.status());
        assertTrue(done.body().contains("You are signed in"), done.body());
        assertEquals(ChallengeState.APPROVED, state(started));
    }

    @Test
    void theApprovalGoesToTheSessionThatBeganAndOnlyOnce() {
        Started started = start();
        Browser.home(world).press(Browser.path(world), "yes");

        assertTrue(world.engine.outcome(started.id(), World.LOGIN).isEmpty());
        assertTrue(world.engine
                .outcome(started.id(), World.LOGIN.binding("the binding of another browser"))
                .isEmpty());
        Answer.Approved approved = world.engine
                .outcome(started.id(), HERE)
                .flatMap(Outcome::approval)
                .orElseThrow();
        assertEquals(Assurance.SECRET, approved.assurance());
        assertTrue(world.engine
                .outcome(started.id(), HERE)
                .flatMap(Outcome::approval)
                .isEmpty());
    }

    @Test
    void anotherBrowserIsAskedForTheTwoDigits() {
        Started started = start();
        Browser other = Browser.other(world);

        WebhookResponse page = other.get(Browser.path(world));
        WebhookResponse done =
                other.type(Browser.path(world), " " + started.number().orElseThrow() + " ");

        assertTrue(page.body().contains("name=\"digits\""), page.body());
        assertFalse(page.body().contains(started.number().orElseThrow() + "<"), page.body());
        assertEquals(200, done.status());
        assertEquals(ChallengeState.APPROVED, state(started));
        assertTrue(world.engine
                .outcome(started.id(), HERE)
                .flatMap(Outcome::approval)
                .isPresent());
    }

    @Test
    void wrongDigitsSpendTheLinkAndTheRightOnesComeTooLate() {
        Started started = start();
        String path = Browser.path(world);
        String form = Browser.form(Browser.other(world).get(path));
        Map<String, String> right =
                Map.of("form", form, "choice", "yes", "digits", started.number().orElseThrow());

        WebhookResponse wrong = Browser.other(world).type(path, Browser.wrong(started));

        assertEquals(410, wrong.status());
        assertTrue(wrong.body().contains("The digits were wrong"), wrong.body());
        assertEquals(ChallengeState.EXHAUSTED, state(started));
        assertEquals(410, Browser.other(world).post(path, right).status());
        assertEquals(410, Browser.home(world).get(path).status());
        assertEquals(ChallengeState.EXHAUSTED, state(started));
        assertEquals(1, world.store.find(started.id()).orElseThrow().attempts());
    }

    @Test
    void theAttemptIsCountedBeforeItIsCompared() {
        Started started = start();
        Browser.other(world).type(Browser.path(world), started.number().orElseThrow());

        assertEquals(1, world.store.find(started.id()).orElseThrow().attempts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "123", "ab", "4 2", "<b"})
    void whatIsNotTwoDigitsIsAskedForAgainAndCostsNothing(String typed) {
        Started started = start();

        WebhookResponse page = Browser.other(world).type(Browser.path(world), typed);

        assertEquals(400, page.status());
        assertTrue(page.body().contains("Enter the two digits first"), page.body());
        assertEquals(0, world.store.find(started.id()).orElseThrow().attempts());
    }

    @Test
    void digitsOfAnotherScriptAreTheSameDigits() {
        Started started = start();
        StringBuilder arabic = new StringBuilder();
        started.number().orElseThrow().chars().forEach(digit -> arabic.append((char) ('\u0660' + digit - '0')));

        assertEquals(
                200,
                Browser.other(world)
                        .type(Browser.path(world), arabic.toString())
                        .status());
        assertEquals(ChallengeState.APPROVED, state(started));
    }

    /** Whatever a request says, only the cookie makes it the browser where it began. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "home=true",
                "binding=" + Browser.BINDING,
                "__Host-chatauth=" + Browser.BINDING,
                "digits=&home=1",
                "numberMatch=false",
                "kind=PRESSED"
            })
    void noParameterMakesAnotherBrowserTheOneWhereItBegan(String more) {
        Started started = start();
        String path = Browser.path(world);
        Browser other = Browser.other(world);
        String form = Browser.form(other.get(path));

        WebhookResponse answer = other.with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", path, ("form=" + form + "&choice=yes&" + more).getBytes(StandardCharsets.UTF_8));

        assertEquals(400, answer.status());
        assertEquals(ChallengeState.OPEN, state(started));
    }

    @ParameterizedTest
    @CsvSource({
        "__Host-chatauth=short",
        "__Host-chatauth=the-binding-of-another-browser",
        "chatauth=" + Browser.BINDING,
        "__Host-chatauth=" + Browser.BINDING + "; __Host-chatauth=" + Browser.BINDING,
        "__host-chatauth=" + Browser.BINDING,
    })
    void anotherCookieIsAnotherBrowser(String cookie) {
        start();

        WebhookResponse page = Browser.other(world).with("Cookie", cookie).get(Browser.path(world));

        assertEquals(200, page.status());
        assertTrue(page.body().contains("name=\"digits\""), page.body());
    }

    @Test
    void theFormOfAnotherBrowserDoesNotCountInTheOneWhereItBegan() {
        Started started = start();
        String path = Browser.path(world);
        String form = Browser.form(Browser.other(world).get(path));

        WebhookResponse answer = Browser.home(world).post(path, Map.of("form", form, "choice", "yes"));

        assertEquals(403, answer.status());
        assertEquals(ChallengeState.OPEN, state(started));
    }

    @Test
    void lookingChangesNothing() {
        Started started = start();
        String path = Browser.path(world);
        var before = world.store.find(started.id()).orElseThrow();

        for (Browser browser : List.of(Browser.home(world), Browser.other(world))) {
            for (int i = 0; i < 50; i++) {
                assertEquals(200, browser.get(path).status());
                WebhookResponse head = browser.send("HEAD", path, new byte[0]);
                assertEquals(200, head.status());
                assertEquals("", head.body());
            }
        }

        assertEquals(before, world.store.find(started.id()).orElseThrow());
    }

    @Test
    void aSecondPressOfTheSameButtonIsToldTheSame() {
        Started started = start();
        String path = Browser.path(world);
        Browser home = Browser.home(world);
        Map<String, String> fields = Map.of("form", Browser.form(home.get(path)), "choice", "yes");

        assertEquals(200, home.post(path, fields).status());
        assertEquals(200, home.post(path, fields).status());
        assertEquals(410, Browser.other(world).post(path, fields).status());
        assertEquals(410, home.get(path).status());
        assertTrue(world.engine
                .outcome(started.id(), HERE)
                .flatMap(Outcome::approval)
                .isPresent());
        assertTrue(world.engine
                .outcome(started.id(), HERE)
                .flatMap(Outcome::approval)
                .isEmpty());
    }

    @Test
    void ofManyPressesAtOnceExactlyOneDecides() throws Exception {
        for (int round = 0; round < 5; round++) {
            world.clock.advance(Duration.ofHours(2));
            Started started = start();
            String path = Browser.path(world);
            Map<String, String> press =
                    Map.of("form", Browser.form(Browser.home(world).get(path)), "choice", "yes");
            Map<String, String> type = Map.of(
                    "form",
                    Browser.form(Browser.other(world).get(path)),
                    "choice",
                    "yes",
                    "digits",
                    started.number().orElseThrow());
            together(
                    20,
                    at -> at % 2 == 0
                            ? Browser.home(world).post(path, press)
                            : Browser.other(world).post(path, type));
            assertEquals(ChallengeState.APPROVED, state(started));
        }
        world.close();

        assertEquals(
                5,
                world.events.stream()
                        .filter(ChatAuthEvent.ChallengeEnded.class::isInstance)
                        .count());
        assertEquals(
                5,
                world.events.stream()
                        .filter(event -> event instanceof ChatAuthEvent.Answered answered
                                && answered.result().equals("Approved"))
                        .count());
    }

    private interface Turn {
        WebhookResponse take(int at);
    }

    private static void together(int many, Turn turn) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        CyclicBarrier barrier = new CyclicBarrier(many);
        try {
            List<Future<WebhookResponse>> all = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int at = i;
                all.add(threads.submit(() -> {
                    barrier.await();
                    return turn.take(at);
                }));
            }
            for (Future<WebhookResponse> one : all) {
                assertTrue(one.get().status() < 500);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 200", "0, 410", "1, 410"})
    void theTimeEndsExactlyWhenItEnds(long millisAfterTheEnd, int status) {
        Started started = start();
        String path = Browser.path(world);
        Duration nearlyAll =
                Duration.between(world.clock.instant(), started.expiresAt()).minusMinutes(1);
        world.clock.advance(nearlyAll);
        String form = Browser.form(Browser.home(world).get(path));
        world.clock.advance(Duration.ofMinutes(1).plusMillis(millisAfterTheEnd));

        assertEquals(status, Browser.home(world).get(path).status());
        assertEquals(
                status,
                Browser.home(world)
                        .post(path, Map.of("form", form, "choice", "yes"))
                        .status());
        assertEquals(status == 200, state(started) == ChallengeState.APPROVED);
    }

    @Test
    void expiredAndWithdrawnLinksSaySo() {
        start();
        String expired = Browser.path(world);
        world.clock.advance(Duration.ofMinutes(9));
        Started withdrawn = start();
        world.engine.cancel(withdrawn.id(), HERE);

        assertTrue(Browser.other(world).get(expired).body().contains("This link has expired"));
        assertEquals(410, Browser.other(world).get(Browser.path(world)).status());
        assertTrue(Browser.other(world).get(Browser.path(world)).body().contains("This link is over"));
    }

    @Test
    void unknownAndChangedLinksLookAlike() {
        start();
        String path = Browser.path(world);
        char last = path.charAt(path.length() - 2);
        String changed =
                path.substring(0, path.length() - 2) + (last == 'A' ? 'B' : 'A') + path.charAt(path.length() - 1);
        String unknown = "/_page/nobody." + "A".repeat(43);

        String body = null;
        for (String other :
                List.of(changed, unknown, "/_page/", "/_page", "/_page/x", "/_page/.", "/a.b", path + "x")) {
            WebhookResponse page = Browser.home(world).get(other);
            assertEquals(404, page.status(), other);
            String same = page.body().replaceAll("nonce=\"[^\"]+\"", "");
            assertEquals(body == null ? same : body, same, other);
            body = same;
            assertEquals(
                    404,
                    Browser.home(world)
                            .post(other, Map.of("form", "1.x", "choice", "yes"))
                            .status());
        }
    }

    @Test
    void aLinkOfACodeOfAnotherFlowIsUnknown() {
        Started code = world.startCode();

        assertEquals(
                404,
                Browser.home(world)
                        .get("/_page/" + code.id() + "." + "A".repeat(43))
                        .status());
    }

    @Test
    void aDecoysLinkIsUnknown() {
        Started decoy = world.engine.start(request().decoy().build());
        ChallengeRecordToken token = new ChallengeRecordToken(world, decoy);

        assertEquals(404, Browser.home(world).get("/_page/" + token.text()).status());
    }

    /** The token that a challenge's message would carry. */
    private record ChallengeRecordToken(World world, Started started) {
        String text() {
            Ledger ledger = new Ledger(world.engine.parts(), touched -> {});
            var challenge = world.store.find(started.id()).orElseThrow();
            return world.keys.linkToken(Composer.context(ledger.seed(challenge), ledger.content(challenge)));
        }
    }

    @Test
    void aRequestWithoutBindingIsRefused() {
        RequestException e = assertThrows(
                RequestException.class,
                () -> world.engine.start(
                        LoginLink.to(World.PHONE).via("plain").purpose("login").build()));

        assertTrue(e.getMessage().contains("binding(…)"), e.getMessage());
    }
}
