package io.chatauth;

import java.util.Objects;

/**
 * Why one message failed.
 *
 * @param reason the reason in ChatAuth's words
 * @param code the provider's own code or name, such as {@code 7009 EC_INVALID_TEMPLATE}; may be empty
 * @param text the provider's text or a description; may be empty, holds no secret and no full number
 */
public record DeliveryFailure(FailureReason reason, String code, String text) {
    /** Checks that all parts are there. */
    public DeliveryFailure {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }

    /**
     * Tells reason, code, text and advice in one line.
     *
     * @return a text for people
     */
    public String describe() {
        StringBuilder out = new StringBuilder(reason.name());
        if (!code.isEmpty()) {
            out.append(" (").append(code).append(')');
        }
        if (!text.isEmpty()) {
            out.append(": ").append(text);
        }
        return out.append("; ").append(reason.advice()).toString();
    }
}
