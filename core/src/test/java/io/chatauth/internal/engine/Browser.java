package io.chatauth.internal.engine;

import io.chatauth.Started;
import io.chatauth.internal.page.Pages;
import io.chatauth.webhook.WebhookRequest;
import io.chatauth.webhook.WebhookResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What opens links: a person's browser, with or without the cookie of the binding, or a machine. */
final class Browser {
    /** What the application keeps in the browser where it began. */
    static final String BINDING = "Zm9yIHRoaXMgYnJvd3NlciBvbmx5";

    private static final Pattern LINK = Pattern.compile("https://bank\\.example/chatauth(/_page/[A-Za-z0-9_.-]+)");
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]*)\"");

    private final Pages pages;
    final Map<String, List<String>> headers = new LinkedHashMap<>();

    Browser(Pages pages) {
        this.pages = pages;
    }

    Browser with(String name, String value) {
        headers.put(name, List.of(value));
        return this;
    }

    /** The browser where it began. */
    static Browser home(World world) {
        return other(world).with("Cookie", "theme=dark; __Host-chatauth=" + BINDING);
    }

    /** Any other. */
    static Browser other(World world) {
        return new Browser(new Pages(world.engine.links(), Optional.empty())).with("Accept-Language", "en-GB,en;q=0.9");
    }

    /** The path of the link in the last message that was sent. */
    static String path(World world) {
        Matcher matcher = LINK.matcher(world.wire.sent.get(world.wire.sent.size() - 1));
        if (!matcher.find()) {
            throw new AssertionError("no link was sent: " + world.wire.sent);
        }
        return matcher.group(1);
    }

    /** Two digits that are certainly wrong. */
    static String wrong(Started started) {
        return started.number().orElseThrow().equals("10") ? "11" : "10";
    }

    WebhookResponse send(String method, String path, byte[] body) {
        return pages.receive(WebhookRequest.received(method, path, headers, body, Optional.empty()));
    }

    WebhookResponse get(String path) {
        return send("GET", path, new byte[0]);
    }

    WebhookResponse post(String path, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        Map<String, List<String>> before = new LinkedHashMap<>(headers);
        headers.putIfAbsent("Content-Type", List.of("application/x-www-form-urlencoded"));
        try {
            return send("POST", path, body.toString().getBytes(StandardCharsets.UTF_8));
        } finally {
            headers.clear();
            headers.putAll(before);
        }
    }

    /** Opens the page and presses. */
    WebhookResponse press(String path, String choice) {
        return post(path, Map.of("form", form(get(path)), "choice", choice));
    }

    /** Opens the page, types and presses yes. */
    WebhookResponse type(String path, String digits) {
        return post(path, Map.of("form", form(get(path)), "choice", "yes", "digits", digits));
    }

    static String form(WebhookResponse page) {
        Matcher matcher = FORM.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("no form in " + page.status() + " " + page.body());
        }
        return matcher.group(1);
    }
}
