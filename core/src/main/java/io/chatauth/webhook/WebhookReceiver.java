package io.chatauth.webhook;

/**
 * Takes what providers post, whatever the web framework. Give it the raw request and send its response back.
 *
 * <p>Each channel has its own path, {@code /<channel>/<token>} below the base URL that is configured as
 * {@code chatauth.webhook.base-url}. The token can't be guessed; it is derived from the key ring, goes out with every
 * message, and must not be logged.
 */
@FunctionalInterface
public interface WebhookReceiver {
    /** The longest body, in bytes; adapters may stop reading after it. */
    int MAX_BODY = 256 * 1024;

    /**
     * Takes one request.
     *
     * @param request the raw request
     * @return what to answer: 200 when it is taken in; 404 for an unknown path or token; 405, 413 or 400 for what is no
     *     report; 503 when a store can't be reached, so that the provider comes back
     */
    WebhookResponse receive(WebhookRequest request);
}
