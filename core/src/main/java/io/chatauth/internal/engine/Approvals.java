package io.chatauth.internal.engine;

import io.chatauth.ChannelId;
import io.chatauth.DeliveryFailure;
import io.chatauth.RequestException;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.event.ChatAuthEvent.TemplateApprovalChanged;
import io.chatauth.event.ChatAuthEvent.TemplateCategoryChanged;
import io.chatauth.event.ChatAuthEvent.TemplateQualityChanged;
import io.chatauth.internal.config.Bindings;
import io.chatauth.internal.text.Masking;
import io.chatauth.store.SharedState;
import io.chatauth.template.Approval;
import io.chatauth.template.TemplateContent;
import io.chatauth.template.TemplateContent.Difference;
import io.chatauth.webhook.InboundEvent.TemplateChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known about registered templates: kept for all nodes, and looked at anew every few seconds. Only an observed bad
 * state, or a text that differs from the registered one, refuses; nothing known warns once and sends.
 */
final class Approvals {
    /** For how long this node believes what it read before it looks again. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Approvals.class);
    private static final Duration KEPT = Duration.ofDays(90);

    /** How far the provider's clock may be from ours when its word is compared with what we saw. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final int REMEMBERED = 10_000;

    private record Key(ChannelId channel, String template, String language) {
        /** By hand, because this is asked for every message: what the compiler makes goes over method handles. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && template.equals(key.template)
                    && language.equals(key.language)
                    && channel.value().equals(key.channel.value());
        }

        @Override
        public int hashCode() {
            return (template.hashCode() * 31 + language.hashCode()) * 31
                    + channel.value().hashCode();
        }
    }

    private record Seen(Optional<KnownTemplate> known, Instant at) {}

    private final Bindings declared;
    private final SharedState state;
    private final Clock clock;
    private final String account;
    private final Consumer<ChatAuthEvent> events;
    private final Map<Key, Seen> cache = new ConcurrentHashMap<>();
    private final Set<Key> warned = ConcurrentHashMap.newKeySet();

    Approvals(Bindings declared, SharedState state, Clock clock, String account, Consumer<ChatAuthEvent> events) {
        this.declared = declared;
        this.state = state;
        this.clock = clock;
        this.account = account;
        this.events = events;
    }

    /** Keeps what the provider's API said; where it shows no content, what was known of it stays. */
    void observe(
            ChannelId channel, String template, String language, Approval approval, Optional<TemplateContent> shown) {
        observe(
                new Key(channel, template, language),
                approval,
                known -> shown.map(known::shown).orElse(known));
    }

    /** Keeps what was registered from here, with the provider's answer to it. */
    void registered(
            ChannelId channel,
            String template,
            String language,
            Approval approval,
            TemplateContent sent,
            Optional<TemplateContent> shown) {
        observe(new Key(channel, template, language), approval, known -> known.registered(sent, shown));
    }

    private void observe(Key key, Approval approval, UnaryOperator<KnownTemplate> content) {
        Optional<KnownTemplate> before = read(key);
        KnownTemplate after =
                content.apply(before.orElse(KnownTemplate.NOTHING)).with(approval);
        boolean same = before.filter(known -> known.with(approval).equals(after)
                        && known.approval().state() == approval.state()
                        && known.approval().detail().equals(approval.detail())
                        && known.approval()
                                .at()
                                .filter(at -> clock.instant().isBefore(at.plus(SKEW)))
                                .isPresent())
                .isPresent();
        if (same) {
            return;
        }
        write(key, before, after);
        before.flatMap(KnownTemplate::category)
                .ifPresent(from -> after.category()
                        .filter(to -> !to.equals(from))
                        .ifPresent(to -> events.accept(new TemplateCategoryChanged(
                                clock.instant(), key.channel(), key.template(), key.language(), from, to))));
    }

    /** Keeps what a webhook told, unless something newer is known. */
    void told(ChannelId channel, TemplateChanged event) {
        Key key = new Key(channel, event.key(), event.language());
        Instant now = clock.instant();
        Optional<KnownTemplate> before = read(key);
        if (event.at().isPresent()
                && before.isPresent()
                && outdated(before.get(), event.at().get())) {
            LOG.info("An old update of {} was passed over", name(key));
            return;
        }
        KnownTemplate known = before.orElse(KnownTemplate.NOTHING).told(event.at());
        if (event.change() instanceof TemplateChanged.Status status) {
            write(key, before, known.with(Approval.observed(status.state(), status.detail(), now)));
        } else if (event.change() instanceof TemplateChanged.Category category) {
            write(key, before, known.in(category.to()));
            events.accept(new TemplateCategoryChanged(
                    now, channel, event.key(), event.language(), category.from(), category.to()));
        } else if (event.change() instanceof TemplateChanged.Quality quality) {
            events.accept(new TemplateQualityChanged(
                    now, channel, event.key(), event.language(), quality.from(), quality.to()));
        }
    }

    /** What the provider told later counts more; so does what we saw clearly later. */
    private static boolean outdated(KnownTemplate known, Instant at) {
        return known.toldAt().filter(told -> at.isBefore(told)).isPresent()
                || known.approval()
                        .at()
                        .filter(seen -> at.plus(SKEW).isBefore(seen))
                        .isPresent();
    }

    /** Forgets what was known, because a message failed over the template. */
    void invalidate(ChannelId channel, String template, String language, DeliveryFailure failure) {
        forget(new Key(channel, template, language), (failure.code() + " " + failure.text()).strip());
    }

    /** Forgets what was known, because the provider does not list the template. */
    void missing(ChannelId channel, String template, String language) {
        forget(new Key(channel, template, language), "");
    }

    /** Keeps that a template was deleted; what it showed is forgotten. */
    void deleted(ChannelId channel, String template, String language) {
        Key key = new Key(channel, template, language);
        write(
                key,
                read(key),
                KnownTemplate.NOTHING.with(Approval.observed(Approval.State.DISABLED, "deleted", clock.instant())));
    }

    private void forget(Key key, String why) {
        Optional<KnownTemplate> before = read(key);
        boolean known = before.isPresent()
                && (before.get().content().isPresent()
                        || before.get().approval().state() != Approval.State.UNKNOWN);
        if (known) {
            Approval unknown = Approval.observed(Approval.State.UNKNOWN, why, clock.instant());
            write(
                    key,
                    before,
                    KnownTemplate.NOTHING.with(unknown).told(before.get().toldAt()));
            warned.remove(key);
        }
    }

    /** Gives what is known, read anew from where all nodes share it, else what is declared. */
    Approval of(ChannelId channel, String name, String template, String language) {
        Key key = new Key(channel, template, language);
        return find(key, this::read)
                .map(KnownTemplate::approval)
                .filter(approval -> approval.source() == Approval.Source.OBSERVED)
                .orElseGet(() -> declared.approval(channel, name, language));
    }

    /** Gives what was registered, as far as it is known. */
    Optional<KnownTemplate> known(ChannelId channel, String template, String language) {
        return find(new Key(channel, template, language), this::read);
    }

    /**
     * Throws if the provider is known to refuse the template, or has another text of it; warns once if it reviews templates
     * and nothing is known.
     */
    void check(
            ChannelId channel,
            String name,
            String template,
            String language,
            boolean reviewed,
            Optional<TemplateContent> here) {
        Key key = new Key(channel, template, language);
        Optional<KnownTemplate> known = find(key, this::cached);
        known.ifPresent(registered -> check(key, registered, here));
        boolean unknown = known.isEmpty() || known.get().approval().state() == Approval.State.UNKNOWN;
        if (unknown
                && reviewed
                && !warned.contains(key)
                && declared.approval(channel, name, language).source() == Approval.Source.UNKNOWN
                && warned.size() < REMEMBERED
                && warned.add(key)) {
            LOG.warn("Nothing is known about the approval of {}; it is sent all the same", name(key));
        }
    }

    private static void check(Key key, KnownTemplate known, Optional<TemplateContent> here) {
        Approval approval = known.approval();
        if (approval.source() == Approval.Source.OBSERVED && approval.state().unusable()) {
            throw new RequestException(name(key) + " is " + approval.describe() + "; " + advice(approval.state()));
        }
        List<Difference> differences = here.map(known::differences).orElse(List.of());
        if (!differences.isEmpty()) {
            throw new RequestException(name(key) + " is not what is registered there: "
                    + differences.stream().map(Difference::toString).collect(Collectors.joining("; "))
                    + "; bring it there with templates().sync(), or give this text another name");
        }
    }

    private static String advice(Approval.State state) {
        return switch (state) {
            case PENDING -> "wait for its approval, by webhook or with templates().awaitApproval(…)";
            case REJECTED -> "correct it and bring it there again with templates().sync()";
            case PAUSED -> "wait until the provider lets it be sent again, or use another template";
            default -> "register its text under another name, or ask again with templates().approval(…)";
        };
    }

    /** What was observed of a template without language, which some providers' are, holds for every language. */
    private Optional<KnownTemplate> find(Key key, Function<Key, Optional<KnownTemplate>> look) {
        Optional<KnownTemplate> exact = look.apply(key);
        if (key.language().isEmpty()
                || exact.filter(known -> known.approval().source() == Approval.Source.OBSERVED)
                        .isPresent()) {
            return exact;
        }
        return look.apply(new Key(key.channel(), key.template(), "")).or(() -> exact);
    }

    private Optional<KnownTemplate> cached(Key key) {
        Seen seen = cache.get(key);
        if (seen != null && clock.instant().isBefore(seen.at().plus(FRESH))) {
            return seen.known();
        }
        return read(key);
    }

    private Optional<KnownTemplate> read(Key key) {
        Optional<KnownTemplate> known = state.get(stateKey(key)).map(KnownTemplate::read);
        remember(key, known);
        return known;
    }

    private void write(Key key, Optional<KnownTemplate> before, KnownTemplate after) {
        state.put(stateKey(key), after.write(), KEPT);
        remember(key, Optional.of(after));
        Approval.State from = before.map(known -> known.approval().state()).orElse(Approval.State.UNKNOWN);
        Approval.State to = after.approval().state();
        boolean news = before.isPresent() ? from != to : to.unusable() && to != Approval.State.PENDING;
        if (news) {
            events.accept(new TemplateApprovalChanged(
                    clock.instant(), key.channel(), key.template(), key.language(), from, after.approval()));
            if (to != Approval.State.APPROVED && to != Approval.State.PENDING) {
                LOG.warn("{} is {}", name(key), after.approval().describe());
            }
        }
    }

    private void remember(Key key, Optional<KnownTemplate> known) {
        if (cache.size() < REMEMBERED || cache.containsKey(key)) {
            cache.put(key, new Seen(known, clock.instant()));
        }
    }

    private String stateKey(Key key) {
        return Digests.key("template", account, key.channel().value(), key.template(), key.language());
    }

    private static String name(Key key) {
        return "template '" + Masking.clean(key.template()) + "'"
                + (key.language().isEmpty() ? "" : " (" + Masking.clean(key.language()) + ")") + " on " + key.channel();
    }
}
