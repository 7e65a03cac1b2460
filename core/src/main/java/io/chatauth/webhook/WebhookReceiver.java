package io.chatauth.webhook;

/**
 * Takes what providers post, whatever the web framework. Give it the raw request and send its response back.
 *
 * <p>Each channel has two paths below the base URL that is configured as {@code chatauth.webhook.base-url}, and so has
 * {@code omni}:
 * <ul>
 *   <li>{@code /<channel>/<token>} takes reports. The token can't be guessed; it is derived from the key ring, goes out with
 *       every message, and must not be logged.
 *   <li>{@code /<channel>} takes everything, what people write included, from a webhook that proves itself in one of the
 *       configured ways ({@link WebhookAuth}). Without one, nothing is taken there.
 * </ul>
 * What people write is taken on the path with the token, too, if the request also proves itself.
 *
 * <p>Where {@code chatauth.login-page} is set, {@code /_page/<token>} is the page behind a link, for people: {@code GET} and
 * {@code HEAD} show it, {@code POST} of its form decides. So is {@code /<token>} where the token has a dot, for a receiver that
 * is served at an address of its own for pages.
 */
@FunctionalInterface
public interface WebhookReceiver {
    /** The longest body, in bytes; adapters may stop reading after it. */
    int MAX_BODY = 256 * 1024;

    /**
     * Takes one request.
     *
     * @param request the raw request
     * @return what to answer: 200 when it is taken in; 401 if it does not prove itself, 403 if no way to do so is configured;
     *     404 for an unknown path, channel or token; 405, 413 or 400 for what can't be read; 503 when a store can't be
     *     reached or the same message is just being taken in, so that the provider comes back
     */
    WebhookResponse receive(WebhookRequest request);
}
