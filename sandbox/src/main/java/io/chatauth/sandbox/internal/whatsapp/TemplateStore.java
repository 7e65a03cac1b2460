package io.chatauth.sandbox.internal.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.registry.Registry;
import io.chatauth.sandbox.internal.webhook.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All templates of the account, in the order in which they were made. Safe for use by many threads. */
public final class TemplateStore implements Registry {
    static final Set<String> CATEGORIES = Set.of("MARKETING", "UTILITY", "AUTHENTICATION");

    private static final Duration NAME_BLOCKED = Duration.ofDays(30);

    private final Clock clock;
    private final @Nullable Duration approveAfter;
    private final TemplateUpdates updates;
    private final Map<String, Template> templates = new LinkedHashMap<>();
    private final Map<String, Instant> blockedNames = new HashMap<>();
    private long lastId = 100_000_000_000_000L;

    /**
     * Makes an empty store.
     *
     * @param clock the time
     * @param approveAfter how long a review takes, or null if somebody has to decide
     * @param updates posts what became of a template
     */
    public TemplateStore(Clock clock, @Nullable Duration approveAfter, Consumer<Notice> updates) {
        this.clock = clock;
        this.approveAfter = approveAfter;
        this.updates = new TemplateUpdates(updates);
    }

    /** Adds a template, whose id is given here; null if its name and language are taken or its name is blocked. */
    synchronized @Nullable Template add(Template draft) {
        Instant until = blockedNames.get(draft.name());
        if ((until != null && clock.instant().isBefore(until))
                || find(draft.sender(), draft.name(), draft.language()) != null) {
            return null;
        }
        lastId++;
        Template template = new Template(
                Long.toString(lastId),
                draft.sender(),
                draft.name(),
                draft.language(),
                draft.category(),
                draft.status(),
                draft.structure(),
                draft.extras(),
                draft.createdAt(),
                draft.updatedAt(),
                draft.edits());
        templates.put(template.id(), template);
        return template;
    }

    synchronized @Nullable Template find(String sender, String name, String language) {
        for (Template template : templates.values()) {
            if (template.sender().equals(sender)
                    && template.name().equals(name)
                    && template.language().equals(language)) {
                return current(template);
            }
        }
        return null;
    }

    synchronized @Nullable Template find(String id) {
        Template template = templates.get(id);
        return template == null ? null : current(template);
    }

    /** Lists the templates of all senders, oldest first. */
    synchronized List<Template> all() {
        return templates.values().stream().map(this::current).toList();
    }

    /** Lists the templates of a sender, oldest first. */
    synchronized List<Template> list(String sender) {
        List<Template> list = new ArrayList<>();
        for (Template template : templates.values()) {
            if (template.sender().equals(sender)) {
                list.add(current(template));
            }
        }
        return list;
    }

    @Override
    public synchronized List<ObjectNode> views() {
        return templates.values().stream()
                .map(template -> view(current(template)))
                .toList();
    }

    @Override
    public Set<String> statuses() {
        return TemplateStatus.names();
    }

    @Override
    public @Nullable ObjectNode decide(String id, String status) {
        return told(id, template -> template.with(TemplateStatus.valueOf(status), clock.instant()));
    }

    @Override
    public Set<String> categories() {
        return CATEGORIES;
    }

    @Override
    public @Nullable ObjectNode recategorise(String id, String category) {
        return told(id, template -> template.in(category, clock.instant()));
    }

    /** Tells of the templates whose review is over by now. */
    public synchronized void settle() {
        for (Template template : List.copyOf(templates.values())) {
            Template now = current(template);
            if (now.status() != template.status()) {
                templates.put(now.id(), now);
                updates.changed(template, now);
            }
        }
    }

    private synchronized @Nullable ObjectNode told(String id, UnaryOperator<Template> change) {
        Template before = find(id);
        if (before == null) {
            return null;
        }
        Template after = change.apply(before);
        templates.put(id, after);
        updates.changed(before, after);
        return view(after);
    }

    @Override
    public synchronized boolean has(String id) {
        return templates.containsKey(id);
    }

    synchronized @Nullable Template change(String id, UnaryOperator<Template> change) {
        Template template = find(id);
        if (template == null) {
            return null;
        }
        Template changed = change.apply(template);
        templates.put(id, changed);
        return changed;
    }

    /** Deletes all templates of a name, in all languages and of all senders; the name of an approved one is blocked. */
    synchronized boolean delete(String name) {
        List<Template> named = templates.values().stream()
                .filter(template -> template.name().equals(name))
                .map(this::current)
                .toList();
        named.forEach(template -> templates.remove(template.id()));
        if (named.stream().anyMatch(template -> template.status() == TemplateStatus.APPROVED)) {
            blockedNames.put(name, clock.instant().plus(NAME_BLOCKED));
        }
        return !named.isEmpty();
    }

    @Override
    public synchronized void clear() {
        templates.clear();
        blockedNames.clear();
    }

    private static ObjectNode view(Template template) {
        return template.json()
                .put("channel", WhatsAppReports.CHANNEL)
                .put("sender", template.sender())
                .put("approve", TemplateStatus.APPROVED.name())
                .put("refuse", TemplateStatus.REJECTED.name());
    }

    private Template current(Template template) {
        if (approveAfter == null || template.status() != TemplateStatus.PENDING) {
            return template;
        }
        Instant decided = template.updatedAt().plus(approveAfter);
        return clock.instant().isBefore(decided) ? template : template.with(TemplateStatus.APPROVED, decided);
    }
}
