package io.chatauth.spi;

import java.util.Objects;

/**
 * The code that a flow needs. The engine derives it, compares it and never stores it.
 *
 * @param placeholder the template's placeholder that shows it
 * @param alphabet its characters, all different, 10 or more
 * @param length how many of them, 6 to 10 for digits; enough for at least 19.9 bits (10^6) in any alphabet
 */
public record SecretSpec(String placeholder, String alphabet, int length) {
    /** The ten digits. */
    public static final String DIGITS = "0123456789";

    /** Capitals and digits that are not mistaken for one another (Crockford's base 32). */
    public static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int SHORTEST = 6;
    private static final int LONGEST = 10;

    /**
     * Checks length and alphabet (six digits at least: NIST SP 800-63B asks for 20 bits and accepts six digits).
     *
     * @throws IllegalArgumentException if the length is not 6 to 10, or the alphabet is short or has doubles
     */
    public SecretSpec {
        Objects.requireNonNull(placeholder, "placeholder");
        Objects.requireNonNull(alphabet, "alphabet");
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException(
                    "a code has " + SHORTEST + " to " + LONGEST + " characters, not " + length);
        }
        if (alphabet.length() < DIGITS.length()
                || alphabet.chars().distinct().count() != alphabet.length()
                || alphabet.length() > 128) {
            throw new IllegalArgumentException("the alphabet of a code has 10 to 128 different characters");
        }
    }

    /**
     * A code of digits.
     *
     * @param placeholder the template's placeholder that shows it
     * @param length 6 to 10
     * @return the spec
     * @throws IllegalArgumentException if the length is out of range
     */
    public static SecretSpec digits(String placeholder, int length) {
        return new SecretSpec(placeholder, DIGITS, length);
    }

    /**
     * A code of capitals and digits; what the person types may be in lower case.
     *
     * @param placeholder the template's placeholder that shows it
     * @param length 6 to 10
     * @return the spec
     * @throws IllegalArgumentException if the length is out of range
     */
    public static SecretSpec letters(String placeholder, int length) {
        return new SecretSpec(placeholder, LETTERS, length);
    }
}
