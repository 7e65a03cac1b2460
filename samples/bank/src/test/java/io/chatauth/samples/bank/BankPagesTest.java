package io.chatauth.samples.cardactivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.samples.cardactivation.web.BankPages;
import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages as a browser without script sees them. */
class BankPagesTest {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final String NUMBER = "441134960001";

    private final LocalService service = LocalService.start(0, 0);
    private final Phone phone = new Phone(service.sandboxUri());
    private final HttpClient browser = browser();

    @BeforeEach
    void start() {
        service.registerTemplates();
        BankPages.addTo(service.web().server(), service.bank(), service.sandboxUri());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aCardIsSentFollowedAndActivated() throws Exception {
        HttpResponse<String> card = post("/", "/cards", Map.of("name", "Nick", "phone", "+" + NUMBER));
        assertTrue(card.body().contains("The card is on its way"), card::body);
        String path = card.uri().getPath();
        see("Hi Nick,");
        assertEquals(3, done(waitFor(path, "Seen<span class=\"unseen\">: done")));
        HttpResponse<String> activated = post(path, path + "/called", Map.of());
        assertTrue(activated.body().contains("The card is activated"), activated::body);
        assertTrue(activated.body().contains("The customer has called."), activated::body);
        assertFalse(get(path).body().contains("The customer has called."), "the note is shown once");
    }

    @Test
    void aWrongCodeIsToldAndTheRightOneLogsInOnce() throws Exception {
        HttpResponse<String> login = post("/login", "/login", Map.of("phone", "+" + NUMBER));
        String path = login.uri().getPath();
        assertTrue(login.body().contains("It can be sent again in"), login::body);
        assertTrue(post(path, path + "/resend", Map.of()).body().contains("It can be sent again in"));
        String code = Story.code(see("verification code"));
        String wrong = code.charAt(0) == '0' ? "1" + code.substring(1) : "0" + code.substring(1);
        HttpResponse<String> again = post(path, path + "/code", Map.of("code", wrong));
        assertTrue(again.body().contains("That is not the code. 4 attempts remain."), again::body);
        HttpResponse<String> in = post(path, path + "/code", Map.of("code", code));
        assertTrue(in.body().contains("You are logged in"), in::body);
    }

    @Test
    void whatIsTypedIsShownAsTextAndABadNumberIsTold() throws Exception {
        HttpResponse<String> bad = post("/", "/cards", Map.of("name", "<script>alert(1)</script>\"'", "phone", "12"));
        assertEquals(400, bad.statusCode());
        assertTrue(bad.body().contains("role=\"alert\""), bad::body);
        assertTrue(bad.body().contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;"), bad::body);
        assertFalse(bad.body().contains("<script>alert"), bad::body);
    }

    @Test
    void aFormWithoutThisBrowsersTokenIsRefused() throws Exception {
        get("/");
        assertEquals(
                403,
                send("/cards", Map.of("name", "Nick", "phone", "+" + NUMBER)).statusCode());
        assertEquals(
                403,
                send("/cards", Map.of("csrf", csrf(browser(), "/"), "name", "Nick", "phone", "+" + NUMBER))
                        .statusCode());
        assertEquals(List.of(), phone.all(NUMBER));
    }

    @Test
    void anotherBrowserDoesNotSeeTheChallenge() throws Exception {
        String path = post("/", "/cards", Map.of("name", "Nick", "phone", "+" + NUMBER))
                .uri()
                .getPath();
        HttpResponse<String> other = browser().send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(404, other.statusCode());
    }

    @Test
    void pagesForbidForeignContentAndFrames() throws Exception {
        HttpResponse<String> page = get("/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
    }

    @Test
    void aForeignHostNameIsRefused() throws Exception {
        URI base = service.web().baseUri();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
        }
    }

    @Test
    void strangePathsAndLongFormsAreRefused() throws Exception {
        assertEquals(404, get("/cards/x").statusCode());
        assertEquals(404, get("/login/..%2f").statusCode());
        assertEquals(404, get("/nowhere").statusCode());
        assertEquals(413, send("/cards", Map.of("name", "x".repeat(9_000))).statusCode());
    }

    private Phone.Shown see(String text) {
        Phone.Shown shown = until(() -> phone.all(NUMBER).stream()
                .filter(message -> message.text().contains(text))
                .findFirst());
        phone.see(shown.id());
        return shown;
    }

    private String waitFor(String path, String text) {
        return until(() -> {
            try {
                return Optional.of(get(path).body()).filter(body -> body.contains(text));
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static <T> T until(Supplier<Optional<T>> look) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("it did not appear");
    }

    private static long done(String page) {
        return Pattern.compile("<li class=\"done\">").matcher(page).results().count();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String from, String to, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf", csrf(browser, from));
        return send(to, all);
    }

    private HttpResponse<String> send(String to, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                request(to)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String csrf(HttpClient client, String path) throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(client.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .body());
        assertTrue(token.find(), "no form at " + path);
        return token.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.web().baseUri() + path));
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }
}
