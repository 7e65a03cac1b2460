package io.chatauth.sandbox.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Json;

/**
 * A button below a message.
 *
 * @param kind what pressing it does
 * @param text its label
 * @param value what it carries: a number, an address, a code or a payload
 */
public record Button(Kind kind, String text, String value) {
    /** What pressing a button does. */
    public enum Kind {
        /** Calls a number. */
        PHONE_NUMBER("phoneNumber"),
        /** Opens an address. */
        URL("url"),
        /** Answers with a payload. */
        QUICK_REPLY("payload"),
        /** Answers with an id, below a message that needed no template. */
        REPLY("payload"),
        /** Copies a code. */
        COPY_CODE("code"),
        /** Does something inside the app, which the sandbox can't play. */
        APP("action");

        private final String property;

        Kind(String property) {
            this.property = property;
        }
    }

    /**
     * Tells whether pressing it answers.
     *
     * @return true if it does
     */
    public boolean answers() {
        return kind == Kind.QUICK_REPLY || kind == Kind.REPLY;
    }

    /**
     * Writes the button for the control API.
     *
     * @return type, text and value
     */
    public ObjectNode json() {
        return Json.object().put("type", kind.name()).put("text", text).put(kind.property, value);
    }
}
