package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import io.chatauth.Language;
import io.chatauth.RequestException;
import io.chatauth.Tenant;
import io.chatauth.internal.catalog.ResolvedTemplate;
import io.chatauth.spi.Channel;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.template.Approval;
import io.chatauth.template.Category;
import io.chatauth.template.Explanation;
import io.chatauth.template.ExplanationTable;
import io.chatauth.template.TemplateRefusedException;
import java.util.List;
import java.util.Optional;

/** Registers templates with providers and asks for their state; the I/O happens on the caller's thread. */
public final class TemplateDesk {
    private final Parts parts;
    private final Approvals approvals;
    private final Errands errands;

    public TemplateDesk(Engine engine) {
        this.parts = engine.parts();
        this.approvals = engine.approvals();
        this.errands = engine.errands();
    }

    public RegisteredTemplate create(ChannelId channelId, String name, Optional<Language> language) {
        Channel channel = parts.channels().apply(channelId);
        ResolvedTemplate template = parts.catalog().resolve(name, language, channelId, channel.capabilities());
        RegisteredTemplate registered = errands.run(
                "create template " + template.template() + " on " + channelId,
                channel,
                registry(channelId, channel)
                        .create(
                                sender(channelId, template.template().category()),
                                channel.adaptRegistered(channelId, template.template())));
        observe(channelId, registered);
        return registered;
    }

    public Approval approval(ChannelId channelId, String name, Optional<Language> language) {
        Channel channel = parts.channels().apply(channelId);
        ResolvedTemplate template = parts.catalog().resolve(name, language, channelId, channel.capabilities());
        String key = parts.bindings()
                .find(channelId, template.template().name(), template.languageCode())
                .orElse(template.template().name());
        list(channelId, template.template().category());
        return approvals.of(channelId, key, template.languageCode());
    }

    public RegisteredTemplate edit(ChannelId channelId, String name, Optional<Language> language) {
        Channel channel = parts.channels().apply(channelId);
        ResolvedTemplate template = parts.catalog().resolve(name, language, channelId, channel.capabilities());
        RegisteredTemplate before = registered(channelId, template);
        String sender = sender(channelId, template.template().category());
        Exchange<RegisteredTemplate> exchange = registry(channelId, channel)
                .edit(sender, before, channel.adaptRegistered(channelId, template.template()))
                .orElseThrow(() -> cannot(channelId, "edit templates"));
        RegisteredTemplate after =
                errands.run("edit template " + template.template() + " on " + channelId, channel, exchange);
        observe(channelId, after);
        return after;
    }

    public void delete(ChannelId channelId, String name, Optional<Language> language) {
        Channel channel = parts.channels().apply(channelId);
        ResolvedTemplate template = parts.catalog().resolve(name, language, channelId, channel.capabilities());
        RegisteredTemplate before = registered(channelId, template);
        Exchange<RegisteredTemplate> exchange = registry(channelId, channel)
                .delete(sender(channelId, template.template().category()), before)
                .orElseThrow(() -> cannot(channelId, "delete one template and no other"));
        errands.run("delete template " + template.template() + " on " + channelId, channel, exchange);
        approvals.observe(
                channelId,
                before.key(),
                before.language(),
                new Approval(Approval.State.DISABLED, Approval.Source.OBSERVED, "deleted"));
    }

    public String quota(ChannelId channelId) {
        Channel channel = parts.channels().apply(channelId);
        Exchange<String> exchange = registry(channelId, channel)
                .quota(sender(channelId, Category.UTILITY))
                .orElseThrow(() -> cannot(channelId, "tell a quota"));
        return errands.run("ask for the quota of " + channelId, channel, exchange);
    }

    public List<RegisteredTemplate> list(ChannelId channelId, Category category) {
        Channel channel = parts.channels().apply(channelId);
        List<RegisteredTemplate> all = errands.runAll(
                "list the templates of " + channelId,
                channel,
                registry(channelId, channel),
                sender(channelId, category));
        all.forEach(registered -> observe(channelId, registered));
        return all;
    }

    private RegisteredTemplate registered(ChannelId channelId, ResolvedTemplate template) {
        String key = parts.bindings()
                .find(channelId, template.template().name(), template.languageCode())
                .orElse(template.template().name());
        return list(channelId, template.template().category()).stream()
                .filter(registered -> registered.key().equals(key))
                .filter(registered ->
                        registered.language().isEmpty() || registered.language().equals(template.languageCode()))
                .findFirst()
                .orElseThrow(() -> new RequestException("the provider of '" + channelId + "' has no template '" + key
                        + "' (" + template.languageCode() + "); create it first, or bind the name it has there"));
    }

    private static RequestException cannot(ChannelId channel, String what) {
        return new RequestException(
                "the provider of '" + channel + "' has no API to " + what + "; do it there by hand");
    }

    public Explanation explain(ChannelId channelId, String name, Optional<Language> language) {
        Channel channel = parts.channels().apply(channelId);
        ResolvedTemplate template = parts.catalog().resolve(name, language, channelId, channel.capabilities());
        try {
            boolean bound = parts.bindings()
                    .find(channelId, template.template().name(), template.languageCode())
                    .isPresent();
            return Explanation.of(
                            channelId,
                            bound
                                    ? channel.adaptRegistered(channelId, template.template())
                                    : channel.adapt(channelId, template.template()))
                    .withNotes(template.notes());
        } catch (TemplateRefusedException e) {
            return Explanation.refused(channelId, name, e);
        }
    }

    public ExplanationTable explain(String name) {
        parts.catalog().require(name);
        return new ExplanationTable(
                parts.channelIds().stream().map(channel -> row(channel, name)).toList());
    }

    private Explanation row(ChannelId channel, String name) {
        try {
            return explain(channel, name, Optional.empty());
        } catch (RequestException e) {
            return Explanation.refused(channel, name, e);
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
}
