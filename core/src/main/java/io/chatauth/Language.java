package io.chatauth;

import java.util.Objects;

/**
 * The language a message is wished in.
 *
 * @param code a language code; {@code en}, {@code en_GB} and {@code en-GB} are all read, and written as the channel wants it
 * @param verbatim whether the code goes to the provider unchecked and unchanged
 */
public record Language(String code, boolean verbatim) {
    private static final int LONGEST = 35;

    /**
     * Checks that there is a code of at most 35 characters.
     *
     * @throws IllegalArgumentException if the code is blank or too long
     */
    public Language {
        Objects.requireNonNull(code, "code");
        if (code.isBlank() || code.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a language code has 1 to " + LONGEST + " characters, not " + code.length());
        }
    }

    /**
     * A language that is checked against what the template has and what the channel knows.
     *
     * @param code such as {@code en} or {@code en_GB}
     * @return the language
     * @throws IllegalArgumentException if the code is blank or too long
     */
    public static Language of(String code) {
        return new Language(code, false);
    }

    /**
     * A code that goes to the provider as it is, for a template that was registered with an unusual one. The text shown
     * by {@code explain()} is that of the template's default language.
     *
     * @param code the code as registered
     * @return the language
     * @throws IllegalArgumentException if the code is blank or too long
     */
    public static Language verbatim(String code) {
        return new Language(code, true);
    }
}
