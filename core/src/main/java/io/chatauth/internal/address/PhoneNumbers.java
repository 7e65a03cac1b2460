package io.chatauth.internal.address;

import io.chatauth.RequestException;

/** Reads phone numbers as people write them. Safe for use by many threads. */
public interface PhoneNumbers {
    /**
     * Finds the one form of a number.
     *
     * @param raw the number, as it was written
     * @return E.164 and country
     * @throws RequestException if it is no phone number, or it is not clear which; says what to do, the number is masked
     */
    ParsedPhone parse(String raw);
}
