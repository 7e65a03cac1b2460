package io.chatauth.internal.link;

import java.net.URI;
import java.util.Optional;

/**
 * What is configured about links. Nothing of it ever comes from a request.
 *
 * @param page the page behind links; a slash and the token follow
 * @param cookie the name of the cookie that the application keeps the binding in
 * @param next where a page may send people on
 */
public record LinkSettings(Optional<URI> page, String cookie, Destinations next) {
    /** What the cookie is called unless something else is configured. */
    public static final String USUAL_COOKIE = "__Host-chatauth";

    /** No page. */
    public static final LinkSettings NONE = new LinkSettings(Optional.empty(), USUAL_COOKIE, Destinations.NONE);

    /** What people see as the place they are at. */
    public String site() {
        return page.map(URI::getHost).orElse("");
    }
}
