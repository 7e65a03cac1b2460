package io.chatauth.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.chatauth.ChallengeState;
import io.chatauth.KeyRing;
import io.chatauth.Secret;
import io.chatauth.Started;
import io.chatauth.StoreException;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.flow.LoginLink;
import io.chatauth.internal.guard.Figures;
import io.chatauth.internal.page.Pages;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.webhook.WebhookRequest;
import io.chatauth.webhook.WebhookResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Headers, forms, languages, keys, faults: what keeps a page to the person in front of it. */
class PageSecurityTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private static LoginLink request() {
        return LoginLink.to(World.PHONE).via("plain").purpose("login").binding(Browser.BINDING);
    }

    private static Started start(World world, LoginLink request) {
        Started started = world.engine.start(request.build());
        world.receipt(started);
        return started;
    }

    private ChallengeState state(Started started) {
        return world.store.find(started.id()).orElseThrow().state();
    }

    @Test
    void everyPageKeepsItselfToItself() {
        start(world, request());
        String path = Browser.path(world);
        List<WebhookResponse> all = List.of(
                Browser.home(world).get(path),
                Browser.other(world).get(path),
                Browser.home(world).send("HEAD", path, new byte[0]),
                Browser.home(world).get("/_page/x"),
                Browser.home(world).post(path, Map.of("form", "x")),
                Browser.home(world).press(path, "yes"),
                Browser.home(world).get(path));

        for (WebhookResponse page : all) {
            Map<String, String> headers = page.headers();
            assertEquals("no-store", headers.get("Cache-Control"));
            assertEquals("no-referrer", headers.get("Referrer-Policy"));
            assertEquals("nosniff", headers.get("X-Content-Type-Options"));
            assertEquals("DENY", headers.get("X-Frame-Options"));
            assertEquals("same-origin", headers.get("Cross-Origin-Opener-Policy"));
            assertEquals("text/html; charset=utf-8", headers.get("Content-Type"));
            String policy = headers.get("Content-Security-Policy");
            assertTrue(
                    policy.matches("default-src 'none'; style-src 'nonce-[A-Za-z0-9_-]{22}'; form-action 'self';"
                            + " frame-ancestors 'none'; base-uri 'none'"),
                    policy);
            Matcher nonce = Pattern.compile("nonce-([^']+)'").matcher(policy);
            assertTrue(nonce.find());
            assertTrue(page.body().isEmpty() || page.body().contains("<style nonce=\"" + nonce.group(1) + "\">"));
            assertFalse(page.body().matches("(?s).*(<script|<img|<link|src=|javascript:|style=|\\bon[a-z]+=).*"));
        }
        assertNotEquals(
                all.get(0).headers().get("Content-Security-Policy"),
                all.get(1).headers().get("Content-Security-Policy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", ".", "1.x", "99999999999.AAAAAAAAAAAAAAAAAAAAAA", "9.9.9", "-1.AAAAAAAAAAAAAAAAAAAAAA"})
    void aForgedFormIsRefusedAndShownAnew(String forged) {
        Started started = start(world, request());

        WebhookResponse again = Browser.home(world).post(Browser.path(world), Map.of("form", forged, "choice", "yes"));

        assertEquals(403, again.status());
        assertTrue(again.body().contains("Please try again"), again.body());
        assertEquals(ChallengeState.OPEN, state(started));
    }

    @Test
    void aFormWithoutTokenIsRefused() {
        Started started = start(world, request());

        assertEquals(
                403,
                Browser.home(world)
                        .post(Browser.path(world), Map.of("choice", "yes"))
                        .status());
        assertEquals(ChallengeState.OPEN, state(started));
    }

    @ParameterizedTest
    @CsvSource({"299, 200", "300, 403"})
    void aFormIsGoodForFiveMinutes(long seconds, int status) {
        start(world, request());
        String path = Browser.path(world);
        String form = Browser.form(Browser.home(world).get(path));
        world.clock.advance(Duration.ofSeconds(seconds));

        assertEquals(
                status,
                Browser.home(world)
                        .post(path, Map.of("form", form, "choice", "yes"))
                        .status());
    }

    @Test
    void everyChangedCharacterOfAFormsTokenCounts() {
        Started started = start(world, request());
        String path = Browser.path(world);
        String form = Browser.form(Browser.home(world).get(path));
        for (int at = 0; at < form.length() - 1; at++) {
            char other = form.charAt(at) == '7' ? '8' : '7';
            String changed = form.substring(0, at) + other + form.substring(at + 1);
            assertEquals(
                    403,
                    Browser.home(world)
                            .post(path, Map.of("form", changed, "choice", "yes"))
                            .status());
        }
        assertEquals(ChallengeState.OPEN, state(started));
    }

    @Test
    void theFormOfAnotherLinkIsRefused() {
        start(world, request());
        String form = Browser.form(Browser.home(world).get(Browser.path(world)));
        Started second = start(world, request());

        assertEquals(
                403,
                Browser.home(world)
                        .post(Browser.path(world), Map.of("form", form, "choice", "yes"))
                        .status());
        assertEquals(ChallengeState.OPEN, state(second));
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 415",
        "application/json, 415",
        "multipart/form-data, 415",
        "'', 415",
        "application/x-www-form-urlencodedx, 415",
        "'Application/X-WWW-Form-Urlencoded; charset=UTF-8', 200"
    })
    void onlyFormsAreRead(String type, int status) {
        start(world, request());
        String path = Browser.path(world);
        String form = Browser.form(Browser.home(world).get(path));
        byte[] body = ("form=" + form + "&choice=yes").getBytes(StandardCharsets.UTF_8);

        assertEquals(
                status,
                Browser.home(world)
                        .with("Content-Type", type)
                        .send("POST", path, body)
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"&choice=yes&choice=yes", "&choice=yes&form=x", "&choice", "&choice=%zz", "&choice=yes&%", "&"})
    void aFormThatIsNotWholeIsRefused(String rest) {
        Started started = start(world, request());
        String path = Browser.path(world);
        String form = Browser.form(Browser.home(world).get(path));

        WebhookResponse answer = Browser.home(world)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", path, ("form=" + form + rest).getBytes(StandardCharsets.UTF_8));

        assertEquals(400, answer.status());
        assertEquals(ChallengeState.OPEN, state(started));
    }

    @Test
    void aLongFormIsNotRead() {
        start(world, request());
        String path = Browser.path(world);
        Map<String, String> fields = new HashMap<>(Map.of("choice", "yes", "more", "x".repeat(4096)));
        fields.put("form", Browser.form(Browser.home(world).get(path)));

        assertEquals(413, Browser.home(world).post(path, fields).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get", "X"})
    void otherMethodsAreRefused(String method) {
        start(world, request());

        WebhookResponse answer = Browser.home(world).send(method, Browser.path(world), new byte[0]);

        assertEquals(405, answer.status());
        assertEquals("GET, HEAD, POST", answer.headers().get("Allow"));
    }

    @ParameterizedTest
    @CsvSource({
        "de, fr, de, ltr",
        "ar_EG, en, ar, rtl",
        "'', 'fr;q=0.9,ja-JP;q=0.8,en;q=0.1', ja, ltr",
        "'', 'ko;q=0,th', th, ltr",
        "'', '*', en, ltr",
        "'', ';;;q=x', en, ltr",
        "'', 'fr', en, ltr"
    })
    void thePageSpeaksTheLanguageOfTheChallengeOrOfTheBrowser(
            String wished, String accepted, String language, String direction) {
        start(world, wished.isEmpty() ? request() : request().language(wished));

        WebhookResponse page =
                Browser.other(world).with("Accept-Language", accepted).get(Browser.path(world));

        assertTrue(page.body().contains("<html lang=\"" + language + "\" dir=\"" + direction + "\">"), page.body());
        assertEquals(language, page.headers().get("Content-Language"));
    }

    @Test
    void aKeyThatOnlyVerifiesStillOpensItsLinksAndARetiredOneDoesNot() {
        Secret old = Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        Secret fresh = Secret.of("ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=");
        start(world, request());
        String path = Browser.path(world);

        world.keys.reload(KeyRing.builder()
                .key("k1", KeyRing.State.VERIFY_ONLY, old)
                .key("k2", KeyRing.State.ACTIVE, fresh)
                .build());
        assertEquals(200, Browser.home(world).get(path).status());
        String form = Browser.form(Browser.home(world).get(path));
        world.keys.reload(KeyRing.builder()
                .key("k1", KeyRing.State.RETIRED, old)
                .key("k2", KeyRing.State.ACTIVE, fresh)
                .build());

        assertEquals(410, Browser.home(world).get(path).status());
        assertEquals(
                410,
                Browser.home(world)
                        .post(path, Map.of("form", form, "choice", "yes"))
                        .status());
        assertTrue(world.await(ChatAuthEvent.OperatorAlert.class).text().contains("k1"));
    }

    @Test
    void aStoreThatIsAwayIsNoFaultOfTheLink() {
        boolean[] away = {false};
        ChallengeStore real = new InMemoryChallengeStore();
        ChallengeStore store = (ChallengeStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ChallengeStore.class}, (proxy, method, arguments) -> {
                    if (away[0]) {
                        throw new StoreException("away", new IllegalStateException("away"));
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        MovableClock clock = new MovableClock();
        try (World other = new World(clock, World.RING, Figures.DEFAULT, store, new InMemorySharedState(clock))) {
            start(other, request());
            String path = Browser.path(other);
            String form = Browser.form(Browser.home(other).get(path));
            away[0] = true;
            WebhookResponse later = Browser.home(other).post(path, Map.of("form", form, "choice", "yes"));
            away[0] = false;

            assertEquals(503, later.status());
            assertTrue(later.body().contains("The link was not used"), later.body());
            assertEquals(
                    200,
                    Browser.home(other)
                            .post(path, Map.of("form", form, "choice", "yes"))
                            .status());
        }
    }

    @Test
    void noLogLineHasATokenADigitOrACookie() {
        Logger root = (Logger) LoggerFactory.getLogger("io.chatauth");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Level before = root.getLevel();
        root.addAppender(lines);
        root.setLevel(Level.TRACE);
        try {
            Started started = start(world, request());
            String path = Browser.path(world);
            Browser.home(world).get(path);
            Browser.other(world).type(path, Browser.wrong(started));
            Browser.home(world).get(path + "x");
            String mac = path.substring(path.indexOf('.') + 1);
            for (ILoggingEvent line : lines.list) {
                String text = line.getFormattedMessage() + line.getThrowableProxy();
                assertFalse(text.contains(mac) || text.contains(Browser.BINDING), text);
            }
        } finally {
            root.setLevel(before);
            root.detachAppender(lines);
        }
    }

    @Test
    void aTeamsRendererDrawsAndAFailingOneIsReplaced() {
        start(world, request());
        String path = Browser.path(world);
        WebhookRequest request =
                WebhookRequest.of("GET", path, Map.of("Cookie", "__Host-chatauth=" + Browser.BINDING), new byte[0]);

        WebhookResponse own = new Pages(
                        world.engine.links(),
                        Optional.of(page -> page.kind() + " " + page.flow().orElseThrow() + " "
                                + page.form().orElseThrow().buttons().size() + " " + page))
                .receive(request);
        WebhookResponse failed = new Pages(world.engine.links(), Optional.of(page -> {
                    throw new IllegalStateException("no paper");
                }))
                .receive(request);

        assertEquals("SIGN_IN login-link 1 Page[SIGN_IN, en]", own.body());
        assertTrue(own.headers().get("Content-Security-Policy").startsWith("default-src 'none'"));
        assertTrue(failed.body().contains("<button"), failed.body());
    }

    @Test
    void pathsOfWebhooksAreNoPages() {
        Pages pages = new Pages(world.engine.links(), Optional.empty());

        for (String path : List.of("/whatsapp", "/whatsapp/" + "A".repeat(22), "/omni", "/plain/", "/")) {
            assertFalse(pages.takes(WebhookRequest.of("GET", path, Map.of(), new byte[0])), path);
        }
        for (String path : List.of("/_page/a.b", "/_page/", "/_page", "/id." + "A".repeat(43))) {
            assertTrue(pages.takes(WebhookRequest.of("GET", path, Map.of(), new byte[0])), path);
        }
    }
}
