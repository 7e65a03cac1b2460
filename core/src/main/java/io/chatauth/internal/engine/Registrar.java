package io.chatauth.internal.engine;

import io.chatauth.ApiException;
import io.chatauth.ChannelId;
import io.chatauth.Language;
import io.chatauth.RequestException;
import io.chatauth.Tenant;
import io.chatauth.spi.ApiOperation;
import io.chatauth.spi.ApiOperation.Kind;
import io.chatauth.spi.Channel;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.template.Approval;
import io.chatauth.template.Category;
import io.chatauth.template.TemplateContent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Talks to the channels' template registries, at their pace, and finds templates in their lists. */
final class Registrar {
    /** For whoever does not wait for a turn. */
    static final Optional<Consumer<Duration>> AT_ONCE = Optional.empty();

    static final int FORBIDDEN = 403;

    private final Parts parts;
    private final Approvals approvals;
    private final Errands errands;
    private final Pace pace;

    Registrar(Parts parts, Approvals approvals, Errands errands, Pace pace) {
        this.parts = parts;
        this.approvals = approvals;
        this.errands = errands;
        this.pace = pace;
    }

    /** Finds a template for a channel. */
    LocalTemplate local(ChannelId channelId, String name, Optional<Language> language) {
        Channel channel = parts.channels().apply(channelId);
        return new LocalTemplate(
                channelId, channel, parts.catalog().resolve(name, language, channelId, channel.capabilities()));
    }

    List<RegisteredTemplate> list(ChannelId channelId, Category category) {
        return list(channelId, parts.channels().apply(channelId), sender(channelId, category), AT_ONCE);
    }

    /** Lists the templates of the sender that this one would be sent by; waits for its turn if somebody hears of it. */
    List<RegisteredTemplate> list(LocalTemplate local, Optional<Consumer<Duration>> waits) {
        return list(local.channelId(), local.channel(), sender(local), waits);
    }

    private List<RegisteredTemplate> list(
            ChannelId channelId, Channel channel, String sender, Optional<Consumer<Duration>> waits) {
        TemplateRegistry registry = registry(channelId, channel);
        String what = "list the templates of " + channelId;
        List<RegisteredTemplate> all = told(
                channel,
                Kind.LIST_TEMPLATES,
                what,
                () -> errands.runAll(
                        what,
                        channel,
                        registry,
                        sender,
                        () -> turn(channelId, channel, Kind.LIST_TEMPLATES, what, waits)));
        all.forEach(registered -> approvals.observe(
                channelId, registered.key(), registered.language(), observed(registered), registered.content()));
        return all;
    }

    /**
     * Finds the registered template: by the bound key; else by what messages would call it, by its registered name, or by
     * its content.
     */
    Optional<RegisteredTemplate> find(LocalTemplate local, List<RegisteredTemplate> all) {
        String name = local.name();
        String code = local.resolved().languageCode();
        List<RegisteredTemplate> candidates = all.stream()
                .filter(one -> one.language().isEmpty() || one.language().equals(code))
                .toList();
        Optional<String> bound = parts.bindings().find(local.channelId(), name, code);
        if (bound.isPresent()) {
            return candidates.stream()
                    .filter(one -> one.key().equals(bound.get()))
                    .findFirst();
        }
        return candidates.stream()
                .filter(one -> one.key().equals(name)
                        || one.name().filter(name::equals).isPresent())
                .findFirst()
                .or(() -> TemplateKeys.content(local.channel(), local.adapted())
                        .flatMap(here -> candidates.stream()
                                .filter(one -> one.name().isEmpty()
                                        && one.content().filter(here::equals).isPresent())
                                .findFirst()));
    }

    /** Tells how the registered template differs from the one here, as far as its content is known. */
    List<TemplateContent.Difference> differences(LocalTemplate local, RegisteredTemplate registered) {
        Optional<TemplateContent> here = registry(local).content(local.adapted());
        Optional<KnownTemplate> known = approvals.known(local.channelId(), registered.key(), registered.language());
        return here.isEmpty()
                ? List.of()
                : known.flatMap(KnownTemplate::content)
                        .map(there -> known.get().allDifferences(here.get()))
                        .orElse(List.of());
    }

    /** Gives what messages call the template. */
    String key(LocalTemplate local) {
        String name = local.name();
        return parts.bindings()
                .find(local.channelId(), name, local.resolved().languageCode())
                .orElse(name);
    }

    /** Tells whether messages can name the template only by a key that is bound. */
    boolean needsBinding(LocalTemplate local, String key) {
        return !key(local).equals(key);
    }

    RegisteredTemplate required(LocalTemplate local) {
        return required(local, list(local, AT_ONCE));
    }

    RegisteredTemplate required(LocalTemplate local, List<RegisteredTemplate> all) {
        return find(local, all)
                .orElseThrow(() -> notThere(
                        local.channelId(),
                        key(local) + "' ('" + local.resolved().languageCode()));
    }

    static RequestException notThere(ChannelId channel, String key) {
        return new RequestException("the provider of '" + channel + "' has no template '" + key
                + "'; create it first, or bind the name it has there");
    }

    static RequestException cannot(ChannelId channel, String what) {
        return new RequestException(
                "the provider of '" + channel + "' has no API to " + what + "; do it there by hand");
    }

    Approval observed(RegisteredTemplate registered) {
        return Approval.observed(
                registered.approval(), registered.detail(), parts.clock().instant());
    }

    <T> T run(LocalTemplate local, Kind kind, String what, Exchange<T> exchange, Optional<Consumer<Duration>> waits) {
        return run(local.channelId(), local.channel(), kind, what, exchange, waits);
    }

    <T> T run(
            ChannelId id,
            Channel channel,
            Kind kind,
            String what,
            Exchange<T> exchange,
            Optional<Consumer<Duration>> waits) {
        turn(id, channel, kind, what, waits);
        return told(channel, kind, what, () -> errands.run(what, channel, exchange));
    }

    private void turn(ChannelId id, Channel channel, Kind kind, String what, Optional<Consumer<Duration>> waits) {
        if (!pace.take(id, channel, kind, waits)) {
            throw new RequestException("'" + what + "' was not asked: the thread was interrupted while it waited");
        }
    }

    /** Names the scopes where the provider says only that something is forbidden. */
    private static <T> T told(Channel channel, Kind kind, String what, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (ApiException e) {
            Optional<String> scopes = Pace.operation(channel, kind)
                    .map(ApiOperation::scopes)
                    .filter(names -> !names.isEmpty())
                    .map(names -> String.join(" or ", names));
            if (e.error().status() == FORBIDDEN && scopes.isPresent()) {
                throw new ApiException(what + ", for which the credentials need " + scopes.get() + ",", e.error());
            }
            throw e;
        }
    }

    String sender(LocalTemplate local) {
        return sender(local.channelId(), local.resolved().template().category());
    }

    String sender(ChannelId channel, Category category) {
        return parts.senders().resolve(channel, Optional.empty(), Tenant.DEFAULT, category);
    }

    static TemplateRegistry registry(LocalTemplate local) {
        return registry(local.channelId(), local.channel());
    }

    static TemplateRegistry registry(ChannelId id, Channel channel) {
        return channel.templateRegistry()
                .orElseThrow(() -> new RequestException(
                        "the provider of '" + id + "' has no API for templates; register them there by hand"));
    }
}
