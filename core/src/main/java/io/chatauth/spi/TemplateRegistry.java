package io.chatauth.spi;

import io.chatauth.template.AdaptedTemplate;
import java.util.List;
import java.util.Optional;

/** The template API of a channel's provider. Pure, like the channel: it makes requests and reads answers. */
public interface TemplateRegistry {
    /**
     * Registers a template. The provider has it approved, which takes from minutes to days.
     *
     * @param sender the sender whose template it is
     * @param template the template as the channel shows it, with examples in its source
     * @return the exchange
     * @throws io.chatauth.template.TemplateRefusedException if the provider can't register such a template
     */
    Exchange<RegisteredTemplate> create(String sender, AdaptedTemplate template);

    /**
     * Asks for one template.
     *
     * @param sender the sender whose template it is
     * @param id the provider's id, as {@link RegisteredTemplate#id()} gives it
     * @return the exchange
     */
    Exchange<RegisteredTemplate> get(String sender, String id);

    /**
     * Asks for all templates of a sender. Where the provider gives them page by page, this is the first page, and
     * {@link #next} asks for the others.
     *
     * @param sender the sender
     * @return the exchange
     */
    Exchange<List<RegisteredTemplate>> list(String sender);

    /**
     * Asks for what a list left out.
     *
     * @param sender the sender
     * @param response the answer to {@link #list}, or to the exchange that this method gave before
     * @return the exchange for the next page; empty if there is none
     * @throws MalformedResponseException if the answer can't be read
     * @implSpec empty: a list is whole
     */
    default Optional<Exchange<List<RegisteredTemplate>>> next(String sender, WireResponse response) {
        return Optional.empty();
    }
}
