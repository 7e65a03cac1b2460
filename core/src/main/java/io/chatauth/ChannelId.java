package io.chatauth;

import io.chatauth.internal.text.Masking;
import io.chatauth.internal.text.Names;
import java.util.Objects;

/**
 * Names a channel. A value over a text, never an enum: anyone may add a channel.
 *
 * @param value a lower-case letter, then up to 39 lower-case letters, digits or hyphens, such as {@code whatsapp}
 */
public record ChannelId(String value) {
    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value has another form
     */
    public ChannelId {
        Objects.requireNonNull(value, "value");
        if (!Names.isName(value)) {
            throw new IllegalArgumentException(
                    "'" + Masking.clean(value)
                            + "' is no ChannelId: expected a lower-case letter, then up to 39 lower-case letters, digits or hyphens");
        }
    }

    /**
     * Makes one from its text.
     *
     * @param value the text
     * @return the value
     * @throws IllegalArgumentException if the text has another form
     */
    public static ChannelId of(String value) {
        return new ChannelId(value);
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
