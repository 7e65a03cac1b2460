package io.chatauth.samples.bank;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
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
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script, with its cookies. */
final class Visitor {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern BUTTON = Pattern.compile("<button[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern DIGITS = Pattern.compile("<input id=\"digits\"[^>]* name=\"([^\"]+)\"");

    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Visitor(URI base) {
        this.base = base;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return open(URI.create(base + path));
    }

    HttpResponse<String> open(URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Posts a form of the bank's, with the token that stands on a page. */
    HttpResponse<String> post(String from, String to, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf", csrf(from));
        return send(to, all);
    }

    HttpResponse<String> send(String to, Map<String, String> fields) throws IOException, InterruptedException {
        return send(URI.create(base + to), fields);
    }

    private HttpResponse<String> send(URI to, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.send(
                HttpRequest.newBuilder(to)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Presses a button of the page behind a link. */
    HttpResponse<String> press(HttpResponse<String> page, int button, String digits)
            throws IOException, InterruptedException {
        Map<String, String> fields = new HashMap<>();
        HIDDEN.matcher(page.body()).results().forEach(found -> fields.put(found.group(1), found.group(2)));
        List<MatchResult> buttons = BUTTON.matcher(page.body()).results().toList();
        fields.put(buttons.get(button).group(1), buttons.get(button).group(2));
        Matcher input = DIGITS.matcher(page.body());
        if (input.find()) {
            fields.put(input.group(1), digits);
        }
        return send(page.uri(), fields);
    }

    String csrf(String path) throws IOException, InterruptedException {
        String body = get(path).body();
        return HIDDEN.matcher(body)
                .results()
                .filter(found -> found.group(1).equals("csrf"))
                .map(found -> found.group(2))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form at " + path + ": " + body));
    }

    String cookie(String name) throws IOException, InterruptedException {
        get("/login");
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Waits until a page says something. */
    String await(String path, String text) throws Exception {
        String page = until(() -> Optional.of(get(path).body()).filter(body -> body.contains(text)));
        assertTrue(page.contains(text));
        return page;
    }

    static <T> T until(Callable<Optional<T>> look) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = look.call();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("it did not appear");
    }
}
