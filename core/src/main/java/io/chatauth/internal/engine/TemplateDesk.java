package io.chatauth.internal.engine;

import io.chatauth.ApiError;
import io.chatauth.ApiException;
import io.chatauth.ChannelId;
import io.chatauth.Language;
import io.chatauth.RequestException;
import io.chatauth.Tenant;
import io.chatauth.internal.catalog.ResolvedTemplate;
import io.chatauth.internal.http.ErrorReader;
import io.chatauth.internal.http.Transport;
import io.chatauth.spi.Channel;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.template.Approval;
import io.chatauth.template.Category;
import io.chatauth.template.Explanation;
import io.chatauth.template.TemplateRefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Registers templates with providers and asks for their state; the I/O happens on the caller's thread. */
public final class TemplateDesk {
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int MOST_PAGES = 100;

    private final Parts parts;
    private final Approvals approvals;
    private final Transport transport;
    private final Duration timeout;

    public TemplateDesk(Engine engine, Transport transport, Duration timeout) {
        this.parts = engine.parts();
        this.approvals = engine.approvals();
        this.transport = transport;
        this.timeout = timeout;
    }

    public RegisteredTemplate create(ChannelId channelId, String name, Optional<Language> language) {
        Channel channel = parts.channels().apply(channelId);
        ResolvedTemplate template = parts.catalog().resolve(name, language, channelId, channel.capabilities());
        RegisteredTemplate registered = run(
                "create template " + template.template() + " on " + channelId,
                channel,
                registry(channelId, channel)
                        .create(
                                sender(channelId, template.template().category()),
                                channel.adapt(channelId, template.template())));
        observe(channelId, registered);
        return registered;
    }

    public Approval approval(ChannelId channelId, String name, Optional<Language> language) {
        Channel channel = parts.channels().apply(channelId);
        ResolvedTemplate template = parts.catalog().resolve(name, language, channelId, channel.capabilities());
        String key = parts.bindings()
                .find(channelId, template.template().name(), template.languageCode())
                .orElse(template.template().name());
        list(channelId, channel, sender(channelId, template.template().category()))
                .forEach(registered -> observe(channelId, registered));
        return approvals.of(channelId, key, template.languageCode());
    }

    public Explanation explain(ChannelId channelId, String name, Optional<Language> language) {
        Channel channel = parts.channels().apply(channelId);
        ResolvedTemplate template = parts.catalog().resolve(name, language, channelId, channel.capabilities());
        try {
            return Explanation.of(channelId, channel.adapt(channelId, template.template()))
                    .withNotes(template.notes());
        } catch (TemplateRefusedException e) {
            return Explanation.refused(channelId, name, e);
        }
    }

    private void observe(ChannelId channel, RegisteredTemplate registered) {
        approvals.observe(
                channel,
                registered.key(),
                registered.language(),
                new Approval(registered.approval(), Approval.Source.OBSERVED, registered.detail()));
    }

    private String sender(ChannelId channel, Category category) {
        return parts.senders().resolve(channel, Optional.empty(), Tenant.DEFAULT, category);
    }

    private static TemplateRegistry registry(ChannelId id, Channel channel) {
        return channel.templateRegistry()
                .orElseThrow(() -> new RequestException(
                        "the provider of '" + id + "' has no API for templates; register them there by hand"));
    }

    private List<RegisteredTemplate> list(ChannelId channelId, Channel channel, String sender) {
        String what = "list the templates of " + channelId;
        TemplateRegistry registry = registry(channelId, channel);
        List<RegisteredTemplate> all = new ArrayList<>();
        Optional<Exchange<List<RegisteredTemplate>>> page = Optional.of(registry.list(sender));
        for (int pages = 0; page.isPresent(); pages++) {
            if (pages == MOST_PAGES) {
                throw new MalformedResponseException(
                        "the list of templates of " + channelId + " goes on after " + MOST_PAGES + " pages", null);
            }
            WireResponse response = ask(what, channel, page.get().request());
            all.addAll(page.get().decode().apply(response));
            page = registry.next(sender, response);
        }
        return all;
    }

    private <T> T run(String what, Channel channel, Exchange<T> exchange) {
        return exchange.decode().apply(ask(what, channel, exchange.request()));
    }

    private WireResponse ask(String what, Channel channel, WireRequest request) {
        WireResponse response = transport.exchange(request, channel.hosts(), timeout);
        if (response.status() < OK || response.status() >= MULTIPLE_CHOICES) {
            ApiError error = channel.decodeError(response).orElseGet(() -> ErrorReader.read(response));
            throw new ApiException(what, error);
        }
        return response;
    }
}
