package io.chatauth.webhook;

import io.chatauth.Secret;
import io.chatauth.internal.text.Masking;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.security.auth.x500.X500Principal;

/**
 * One way for a webhook to prove that it comes from the provider. Several may be allowed at a time, so that secrets can be
 * changed without a gap: a webhook is authentic if one of them says so. A header that came twice never proves anything, and
 * comparisons take the same time for right and wrong. Immutable; {@link #toString()} shows no secret.
 */
public abstract class WebhookAuth {
    private static final int SHORTEST = 16;

    WebhookAuth() {}

    /**
     * A name and password, as HTTP Basic sends them (RFC 7617).
     *
     * @param username the name, without a colon
     * @param password the password
     * @return the way
     * @throws IllegalArgumentException if the name is empty or has a colon
     */
    public static WebhookAuth basic(String username, Secret password) {
        if (username.isEmpty() || username.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "the name for HTTP Basic must have at least one character, and no colon");
        }
        return new Authorization("Basic", encoded(username, password), new ProviderSecurity.Basic(username, password));
    }

    /**
     * A bearer token (RFC 6750).
     *
     * @param token the token
     * @return the way
     * @throws IllegalArgumentException if it has less than 16 characters
     */
    public static WebhookAuth bearer(Secret token) {
        requireLength(token, "bearer token");
        return new Authorization("Bearer", token, new ProviderSecurity.Bearer(token));
    }

    /**
     * A client certificate (mTLS). The server must ask for it and verify it against the authorities it trusts.
     *
     * @param subject the certificate's subject (RFC 4514), such as {@code CN=webhooks.infobip.com,O=Infobip}
     * @return the way
     * @throws IllegalArgumentException if the subject can't be read
     */
    public static WebhookAuth peer(String subject) {
        X500Principal expected;
        try {
            expected = new X500Principal(subject);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the subject '" + Masking.clean(subject) + "' is no distinguished name such as CN=host,O=Company",
                    e);
        }
        return new Peer(expected);
    }

    /**
     * A signature with a shared secret.
     *
     * @param header the header that carries it; the account's settings name it
     * @param secret the secret
     * @return the way, with HMAC-SHA-256 over the raw body in lower-case hex and no prefix
     * @throws IllegalArgumentException if the secret has less than 16 characters, or the header is blank
     */
    public static WebhookHmac hmac(String header, Secret secret) {
        return WebhookHmac.of(header, secret);
    }

    /**
     * Tells whether a request is authentic in this way.
     *
     * @param request the raw request
     * @param now the time that counts
     * @return true if it is
     */
    public abstract boolean accepts(WebhookRequest request, Instant now);

    /**
     * Says what has to be set at the provider for its webhooks to prove themselves in this way.
     *
     * @return the other side of this way
     */
    public abstract ProviderSecurity atProvider();

    static void requireLength(Secret secret, String what) {
        if (lengthOf(secret) < SHORTEST) {
            throw new IllegalArgumentException(
                    "the " + what + " has less than " + SHORTEST + " characters and could be guessed");
        }
    }

    private static int lengthOf(Secret secret) {
        return secret.reveal().length();
    }

    private static Secret encoded(String username, Secret password) {
        byte[] both = (username + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return Secret.of(Base64.getEncoder().encodeToString(both));
    }

    /** Compares in a time that depends on the lengths only. */
    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Authorization extends WebhookAuth {
        private final String scheme;
        private final Secret credentials;
        private final ProviderSecurity atProvider;

        Authorization(String scheme, Secret credentials, ProviderSecurity atProvider) {
            this.scheme = scheme;
            this.credentials = credentials;
            this.atProvider = atProvider;
        }

        @Override
        public ProviderSecurity atProvider() {
            return atProvider;
        }

        @Override
        public boolean accepts(WebhookRequest request, Instant now) {
            List<String> values = request.headers("Authorization");
            return values.size() == 1 && hasScheme(values.get(0)) && hasCredentials(values.get(0));
        }

        private boolean hasScheme(String value) {
            int length = scheme.length();
            return value.length() > length
                    && value.charAt(length) == ' '
                    && value.substring(0, length).equalsIgnoreCase(scheme);
        }

        private boolean hasCredentials(String value) {
            return same(credentials.reveal(), value.substring(scheme.length() + 1));
        }

        @Override
        public String toString() {
            return scheme;
        }
    }

    private static final class Peer extends WebhookAuth {
        private final X500Principal expected;

        Peer(X500Principal expected) {
            this.expected = Objects.requireNonNull(expected, "expected");
        }

        @Override
        public boolean accepts(WebhookRequest request, Instant now) {
            return request.peer().filter(expected::equals).isPresent();
        }

        @Override
        public ProviderSecurity atProvider() {
            return new ProviderSecurity.Certificate(expected.getName());
        }

        @Override
        public String toString() {
            return "client certificate of " + expected.getName();
        }
    }
}
