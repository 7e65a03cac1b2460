package io.chatauth.infobip;

import io.chatauth.Secret;
import java.time.Duration;
import java.util.Objects;

/** How ChatAuth proves to Infobip whose account it uses. Immutable; {@code toString()} shows no secret. */
public sealed interface Credentials {
    /**
     * An API key, sent as {@code Authorization: App <key>}.
     *
     * @param key the key
     */
    record ApiKey(Secret key) implements Credentials {
        /** Checks that there is a key. */
        public ApiKey {
            Objects.requireNonNull(key, "key");
        }
    }

    /** No account at all: only channels with hosts of their own are used. Requests to the account are refused. */
    record None() implements Credentials {}

    /**
     * User name and password, sent as {@code Authorization: Basic …} (RFC 7617).
     *
     * @param username the user name
     * @param password the password
     */
    record Basic(String username, Secret password) implements Credentials {
        /** Checks that both parts are there. */
        public Basic {
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(password, "password");
        }
    }

    /**
     * A session of a user, opened by {@code POST /auth/1/session} with the first request and sent as
     * {@code Authorization: IBSSO <token>}. It is opened again when it is refused or was not used for long, and ended when
     * ChatAuth is closed.
     *
     * @param username the user name
     * @param password the password
     * @param idle how long an unused session is trusted, 1 min to 24 h; Infobip ends one after a time of inactivity
     */
    record Session(String username, Secret password, Duration idle) implements Credentials {
        /** Checks that all parts are there. */
        public Session {
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(password, "password");
            Objects.requireNonNull(idle, "idle");
        }

        /**
         * Makes credentials whose session is trusted for 30 minutes without use.
         *
         * @param username the user name
         * @param password the password
         * @return the credentials
         */
        public static Session of(String username, Secret password) {
            return new Session(username, password, Duration.ofMinutes(30));
        }
    }

    /**
     * OAuth 2 client credentials (RFC 6749, section 4.4): a token is fetched from {@code POST /auth/1/oauth2/token} with
     * the first request, sent as {@code Authorization: Bearer <token>}, and renewed before it expires or when it is refused.
     *
     * @param clientId the client id; Infobip takes the account's user name
     * @param clientSecret the client secret; Infobip takes the account's password
     */
    record OAuth2(String clientId, Secret clientSecret) implements Credentials {
        /** Checks that both parts are there. */
        public OAuth2 {
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(clientSecret, "clientSecret");
        }
    }
}
