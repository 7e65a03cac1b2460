package io.chatauth;

import java.time.Instant;
import java.util.Objects;

/**
 * Another address of a person, and how it became known. {@link #toString()} is masked.
 *
 * @param address the address, canonical where it could be read
 * @param how how it became known
 * @param since when it became known in this way
 */
public record KnownAddress(Address address, How how, Instant since) {
    /** How an address became known. */
    public enum How {
        /** The person gave it in a form. It carries no answers. */
        CLAIMED,
        /** The provider gave it together with a message of the person. */
        PROVEN
    }

    /** Checks that all parts are there. */
    public KnownAddress {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(how, "how");
        Objects.requireNonNull(since, "since");
    }
}
