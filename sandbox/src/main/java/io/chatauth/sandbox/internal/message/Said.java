package io.chatauth.sandbox.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a person said or did.
 *
 * @param text the text, the label of the button, or the event in words
 * @param pressed the button that was pressed, or null
 * @param event what the person did instead of writing, in the channel's shape, or null
 * @param identity the person's account since it moved to another device, or null
 */
public record Said(
        String text,
        @Nullable Button pressed,
        @Nullable ObjectNode event,
        @Nullable Identity identity) {
    /**
     * Makes what a person said, whose account is where it was.
     *
     * @param text the text, the label of the button, or the event in words
     * @param pressed the button that was pressed, or null
     * @param event what the person did instead of writing, or null
     */
    public Said(String text, @Nullable Button pressed, @Nullable ObjectNode event) {
        this(text, pressed, event, null);
    }

    /**
     * Adds the person's identity.
     *
     * @param value the identity, or null
     * @return the same with it
     */
    public Said by(@Nullable Identity value) {
        return new Said(text, pressed, event, value);
    }
}
