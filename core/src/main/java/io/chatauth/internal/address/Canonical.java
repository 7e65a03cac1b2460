package io.chatauth.internal.address;

import io.chatauth.Address;
import java.util.Objects;
import java.util.Optional;

/**
 * A recipient in its one form.
 *
 * @param address E.164, or the normalised user id
 * @param country the country of a phone number, as in {@link ParsedPhone#region()}; empty for a user id
 */
public record Canonical(Address address, Optional<String> country) {
    /** Checks that both parts are there. */
    public Canonical {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(country, "country");
    }
}
