package io.chatauth.samples.bank.play;

import io.chatauth.samples.stage.StepMissingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without script: it opens links, and presses the buttons of the form that it finds there. */
final class Browser {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern DIGITS = Pattern.compile("<input id=\"digits\"[^>]* name=\"([^\"]+)\"");
    private static final Pattern BUTTON = Pattern.compile("<button[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final HttpClient http;

    /**
     * What was answered.
     *
     * @param uri where
     * @param status the HTTP status
     * @param html the page
     */
    record Page(URI uri, int status, String html) {}

    private Browser(CookieManager cookies) {
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
    }

    /** A browser that nobody knows. */
    static Browser unknown() {
        return new Browser(new CookieManager());
    }

    /** The browser in which something began. */
    static Browser with(URI site, String cookie, String value) {
        CookieManager cookies = new CookieManager();
        HttpCookie kept = new HttpCookie(cookie, value);
        kept.setVersion(0);
        kept.setPath("/");
        cookies.getCookieStore().add(site, kept);
        return new Browser(cookies);
    }

    /** Opens a page. */
    Page open(String uri) {
        return fetch("GET", uri, "Mozilla/5.0");
    }

    /** Asks for a page in the name of some program. */
    Page fetch(String method, String uri, String userAgent) {
        return send(HttpRequest.newBuilder(URI.create(uri))
                .header("User-Agent", userAgent)
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Presses a button of a page, the first being 0. */
    Page press(Page page, int button, Optional<String> digits) {
        List<MatchResult> buttons = BUTTON.matcher(page.html()).results().toList();
        StepMissingException.unless(buttons.size() > button, "the page has " + buttons.size() + " buttons");
        List<String> fields = new ArrayList<>();
        HIDDEN.matcher(page.html()).results().forEach(hidden -> fields.add(field(hidden.group(1), hidden.group(2))));
        fields.add(field(buttons.get(button).group(1), buttons.get(button).group(2)));
        Matcher input = DIGITS.matcher(page.html());
        if (input.find() && digits.isPresent()) {
            fields.add(field(input.group(1), digits.get()));
        }
        return send(HttpRequest.newBuilder(page.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields))));
    }

    /** Posts JSON. */
    Page post(URI uri, String json) {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
            return new Page(response.uri(), response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("a page can't be opened", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepMissingException("interrupted while a page was opened");
        }
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
