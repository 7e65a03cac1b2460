package io.chatauth.internal.page;

import io.chatauth.webhook.WebhookRequest;
import java.util.Optional;

/** Reads one cookie. */
final class Cookies {
    private static final int SHORTEST = 16;
    private static final int LONGEST = 200;

    private Cookies() {}

    /**
     * Finds the value of a cookie.
     *
     * @return empty if there is none, or several of that name: one of them may come from somebody who may set cookies for a
     *     domain above ours
     */
    static Optional<String> find(WebhookRequest request, String name) {
        Optional<String> found = Optional.empty();
        for (String header : request.headers("cookie")) {
            for (String pair : header.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                    if (found.isPresent()) {
                        return Optional.empty();
                    }
                    found = Optional.of(unquoted(pair.substring(equals + 1).strip()));
                }
            }
        }
        return found.filter(value -> value.length() >= SHORTEST && value.length() <= LONGEST);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
