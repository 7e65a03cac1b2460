package io.chatauth.internal.config;

import io.chatauth.internal.link.Destinations;
import io.chatauth.internal.link.LinkSettings;
import java.util.regex.Pattern;

/** Reads what is configured about links and their pages. */
final class LinkReader {
    /** RFC 6265, section 4.1.1: a token. */
    private static final Pattern COOKIE = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    private LinkReader() {}

    static LinkSettings read(Values values) {
        String cookie = values.text(Catalogue.PAGE_COOKIE).orElse(LinkSettings.USUAL_COOKIE);
        if (!COOKIE.matcher(cookie).matches()) {
            values.problem(Catalogue.PAGE_COOKIE, cookie, "the name of a cookie, such as " + LinkSettings.USUAL_COOKIE);
        }
        return new LinkSettings(Places.own(values, Catalogue.LOGIN_PAGE), cookie, destinations(values));
    }

    private static Destinations destinations(Values values) {
        try {
            return Destinations.of(values.list(Catalogue.PAGE_NEXT));
        } catch (IllegalArgumentException e) {
            values.problem(
                    Catalogue.PAGE_NEXT,
                    String.join(",", values.list(Catalogue.PAGE_NEXT)),
                    "paths and whole URIs; " + e.getMessage());
            return Destinations.NONE;
        }
    }
}
