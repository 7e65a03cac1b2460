package io.chatauth.spi;

import io.chatauth.template.Approval;
import io.chatauth.template.TemplateContent;
import java.util.Objects;
import java.util.Optional;

/**
 * A template as the provider knows it.
 *
 * @param id the provider's id, for asking again
 * @param key what a message names it by: on WhatsApp its name
 * @param language the language code, spelled the provider's way; empty if the provider has none
 * @param approval its state
 * @param detail the provider's own words for the state, such as {@code PENDING} or a reason of refusal; may be empty
 * @param name the name it was registered under, if the provider tells it
 * @param content what it shows, if the provider tells it, in the form of {@link TemplateRegistry#content}
 */
public record RegisteredTemplate(
        String id,
        String key,
        String language,
        Approval.State approval,
        String detail,
        Optional<String> name,
        Optional<TemplateContent> content) {
    /** Checks that all parts are there. */
    public RegisteredTemplate {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(approval, "approval");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(content, "content");
    }

    /**
     * Makes one of which the provider tells neither name nor content.
     *
     * @param id the provider's id
     * @param key what a message names it by
     * @param language the language code; empty if the provider has none
     * @param approval its state
     * @param detail the provider's own words for the state
     */
    public RegisteredTemplate(String id, String key, String language, Approval.State approval, String detail) {
        this(id, key, language, approval, detail, Optional.empty(), Optional.empty());
    }

    /**
     * Adds what the provider tells of its name.
     *
     * @param given the name
     * @return the same template with the name
     */
    public RegisteredTemplate named(String given) {
        return new RegisteredTemplate(id, key, language, approval, detail, Optional.of(given), content);
    }

    /**
     * Adds what it shows.
     *
     * @param given the content
     * @return the same template with the content
     */
    public RegisteredTemplate showing(TemplateContent given) {
        return new RegisteredTemplate(id, key, language, approval, detail, name, Optional.of(given));
    }
}
