package io.chatauth;

import java.util.Objects;

/**
 * A text that must not be printed: a password, an API key, a code, a token.
 *
 * <p>{@link #toString()} never shows it, and there is no {@code equals}: secrets are compared in constant time by those
 * who may, never by value. Immutable and safe for use by many threads.
 */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a text.
     *
     * @param value the secret text, not empty
     * @return the secret
     * @throws IllegalArgumentException if the text is empty
     */
    public static Secret of(String value) {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a secret must not be empty");
        }
        return new Secret(value);
    }

    /**
     * Gives the text itself, for the one place that needs it. Don't keep it, don't log it.
     *
     * @return the secret text
     */
    public String reveal() {
        return value;
    }

    /**
     * Says that there is a secret, and nothing about it.
     *
     * @return a fixed text
     */
    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
