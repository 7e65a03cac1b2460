package io.chatauth.samples.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.samples.stage.App;
import io.chatauth.samples.stage.Phone;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages as a browser without script sees them, beside the sandbox's phones. */
class BankPagesTest {
    private static final String NICK = "441134960001";
    private static final String MIA = "441134960002";
    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
    private static final Pattern DIGITS = Pattern.compile("class=\"digits\"><span>[^<]*</span> <strong>([0-9]{2})<");

    private static LocalBank local;
    private static Phone phone;

    private final Visitor visitor = new Visitor(local.web().baseUri());

    @BeforeAll
    static void start() {
        local = LocalBank.start(0, 0);
        local.servePages();
        phone = new Phone(local.sandboxUri());
    }

    @AfterAll
    static void stop() {
        local.close();
    }

    @Test
    void aWrongCodeIsToldAndTheRightOneLogsInUnderANewSession() throws Exception {
        String before = visitor.cookie("bank-session");
        String path = logIn("code", App.WHATSAPP, NICK);
        assertTrue(visitor.get(path).body().contains("It can be sent again in"));
        assertTrue(visitor.post(path, path + "/resend", Map.of()).body().contains("It can be sent again in"));
        String code = code(NICK, path);
        String wrong = (code.charAt(0) == '0' ? "1" : "0") + code.substring(1);
        HttpResponse<String> again = visitor.post(path, path + "/code", Map.of("code", wrong));
        assertTrue(again.body().contains("That is not the code. 4 attempts remain."), again::body);
        HttpResponse<String> in = visitor.post(path, path + "/code", Map.of("code", code));
        assertTrue(in.body().contains("You are logged in"), in::body);
        assertFalse(before.equals(visitor.cookie("bank-session")), "the session of before still counts");
        assertTrue(visitor.get("/account").body().contains("Hello, Nick"));
        visitor.post("/account", "/logout", Map.of());
        assertEquals(403, visitor.get("/payment").statusCode());
    }

    @Test
    void nobodyCanTellWhetherANumberIsACustomers() throws Exception {
        String known = shape(visitor.get(logIn("code", App.WHATSAPP, NICK)).body());
        String unknown =
                shape(visitor.get(logIn("code", App.WHATSAPP, "441134960999")).body());
        assertEquals(known, unknown);
        String path = logIn("link", App.VIBER, "441134960999");
        assertTrue(DIGITS.matcher(visitor.get(path).body()).find());
        assertEquals(List.of(), phone.all("441134960999"));
    }

    @Test
    void aLinkLogsInTheBrowserWhereItBegan() throws Exception {
        String path = logIn("link", App.VIBER, MIA);
        String link = button(MIA, path);
        HttpResponse<String> page = visitor.open(URI.create(link));
        assertEquals(200, page.statusCode());
        assertTrue(visitor.get(path).body().contains("Open the link in Viber"), "opening it was enough");
        HttpResponse<String> sentOn = visitor.press(page, 0, "");
        assertTrue(sentOn.body().contains("Hello, Mia"), sentOn::body);
        assertTrue(visitor.get(path).body().contains("You are logged in"));
    }

    @Test
    void aLinkThatIsOpenedElsewhereNeedsTheDigitsAndLogsInTheFirstBrowserOnly() throws Exception {
        String path = logIn("link", App.WHATSAPP, NICK);
        Matcher digits = DIGITS.matcher(visitor.get(path).body());
        assertTrue(digits.find());
        Visitor elsewhere = new Visitor(local.web().baseUri());
        elsewhere.press(elsewhere.open(URI.create(button(NICK, path))), 0, digits.group(1));
        assertTrue(elsewhere.get("/account").body().contains("Send a code"), "the other browser is logged in");
        assertTrue(visitor.get("/account").body().contains("Hello, Nick"));
    }

    @Test
    void aTapConfirmsAPaymentAndAnotherRefusesIt() throws Exception {
        logInAs(NICK);
        String paid = begin("/payment", Map.of("payee", "Shop", "amount", "12,50", "app", "whatsapp"));
        assertTrue(visitor.get(paid).body().contains("EUR 12.50"));
        tap(paid, 0);
        visitor.await(paid, "The payment is confirmed");
        String refused = begin("/payment", Map.of("payee", "Shop", "amount", "99", "app", "whatsapp"));
        tap(refused, 1);
        visitor.await(refused, "We take it as a report of fraud");
    }

    @Test
    void aCodeConfirmsAPaymentWhereNobodyCanReply() throws Exception {
        logInAs(MIA);
        String path = begin("/payment", Map.of("payee", "Shop", "amount", "7", "app", "kakao"));
        String code = code(MIA, path);
        HttpResponse<String> paid = visitor.post(path, path + "/code", Map.of("code", code));
        assertTrue(paid.body().contains("The payment is confirmed"), paid::body);
    }

    @Test
    void twoDigitsAndAPageCanBeAskedFor() throws Exception {
        logInAs(NICK);
        String number = begin("/payment", Map.of("payee", "A", "amount", "1", "app", "whatsapp", "way", "number"));
        Matcher digits = DIGITS.matcher(visitor.get(number).body());
        assertTrue(digits.find());
        phone.quote(App.WHATSAPP, NICK, shown(NICK, number).id(), digits.group(1));
        visitor.await(number, "The payment is confirmed");
        String page = begin("/payment", Map.of("payee", "B", "amount", "2", "app", "zalo", "way", "page"));
        visitor.press(visitor.open(URI.create(button(NICK, page))), 1, "");
        visitor.await(page, "The payment is refused");
    }

    @Test
    void theCallCentreActivatesACard() throws Exception {
        logInAs(NICK);
        String path = begin("/card", Map.of("app", "line"));
        assertTrue(visitor.get(path).body().contains(Bank.CALL_CENTRE));
        HttpResponse<String> activated = visitor.post(path, path + "/complete", Map.of());
        assertTrue(activated.body().contains("The card is activated"), activated::body);
    }

    @Test
    void whoWritesFirstIsAskedWhetherThatWasThemAndGetsMessages() throws Exception {
        String path = begin("/opt-in", Map.of("app", "whatsapp"));
        String page = visitor.get(path).body();
        assertTrue(page.contains("<svg class=\"qr\" role=\"img\" aria-label="), page);
        assertTrue(page.contains("/?chat=https%3A%2F%2Fwa.me%2F441134960000"), page);
        assertTrue(page.contains("Log in by a code instead."), page);
        Matcher text = Pattern.compile("class=\"said\">([^<]+)<").matcher(page);
        assertTrue(text.find(), page);
        phone.write(App.WHATSAPP, MIA, text.group(1));
        String asked = visitor.await(path, "Was that you?");
        assertTrue(asked.contains("02</strong>") && !asked.contains(MIA), "the address is masked; " + asked);
        HttpResponse<String> done = visitor.post(path, path + "/complete", Map.of());
        assertTrue(done.body().contains("You get our messages"), done::body);
    }

    @Test
    void whereNobodyCanWriteTheWayBackIsACode() throws Exception {
        HttpResponse<String> refused = visitor.post("/opt-in", "/opt-in", Map.of("app", "line"));
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("Choose another one, or log in by a code."), refused::body);
    }

    @Test
    void whatIsTypedIsShownAsTextAndABadAmountIsTold() throws Exception {
        logInAs(MIA);
        HttpResponse<String> bad =
                visitor.post("/payment", "/payment", Map.of("payee", "<script>alert(1)</script>\"'", "amount", "much"));
        assertEquals(400, bad.statusCode());
        assertTrue(bad.body().contains("role=\"alert\""), bad::body);
        assertTrue(bad.body().contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;"), bad::body);
        assertFalse(bad.body().contains("<script>alert"), bad::body);
    }

    @Test
    void aFormWithoutThisVisitsTokenIsRefused() throws Exception {
        visitor.get("/login");
        Map<String, String> form = Map.of("phone", "+441134960003", "app", "whatsapp");
        assertEquals(403, visitor.send("/login", form).statusCode());
        String foreign = new Visitor(local.web().baseUri()).csrf("/login");
        assertEquals(
                403,
                visitor.send("/login", Map.of("csrf", foreign, "phone", "+441134960003"))
                        .statusCode());
    }

    @Test
    void anotherVisitDoesNotSeeTheChallenge() throws Exception {
        String path = logIn("code", App.WHATSAPP, NICK);
        assertEquals(404, new Visitor(local.web().baseUri()).get(path).statusCode());
    }

    @Test
    void pagesForbidForeignContentFramesAndInlineScripts() throws Exception {
        HttpResponse<String> page = visitor.get("/login");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
    }

    @Test
    void withTlsTheCookiesBelongToThisHostAlone() {
        Cookies cookies = new Cookies(true);
        assertEquals("__Host-bank-session=x; Path=/; HttpOnly; SameSite=Strict; Secure", cookies.setSession("x"));
        assertTrue(cookies.setDevice("x").startsWith("__Host-bank-device=x; Path=/; HttpOnly; SameSite=Lax;"));
    }

    @Test
    void aForeignHostNameIsRefused() throws Exception {
        URI base = local.web().baseUri();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream()
                    .write("GET /login HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
        }
    }

    @Test
    void strangePathsAndLongFormsAreRefused() throws Exception {
        assertEquals(404, visitor.get("/challenge/x").statusCode());
        assertEquals(404, visitor.get("/challenge/..%2f").statusCode());
        assertEquals(404, visitor.get("/nowhere").statusCode());
        assertEquals(
                413, visitor.send("/login", Map.of("phone", "x".repeat(9_000))).statusCode());
    }

    private String begin(String path, Map<String, String> fields) throws Exception {
        HttpResponse<String> begun = visitor.post(path, path, fields);
        assertTrue(begun.uri().getPath().startsWith("/challenge/"), begun::body);
        return begun.uri().getPath();
    }

    private String logIn(String by, App app, String number) throws Exception {
        return begin("/login", Map.of("phone", "+" + number, "app", app.id().value(), "by", by));
    }

    private void logInAs(String number) throws Exception {
        String path = logIn("code", App.WHATSAPP, number);
        visitor.post(path, path + "/code", Map.of("code", code(number, path)));
    }

    private static Phone.Shown shown(String number, String path) throws Exception {
        String challenge = path.substring(path.lastIndexOf('/') + 1);
        return Visitor.until(() -> phone.all(number).stream()
                .filter(message -> message.id().startsWith(challenge))
                .findFirst());
    }

    private static String code(String number, String path) throws Exception {
        Matcher found = CODE.matcher(shown(number, path).text());
        assertTrue(found.find());
        return found.group();
    }

    private static String button(String number, String path) throws Exception {
        return shown(number, path).buttons().get(0).value();
    }

    private void tap(String path, int button) throws Exception {
        Phone.Shown shown = shown(NICK, path);
        phone.tap(App.WHATSAPP, NICK, shown.id(), shown.buttons().get(button));
    }

    /** A page without what is new in each. */
    private static String shape(String page) {
        return page.replaceAll("value=\"[A-Za-z0-9_-]{22}\"", "")
                .replaceAll("/challenge/[a-z0-9]+", "")
                .replaceAll("in [0-9]+ s", "")
                .replaceAll("<li class=\"done\">", "<li>")
                .replaceAll(": (done|not yet)<", "<");
    }
}
