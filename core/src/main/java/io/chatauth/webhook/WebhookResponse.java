package io.chatauth.webhook;

import java.util.Map;
import java.util.Objects;

/**
 * What the receiver answers.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body as text, possibly empty
 */
public record WebhookResponse(int status, Map<String, String> headers, String body) {
    /** Copies the headers. */
    public WebhookResponse {
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
    }

    /**
     * An answer without body.
     *
     * @param status the HTTP status
     * @return the answer
     */
    public static WebhookResponse of(int status) {
        return new WebhookResponse(status, Map.of(), "");
    }
}
