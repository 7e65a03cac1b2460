package io.chatauth.sandbox.internal.webhook;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The account's webhook.
 *
 * @param url where it is
 * @param signing how it is signed, or null
 */
public record Target(URI url, @Nullable Signing signing) {
    /**
     * Reads an address that a webhook can have.
     *
     * @param url the address
     * @return the address, or null if it is not an absolute http or https address with a host
     */
    public static @Nullable URI address(String url) {
        try {
            URI uri = URI.create(url);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
