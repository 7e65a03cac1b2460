package io.chatauth;

import io.chatauth.internal.engine.LocalTemplate;
import io.chatauth.internal.engine.TemplateDesk;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.template.Approval;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Registers templates with the channels' providers and asks for their state. Every method does its requests on the caller's
 * thread. Safe for use by many threads.
 */
public final class Templates {
    private final TemplateDesk desk;

    Templates(TemplateDesk desk) {
        this.desk = desk;
    }

    /**
     * Registers a template in its default language. The provider has it approved, which takes from minutes to days.
     *
     * @param channel the channel
     * @param name the template's name
     * @return the template as the provider knows it now
     * @throws RequestException if there is no such template, the channel can't show it, or its provider has no API for it
     * @throws ApiException if the provider refuses
     * @throws TransportException if the provider can't be reached
     */
    public RegisteredTemplate create(ChannelId channel, String name) {
        return desk.create(local(channel, name));
    }

    /**
     * Registers a template in one language.
     *
     * @param channel the channel
     * @param name the template's name
     * @param language the language
     * @return the template as the provider knows it now
     * @throws RequestException if there is no such template, the channel can't show it, or its provider has no API for it
     * @throws ApiException if the provider refuses
     * @throws TransportException if the provider can't be reached
     */
    public RegisteredTemplate create(ChannelId channel, String name, Language language) {
        return desk.create(desk.local(channel, name, Optional.of(language)));
    }

    /**
     * Asks the provider for the state of a template, and remembers it: an observed bad state refuses further sends.
     *
     * @param channel the channel
     * @param name the template's name
     * @return the state; unknown if the provider has no such template
     * @throws RequestException if there is no such template here, or the provider has no API for it
     * @throws ApiException if the provider refuses
     * @throws TransportException if the provider can't be reached
     */
    public Approval approval(ChannelId channel, String name) {
        return desk.approval(local(channel, name));
    }

    /**
     * Asks the provider for the state of a template in one language.
     *
     * @param channel the channel
     * @param name the template's name
     * @param language the language
     * @return the state; unknown if the provider has no such template
     * @throws RequestException if there is no such template here, or the provider has no API for it
     * @throws ApiException if the provider refuses
     * @throws TransportException if the provider can't be reached
     */
    public Approval approval(ChannelId channel, String name, Language language) {
        return desk.approval(desk.local(channel, name, Optional.of(language)));
    }

    /**
     * Tells what is known of a template without asking the provider: observed by any node over the API or a webhook, else
     * declared, else nothing.
     *
     * @param channel the channel
     * @param name the template's name
     * @return the state, how it is known, and when it was observed
     * @throws RequestException if there is no such template here
     * @throws StoreException if the shared state can't be reached
     */
    public Approval known(ChannelId channel, String name) {
        return desk.known(local(channel, name));
    }

    /**
     * Asks until a template is approved or refused, the time runs out, or this thread is interrupted (it stays so). What a
     * webhook tells ends the wait too; where the credentials may not read templates, nothing else does.
     *
     * @param channel the channel
     * @param name the template's name
     * @param every how long to wait between two questions, at least 10 ms
     * @param atMost how long to ask at most
     * @return the last state: approved, refused, or what it was when the time ran out
     * @throws RequestException if there is no such template here, or the provider has no API for it
     * @throws ApiException if the provider refuses
     * @throws TransportException if the provider can't be reached
     */
    public Approval awaitApproval(ChannelId channel, String name, Duration every, Duration atMost) {
        return awaiting(local(channel, name), every, atMost);
    }

    /**
     * The same, in one language.
     *
     * @param channel the channel
     * @param name the template's name
     * @param language the language
     * @param every how long to wait between two questions, at least 10 ms
     * @param atMost how long to ask at most
     * @return the last state: approved, refused, or what it was when the time ran out
     * @throws RequestException if there is no such template here, or the provider has no API for it
     * @throws ApiException if the provider refuses, unless it is only that the credentials may not read templates
     * @throws TransportException if the provider can't be reached
     */
    public Approval awaitApproval(ChannelId channel, String name, Language language, Duration every, Duration atMost) {
        return awaiting(desk.local(channel, name, Optional.of(language)), every, atMost);
    }

    private Approval awaiting(LocalTemplate template, Duration every, Duration atMost) {
        Objects.requireNonNull(every, "every");
        Objects.requireNonNull(atMost, "atMost");
        if (every.compareTo(Duration.ofMillis(10)) < 0) {
            throw new IllegalArgumentException("ask every 10 ms or less often, not every " + every);
        }
        return desk.awaitApproval(template, every, atMost);
    }

    /**
     * Lists the templates that the provider knows, and remembers their state.
     *
     * @param channel the channel
     * @return the templates
     * @throws RequestException if the provider has no API for templates
     * @throws ApiException if the provider refuses
     * @throws TransportException if the provider can't be reached
     */
    public List<RegisteredTemplate> list(ChannelId channel) {
        return desk.list(channel);
    }

    /**
     * Makes the registered template equal to the one here, in its default language. The provider reviews it again.
     *
     * @param channel the channel
     * @param name the template's name
     * @return the template as the provider knows it now
     * @throws RequestException if there is no such template, here or there, or the provider can't edit
     * @throws ApiException if the provider refuses
     * @throws TransportException if the provider can't be reached
     */
    public RegisteredTemplate edit(ChannelId channel, String name) {
        return desk.edit(local(channel, name));
    }

    /**
     * Removes the registered template, in its default language, and no other. It is not sent any more.
     *
     * @param channel the channel
     * @param name the template's name
     * @throws RequestException if there is no such template, here or there, or the provider can't remove just this one
     * @throws ApiException if the provider refuses
     * @throws TransportException if the provider can't be reached
     */
    public void delete(ChannelId channel, String name) {
        desk.delete(local(channel, name));
    }

    /**
     * Removes a registered template in all its languages. Some providers do that for all senders of the business account, and
     * keep the name blocked for weeks.
     *
     * @param channel the channel
     * @param wish the template, said so that nobody removes other languages unaware
     * @throws RequestException if the provider has no such template, or can't delete
     * @throws ApiException if the provider refuses
     * @throws TransportException if the provider can't be reached
     */
    public void delete(ChannelId channel, DeleteAllLanguages wish) {
        desk.delete(channel, Objects.requireNonNull(wish, "wish"));
    }

    /**
     * Asks how many more messages may be sent.
     *
     * @param channel the channel
     * @return the provider's answer in words
     * @throws RequestException if the provider has no API for it
     * @throws ApiException if the provider refuses
     * @throws TransportException if the provider can't be reached
     */
    public String quota(ChannelId channel) {
        return desk.quota(channel);
    }

    /**
     * Brings a set of templates to the account: plan, then apply.
     *
     * @return what to bring; all, unless it is told otherwise
     */
    public TemplateSync sync() {
        return new TemplateSync(desk);
    }

    private LocalTemplate local(ChannelId channel, String name) {
        return desk.local(channel, name, Optional.empty());
    }
}
