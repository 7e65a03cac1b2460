package io.chatauth;

import io.chatauth.internal.text.Masking;
import java.util.Locale;
import java.util.Objects;

/**
 * Where a message goes: a phone number, or a user id that a chat app gave its user.
 *
 * <p>What the application says may be written in many ways ({@code 0044 1134 960001}); the engine makes it canonical
 * before anything is counted or stored. What a channel gets is always canonical. {@link #toString()} is masked.
 *
 * @param kind what the value is
 * @param value the number or user id, 1 to 150 characters
 */
public record Address(Kind kind, String value) {
    private static final int LONGEST = 150;

    /** What an address can be. */
    public enum Kind {
        /** A phone number; canonical form is E.164 with a leading plus. */
        PHONE,
        /** An id that a chat app gave its user, valid on that channel (and often for one sender) only. */
        USER_ID;

        /**
         * Gives the kind in words, for messages to people.
         *
         * @return {@code phone number} or {@code user id}
         */
        public String inWords() {
            return this == PHONE
                    ? "phone number"
                    : name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if the value is blank or longer than 150 characters
     */
    public Address {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a " + kind.inWords() + " has 1 to " + LONGEST + " characters, this one has " + value.length());
        }
    }

    /**
     * A phone number, as the person or the application wrote it.
     *
     * @param number international ({@code +44…}, {@code 0044…}), or national where a region is configured
     * @return the address
     * @throws IllegalArgumentException if the number is blank or too long
     */
    public static Address phone(String number) {
        return new Address(Kind.PHONE, number);
    }

    /**
     * A user id of a chat app.
     *
     * @param id the id, as the channel gives it
     * @return the address
     * @throws IllegalArgumentException if the id is blank or too long
     */
    public static Address userId(String id) {
        return new Address(Kind.USER_ID, id);
    }

    /**
     * Gives the digits of a canonical phone number without the plus, as Infobip's channels want it; a user id as it is.
     *
     * @return the digits, or the user id
     */
    public String withoutPlus() {
        return kind == Kind.PHONE && value.startsWith("+") ? value.substring(1) : value;
    }

    /**
     * Gives the value with all but its ends hidden.
     *
     * @return the masked value, such as {@code +44*******01}
     */
    public String masked() {
        return Masking.number(value);
    }

    /**
     * Says the kind and the masked value.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return masked();
    }
}
