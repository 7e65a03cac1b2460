package io.chatauth;

import java.util.Objects;

/**
 * The wish to delete a template in all its languages, said in so many words: some providers delete by name, and with one
 * language go all others, for all senders of the business account, and the name may stay blocked for weeks.
 *
 * @param name the template's name
 */
public record DeleteAllLanguages(String name) {
    /** Checks that there is a name. */
    public DeleteAllLanguages {
        Objects.requireNonNull(name, "name");
    }
}
