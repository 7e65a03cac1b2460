package io.chatauth.internal.address;

import io.chatauth.Address;
import java.util.Objects;

/**
 * A phone number in its one form.
 *
 * @param e164 the number, E.164 with a plus
 * @param region its country, ISO 3166-1 alpha-2 (also {@code XK}, {@code AC}, {@code TA}), or {@code 001} for none
 */
public record ParsedPhone(Address e164, String region) {
    /** Checks that both parts are there. */
    public ParsedPhone {
        Objects.requireNonNull(e164, "e164");
        Objects.requireNonNull(region, "region");
    }
}
