package io.chatauth;

import io.chatauth.internal.engine.TemplateDesk;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.template.Approval;
import io.chatauth.template.Category;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Registers templates with the channels' providers and asks for their state. Every method does its requests on the caller's
 * thread. Safe for use by many threads.
 */
public final class Templates {
    private final TemplateDesk desk;
    private final InstantSource clock;

    Templates(TemplateDesk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
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
        return desk.create(channel, name, Optional.empty());
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
        return desk.create(channel, name, Optional.of(language));
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
        return desk.approval(channel, name, Optional.empty());
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
        return desk.approval(channel, name, Optional.of(language));
    }

    /**
     * Asks until a template is approved or refused, the time runs out, or this thread is interrupted (it stays so).
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
        Objects.requireNonNull(every, "every");
        Objects.requireNonNull(atMost, "atMost");
        if (every.compareTo(Duration.ofMillis(10)) < 0) {
            throw new IllegalArgumentException("ask every 10 ms or less often, not every " + every);
        }
        Instant end = clock.instant().plus(atMost);
        Approval approval = approval(channel, name);
        while (waiting(approval)
                && clock.instant().plus(every).isBefore(end)
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(every.toNanos());
            approval = approval(channel, name);
        }
        return approval;
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
        return desk.list(channel, Category.UTILITY);
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
        return desk.edit(channel, name, Optional.empty());
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
        desk.delete(channel, name, Optional.empty());
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

    private static boolean waiting(Approval approval) {
        return approval.state() == Approval.State.PENDING || approval.state() == Approval.State.UNKNOWN;
    }
}
