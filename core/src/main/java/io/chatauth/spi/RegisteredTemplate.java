package io.chatauth.spi;

import io.chatauth.template.Approval;
import java.util.Objects;

/**
 * A template as the provider knows it.
 *
 * @param id the provider's id, for asking again
 * @param key what a message names it by: on WhatsApp its name
 * @param language the language code, spelled the provider's way; empty if the provider has none
 * @param approval its state
 * @param detail the provider's own words for the state, such as {@code PENDING} or a reason of refusal; may be empty
 */
public record RegisteredTemplate(String id, String key, String language, Approval.State approval, String detail) {
    /** Checks that all parts are there. */
    public RegisteredTemplate {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(approval, "approval");
        Objects.requireNonNull(detail, "detail");
    }
}
