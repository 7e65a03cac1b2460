package io.chatauth.infobip;

import io.chatauth.Secret;
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
}
