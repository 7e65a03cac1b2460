package io.chatauth.sandbox.internal.webhook;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a webhook goes.
 *
 * @param url where it is
 * @param signing how it is signed, or null
 * @param headers what stands in its requests beside, credentials among them
 */
public record Target(URI url, @Nullable Signing signing, Map<String, String> headers) {
    /**
     * Makes a webhook that is not signed.
     *
     * @param url where it is
     * @return the webhook
     */
    public static Target of(URI url) {
        return new Target(url, null, Map.of());
    }

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

    /**
     * Hides the headers' values.
     *
     * @return the rest
     */
    @Override
    public String toString() {
        return "Target[" + url.getScheme() + "://" + url.getAuthority() + ", " + signing + ", " + headers.keySet()
                + "]";
    }
}
