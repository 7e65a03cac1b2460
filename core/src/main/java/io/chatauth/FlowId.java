package io.chatauth;

import io.chatauth.internal.text.Masking;
import io.chatauth.internal.text.Names;
import java.util.Objects;

/**
 * Names a flow.
 *
 * @param value a lower-case letter, then up to 39 lower-case letters, digits or hyphens, such as {@code verification-code}
 */
public record FlowId(String value) {
    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value has another form
     */
    public FlowId {
        Objects.requireNonNull(value, "value");
        if (!Names.isName(value)) {
            throw new IllegalArgumentException(
                    "'" + Masking.clean(value)
                            + "' is no FlowId: expected a lower-case letter, then up to 39 lower-case letters, digits or hyphens");
        }
    }

    /**
     * Makes one from its text.
     *
     * @param value the text
     * @return the value
     * @throws IllegalArgumentException if the text has another form
     */
    public static FlowId of(String value) {
        return new FlowId(value);
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
