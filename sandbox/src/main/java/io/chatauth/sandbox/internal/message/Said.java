package io.chatauth.sandbox.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a person said or did.
 *
 * @param text the text, the label of the button, or the event in words
 * @param payload the payload of the button that was pressed, or null
 * @param event what the person did instead of writing, in the channel's shape, or null
 */
public record Said(
        String text, @Nullable String payload, @Nullable ObjectNode event) {}
