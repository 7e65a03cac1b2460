package io.chatauth.internal.sync;

import io.chatauth.ChannelId;
import io.chatauth.Language;
import io.chatauth.RequestException;
import io.chatauth.internal.catalog.TemplateCatalog.Entry;
import io.chatauth.internal.engine.LocalTemplate;
import io.chatauth.internal.engine.Parts;
import io.chatauth.internal.engine.TemplateDesk;
import io.chatauth.internal.text.Masking;
import io.chatauth.spi.Channel;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.template.Approval;
import io.chatauth.template.Capabilities.TextMode;
import io.chatauth.template.Template;
import io.chatauth.template.TemplateContent.Difference;
import io.chatauth.template.sync.PlannedStep;
import io.chatauth.template.sync.PlannedStep.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds out by reading what there is to do. Nothing is written to the provider. */
public final class Planner {
    private static final Optional<Consumer<Duration>> PATIENT = Optional.of(wait -> {});

    private final TemplateDesk desk;
    private final Parts parts;

    public Planner(TemplateDesk desk) {
        this.desk = desk;
        this.parts = desk.parts();
    }

    public List<Planned> plan(Wish wish) {
        List<Entry> entries = entries(wish);
        List<Planned> plan = new ArrayList<>();
        Map<List<String>, List<RegisteredTemplate>> lists = new HashMap<>();
        for (ChannelId id : channels(wish)) {
            Channel channel = parts.channels().apply(id);
            for (Entry entry : entries) {
                plan.add(plan(id, channel, entry.template(), wish, lists));
            }
        }
        return List.copyOf(plan);
    }

    private List<ChannelId> channels(Wish wish) {
        return wish.channels().isEmpty()
                ? parts.channelIds().stream()
                        .filter(id ->
                                parts.channels().apply(id).capabilities().textMode() == TextMode.APPROVED_TEMPLATES)
                        .sorted((one, other) -> one.value().compareTo(other.value()))
                        .toList()
                : wish.channels();
    }

    private List<Entry> entries(Wish wish) {
        wish.names().forEach(parts.catalog()::require);
        List<Entry> named = parts.catalog().entries().stream()
                .filter(entry -> wish.names().isEmpty()
                        || wish.names().contains(entry.template().name()))
                .toList();
        for (String language : wish.languages()) {
            if (named.stream()
                    .noneMatch(entry -> same(language, entry.template().language()))) {
                throw new RequestException("no template to bring there is in '" + Masking.clean(language)
                        + "'; there are "
                        + named.stream()
                                .map(entry -> entry.template().language())
                                .distinct()
                                .toList());
            }
        }
        return named.stream()
                .filter(entry -> wish.languages().isEmpty()
                        || wish.languages().stream()
                                .anyMatch(language ->
                                        same(language, entry.template().language())))
                .toList();
    }

    private static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(String language) {
        return language.replace('-', '_').toLowerCase(Locale.ROOT);
    }

    private Planned plan(
            ChannelId id,
            Channel channel,
            Template template,
            Wish wish,
            Map<List<String>, List<RegisteredTemplate>> lists) {
        if (channel.templateRegistry().isEmpty()) {
            Approval declared = parts.bindings().approval(id, template.name(), template.language());
            return new Planned(
                    step(
                            id,
                            template,
                            Action.BY_HAND,
                            template.name(),
                            declared,
                            List.of(),
                            "its provider has no API for templates; register it there, and bind what it is called there"),
                    Optional.empty(),
                    Optional.empty());
        }
        LocalTemplate local;
        List<RegisteredTemplate> all;
        try {
            local = desk.local(id, template.name(), Optional.of(Language.of(template.language())));
            channel.templateRegistry().get().content(local.adapted());
            String sender = desk.sender(local);
            List<String> list = List.of(id.value(), sender);
            if (!lists.containsKey(list)) {
                lists.put(list, desk.list(local, PATIENT));
            }
            all = lists.get(list);
        } catch (RequestException e) {
            return new Planned(
                    step(
                            id,
                            template,
                            Action.REFUSED,
                            template.name(),
                            Approval.UNKNOWN,
                            List.of(),
                            String.valueOf(e.getMessage())),
                    Optional.empty(),
                    Optional.empty());
        }
        Optional<RegisteredTemplate> before = desk.find(local, all);
        return new Planned(
                before.map(registered -> registered(local, registered, wish))
                        .orElseGet(() ->
                                step(id, template, Action.CREATE, desk.key(local), Approval.UNKNOWN, List.of(), "")),
                Optional.of(local),
                before);
    }

    private PlannedStep registered(LocalTemplate local, RegisteredTemplate registered, Wish wish) {
        Template template = local.resolved().template();
        Approval approval = Approval.observed(
                registered.approval(), registered.detail(), parts.clock().instant());
        List<Difference> differences = desk.differences(local, registered);
        String key = registered.key();
        String binding = desk.bindingAdvice(local, key);
        if (differences.isEmpty()) {
            boolean usable = !approval.state().unusable() || approval.state() == Approval.State.PENDING;
            return step(
                    local.channelId(),
                    template,
                    usable ? Action.UNCHANGED : Action.WRONG_STATE,
                    key,
                    approval,
                    differences,
                    usable ? binding : "it is as here, so its provider must decide again, or its text must change");
        }
        Optional<String> refusal = wish.createOnly()
                ? Optional.of("it differs, and only what is missing was asked for")
                : desk.editRefusal(local, registered);
        if (refusal.isPresent()) {
            return step(local.channelId(), template, Action.WRONG_STATE, key, approval, differences, refusal.get());
        }
        String review = approval.state() == Approval.State.APPROVED
                ? "after the edit it can't be sent until its provider has reviewed it again"
                : "";
        return step(local.channelId(), template, Action.DIFFERS, key, approval, differences, review);
    }

    private static PlannedStep step(
            ChannelId channel,
            Template template,
            Action action,
            String key,
            Approval approval,
            List<Difference> differences,
            String reason) {
        return new PlannedStep(
                channel, template.name(), template.language(), action, key, approval, differences, reason);
    }
}
