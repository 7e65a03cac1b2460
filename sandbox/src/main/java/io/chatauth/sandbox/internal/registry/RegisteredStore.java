package io.chatauth.sandbox.internal.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.internal.server.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A channel's templates in the order in which they were made. Safe for use by many threads. */
public final class RegisteredStore implements Registry {
    private final String channel;
    private final Review review;
    private final Clock clock;
    private final @Nullable Duration approveAfter;
    private final BiConsumer<Registered, ObjectNode> preview;
    private final Map<String, Registered> templates = new LinkedHashMap<>();
    private long last;

    /**
     * Makes an empty store.
     *
     * @param channel the channel's name
     * @param review the channel's words for the review
     * @param clock the time
     * @param approveAfter how long a review takes, or null if somebody has to decide
     * @param preview adds to a view what the template says
     */
    public RegisteredStore(
            String channel,
            Review review,
            Clock clock,
            @Nullable Duration approveAfter,
            BiConsumer<Registered, ObjectNode> preview) {
        this.channel = channel;
        this.review = review;
        this.clock = clock;
        this.approveAfter = approveAfter;
        this.preview = preview;
    }

    /**
     * Gives a number that no template of this store had.
     *
     * @return the number, from 1
     */
    public synchronized long nextNumber() {
        last++;
        return last;
    }

    /**
     * Adds a template, in review.
     *
     * @param id its id
     * @param sender the sender
     * @param name what it is called
     * @param details what was registered
     * @return the template
     */
    public Registered add(String id, String sender, String name, ObjectNode details) {
        return put(id, sender, name, review.pending(), details);
    }

    /**
     * Adds a template that is approved already; its id is made from the channel's name.
     *
     * @param sender the sender
     * @param name what it is called
     * @param details what was declared
     */
    public void declare(String sender, String name, ObjectNode details) {
        put(channel.toLowerCase(Locale.ROOT) + "-" + nextNumber(), sender, name, review.approved(), details);
    }

    private synchronized Registered put(String id, String sender, String name, String status, ObjectNode details) {
        Instant now = clock.instant();
        Registered template = new Registered(id, sender, name, status, details, now, now);
        templates.put(id, template);
        return template;
    }

    /**
     * Finds a template of a sender.
     *
     * @param sender the sender
     * @param id the template's id
     * @return the template, or null
     */
    public synchronized @Nullable Registered find(String sender, String id) {
        Registered template = templates.get(id);
        return template == null || !template.sender().equals(sender) ? null : current(template);
    }

    /**
     * Lists the templates of a sender.
     *
     * @param sender the sender
     * @return the templates, oldest first
     */
    public synchronized List<Registered> list(String sender) {
        List<Registered> list = new ArrayList<>();
        for (Registered template : templates.values()) {
            if (template.sender().equals(sender)) {
                list.add(current(template));
            }
        }
        return list;
    }

    /**
     * Edits a template, which goes back into review.
     *
     * @param id its id
     * @param name its new name
     * @param details what it now is
     * @return the edited template, or null if there is none
     */
    public @Nullable Registered edit(String id, String name, ObjectNode details) {
        return change(
                id,
                before -> new Registered(
                        id, before.sender(), name, review.pending(), details, before.createdAt(), clock.instant()));
    }

    private synchronized @Nullable Registered change(String id, UnaryOperator<Registered> change) {
        Registered template = templates.get(id);
        if (template == null) {
            return null;
        }
        Registered changed = change.apply(current(template));
        templates.put(id, changed);
        return changed;
    }

    /**
     * Removes a template.
     *
     * @param id its id
     */
    public synchronized void remove(String id) {
        templates.remove(id);
    }

    /**
     * Tells whether there is no template at all.
     *
     * @return true if nothing was registered or declared
     */
    public synchronized boolean isEmpty() {
        return templates.isEmpty();
    }

    /**
     * Tells whether a template may be sent.
     *
     * @param template the template
     * @return true if it is approved
     */
    public boolean sendable(Registered template) {
        return template.status().equals(review.approved());
    }

    @Override
    public synchronized List<ObjectNode> views() {
        return templates.values().stream()
                .map(template -> view(current(template)))
                .toList();
    }

    @Override
    public Set<String> statuses() {
        return review.all();
    }

    @Override
    public @Nullable ObjectNode decide(String id, String status) {
        Registered changed = change(id, template -> template.with(status, clock.instant()));
        return changed == null ? null : view(changed);
    }

    @Override
    public synchronized boolean has(String id) {
        return templates.containsKey(id);
    }

    @Override
    public synchronized void clear() {
        templates.clear();
    }

    private ObjectNode view(Registered template) {
        ObjectNode view = Json.object()
                .put("channel", channel)
                .put("id", template.id())
                .put("sender", template.sender())
                .put("name", template.name())
                .put("status", template.status())
                .put("approve", review.approved())
                .put("refuse", review.refused());
        preview.accept(template, view);
        return view;
    }

    private Registered current(Registered template) {
        if (approveAfter == null || !template.status().equals(review.pending())) {
            return template;
        }
        Instant decided = template.updatedAt().plus(approveAfter);
        return clock.instant().isBefore(decided) ? template : template.with(review.approved(), decided);
    }
}
