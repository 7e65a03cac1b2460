package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import io.chatauth.DeleteAllLanguages;
import io.chatauth.Language;
import io.chatauth.RequestException;
import io.chatauth.spi.ApiOperation.Kind;
import io.chatauth.spi.Channel;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.template.Category;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Removes registered templates: one, where the provider can, or all languages, where the caller says so. */
final class Deletion {
    private final Parts parts;
    private final Approvals approvals;
    private final Registrar registrar;

    Deletion(Parts parts, Approvals approvals, Registrar registrar) {
        this.parts = parts;
        this.approvals = approvals;
        this.registrar = registrar;
    }

    /** Removes one template, where the provider can. */
    void one(LocalTemplate local) {
        List<RegisteredTemplate> all = registrar.list(local, Registrar.AT_ONCE);
        RegisteredTemplate before = registrar.required(local, all);
        delete(local, before, all);
    }

    private void delete(LocalTemplate local, RegisteredTemplate before, List<RegisteredTemplate> all) {
        Exchange<RegisteredTemplate> exchange = Registrar.registry(local)
                .delete(registrar.sender(local), before)
                .orElseThrow(() -> cannotDeleteOne(local, before, all));
        registrar.run(local, Kind.DELETE_TEMPLATE, "delete " + local, exchange, Registrar.AT_ONCE);
        deleted(local.channelId(), before);
    }

    private RequestException cannotDeleteOne(
            LocalTemplate local, RegisteredTemplate before, List<RegisteredTemplate> all) {
        if (Registrar.registry(local)
                .deleteAllLanguages(registrar.sender(local), before.key())
                .isEmpty()) {
            return Registrar.cannot(local.channelId(), "delete templates");
        }
        return new RequestException("the provider of '" + local.channelId() + "' deletes a template by its name, in all"
                + " languages and for all senders of the business account: '" + before.key() + "' is there in "
                + all.stream()
                        .filter(other -> other.key().equals(before.key()))
                        .map(RegisteredTemplate::language)
                        .collect(Collectors.joining(", "))
                + ". If all shall go, say so: templates().delete(channel, new DeleteAllLanguages(\""
                + local.name() + "\"))");
    }

    /** Removes a template in all languages, at once or one by one, as the provider can. */
    void all(ChannelId channelId, DeleteAllLanguages wish) {
        Channel channel = parts.channels().apply(channelId);
        TemplateRegistry registry = Registrar.registry(channelId, channel);
        String key = parts.bindings().find(channelId, wish.name(), "").orElse(wish.name());
        String sender = registrar.sender(channelId, Category.UTILITY);
        List<RegisteredTemplate> all = registrar.list(channelId, Category.UTILITY);
        List<LocalTemplate> family = parts.catalog().entries().stream()
                .filter(entry -> entry.template().name().equals(wish.name()))
                .map(entry -> registrar.local(
                        channelId,
                        wish.name(),
                        Optional.of(Language.of(entry.template().language()))))
                .toList();
        Optional<Exchange<String>> atOnce = registry.deleteAllLanguages(sender, key);
        List<RegisteredTemplate> there = atOnce.isPresent()
                ? all.stream().filter(one -> one.key().equals(key)).toList()
                : family.stream()
                        .flatMap(local -> registrar.find(local, all).stream())
                        .distinct()
                        .toList();
        if (there.isEmpty()) {
            throw Registrar.notThere(channelId, key);
        }
        String what = "delete template '" + key + "' in all languages on " + channelId;
        if (atOnce.isPresent()) {
            registrar.run(channelId, channel, Kind.DELETE_TEMPLATE, what, atOnce.get(), Registrar.AT_ONCE);
            there.forEach(one -> deleted(channelId, one));
            return;
        }
        for (RegisteredTemplate one : there) {
            Exchange<RegisteredTemplate> exchange =
                    registry.delete(sender, one).orElseThrow(() -> Registrar.cannot(channelId, "delete templates"));
            registrar.run(channelId, channel, Kind.DELETE_TEMPLATE, what, exchange, Registrar.AT_ONCE);
            deleted(channelId, one);
        }
    }

    private void deleted(ChannelId channel, RegisteredTemplate registered) {
        approvals.deleted(channel, registered.key(), registered.language());
    }
}
