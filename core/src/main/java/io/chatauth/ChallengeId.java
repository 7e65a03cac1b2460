package io.chatauth;

import io.chatauth.internal.text.Masking;
import io.chatauth.internal.text.Names;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names a challenge, unique over all tenants. Made with 128 random bits, so it cannot be guessed; still it proves nothing.
 *
 * @param value 1 to 100 letters, digits, underscores or hyphens, such as {@code 0k7rj2m9t4w6x8y1z3a5b7c9d1}
 */
public record ChallengeId(String value) {
    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value has another form
     */
    public ChallengeId {
        Objects.requireNonNull(value, "value");
        if (!Names.isId(value)) {
            throw new IllegalArgumentException("'" + Masking.clean(value)
                    + "' is no ChallengeId: expected 1 to 100 letters, digits, underscores or hyphens");
        }
    }

    /**
     * Makes one from its text.
     *
     * @param value the text
     * @return the value
     * @throws IllegalArgumentException if the text has another form
     */
    public static ChallengeId of(String value) {
        return new ChallengeId(value);
    }

    /**
     * Gives the text itself.
     *
     * @return the text
     */
    // By hand, because stores look challenges up by it: what the compiler makes goes over method handles.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChallengeId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
