package io.chatauth;

import io.chatauth.internal.text.Masking;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One of several customers that share an installation. It stands in every row, counter, consent and event; another
 * tenant's challenge is as good as unknown.
 *
 * @param value 1 to 40 lower-case letters, digits or hyphens
 */
public record Tenant(String value) {
    /** The tenant of a request that names none. */
    public static final Tenant DEFAULT = new Tenant("default");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value has another form
     */
    public Tenant {
        Objects.requireNonNull(value, "value");
        if (!Pattern.matches("[a-z0-9-]{1,40}", value)) {
            throw new IllegalArgumentException("'" + Masking.clean(value)
                    + "' is no tenant: expected 1 to 40 lower-case letters, digits or hyphens");
        }
    }

    /**
     * Makes one from its text.
     *
     * @param value the text
     * @return the tenant
     * @throws IllegalArgumentException if the text has another form
     */
    public static Tenant of(String value) {
        return new Tenant(value);
    }

    /**
     * Gives the text itself.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return value;
    }
}
