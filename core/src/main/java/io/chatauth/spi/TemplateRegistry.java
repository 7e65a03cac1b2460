package io.chatauth.spi;

import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.TemplateContent;
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

    /**
     * Changes a registered template, which is then reviewed again.
     *
     * @param sender the sender whose template it is
     * @param registered the template as the provider knows it
     * @param template what it shall become
     * @return the exchange; empty if the provider has no API for it
     * @throws io.chatauth.template.TemplateRefusedException if the provider can't register such a template, or its rules
     *     don't let this one be changed now
     * @implSpec empty
     */
    default Optional<Exchange<RegisteredTemplate>> edit(
            String sender, RegisteredTemplate registered, AdaptedTemplate template) {
        return Optional.empty();
    }

    /**
     * Removes one registered template, and no other.
     *
     * @param sender the sender whose template it is
     * @param registered the template as the provider knows it
     * @return the exchange, whose answer says nothing more than that it was done; empty if the provider has no API that
     *     removes just this one
     * @implSpec empty
     */
    default Optional<Exchange<RegisteredTemplate>> delete(String sender, RegisteredTemplate registered) {
        return Optional.empty();
    }

    /**
     * Removes a template in all languages, where the provider can't remove a single one.
     *
     * @param sender a sender whose template it is; the provider may remove it for other senders too
     * @param key what messages name it by
     * @return the exchange, whose answer says nothing more than that it was done; empty if each language can be removed by
     *     {@link #delete}, or none can
     * @since 0.1.0
     * @implSpec empty
     */
    default Optional<Exchange<String>> deleteAllLanguages(String sender, String key) {
        return Optional.empty();
    }

    /**
     * Tells what {@link #create} would register, so that it can be compared with what is registered.
     *
     * @param template the template as the channel shows it
     * @return the content, in the form of {@link RegisteredTemplate#content()}; empty if it can't be compared
     * @throws io.chatauth.template.TemplateRefusedException if the provider can't register such a template
     * @since 0.1.0
     * @implSpec empty
     */
    default Optional<TemplateContent> content(AdaptedTemplate template) {
        return Optional.empty();
    }

    /**
     * Declares how often one template may be edited in its state. It comes on top of what the whole operation may.
     *
     * @param registered the template as the provider knows it
     * @return the limits, all of which hold
     * @since 0.1.0
     * @implSpec none
     */
    default List<RateLimit> editLimits(RegisteredTemplate registered) {
        return List.of();
    }

    /**
     * Asks how many more messages may be sent.
     *
     * @param sender the sender
     * @return the exchange, whose answer is in words; empty if the provider has no API for it
     * @implSpec empty
     */
    default Optional<Exchange<String>> quota(String sender) {
        return Optional.empty();
    }
}
