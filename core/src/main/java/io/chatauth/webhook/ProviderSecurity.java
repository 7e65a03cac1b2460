package io.chatauth.webhook;

import io.chatauth.Secret;
import java.util.Objects;

/**
 * What has to be set at the provider, so that its webhooks prove themselves here. Immutable; {@code toString()} shows no
 * secret.
 */
public sealed interface ProviderSecurity {
    /**
     * HTTP Basic (RFC 7617).
     *
     * @param username the user name
     * @param password the password
     */
    record Basic(String username, Secret password) implements ProviderSecurity {
        /** Checks that both parts are there. */
        public Basic {
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(password, "password");
        }
    }

    /**
     * A bearer token (RFC 6750).
     *
     * @param token the token
     */
    record Bearer(Secret token) implements ProviderSecurity {
        /** Checks that there is a token. */
        public Bearer {
            Objects.requireNonNull(token, "token");
        }
    }

    /**
     * A signature with a shared secret.
     *
     * @param header the header that carries it here
     * @param hash the hash function, such as {@code SHA_256}
     * @param secret the secret
     */
    record Signature(String header, String hash, Secret secret) implements ProviderSecurity {
        /** Checks that all parts are there. */
        public Signature {
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(hash, "hash");
            Objects.requireNonNull(secret, "secret");
        }
    }

    /**
     * A client certificate (mTLS).
     *
     * @param subject its subject
     */
    record Certificate(String subject) implements ProviderSecurity {
        /** Checks that there is a subject. */
        public Certificate {
            Objects.requireNonNull(subject, "subject");
        }
    }
}
