package io.chatauth.internal.engine;

import io.chatauth.ApiException;
import io.chatauth.ChannelId;
import io.chatauth.DeleteAllLanguages;
import io.chatauth.Language;
import io.chatauth.RequestException;
import io.chatauth.spi.ApiOperation.Kind;
import io.chatauth.spi.Channel;
import io.chatauth.spi.Exchange;
import io.chatauth.spi.RateLimit;
import io.chatauth.spi.RegisteredTemplate;
import io.chatauth.spi.TemplateRegistry;
import io.chatauth.store.SharedState.Counter;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Approval;
import io.chatauth.template.Category;
import io.chatauth.template.TemplateContent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers templates with providers and asks for their state; the I/O happens on the caller's thread. */
public final class TemplateDesk {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateDesk.class);

    /** How often one who waits looks whether a webhook told something. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Parts parts;
    private final Approvals approvals;
    private final String account;
    private final Pause pause;
    private final Pace pace;
    private final Registrar registrar;
    private final Deletion deletion;

    public TemplateDesk(Engine engine) {
        this(engine, Pause.PARK);
    }

    public TemplateDesk(Engine engine, Pause pause) {
        this.parts = engine.parts();
        this.approvals = engine.approvals();
        this.account = engine.errands().account();
        this.pause = pause;
        this.pace = new Pace(parts.state(), parts.clock(), account, pause);
        this.registrar = new Registrar(parts, approvals, engine.errands(), pace);
        this.deletion = new Deletion(parts, approvals, registrar);
    }

    /** Finds a template for a channel. */
    public LocalTemplate local(ChannelId channelId, String name, Optional<Language> language) {
        return registrar.local(channelId, name, language);
    }

    public RegisteredTemplate create(LocalTemplate local) {
        return create(local, Registrar.AT_ONCE);
    }

    /** Registers a template; waits for its turn if somebody hears of it. */
    public RegisteredTemplate create(LocalTemplate local, Optional<Consumer<Duration>> waits) {
        AdaptedTemplate adapted = local.adapted();
        TemplateRegistry registry = Registrar.registry(local);
        RegisteredTemplate registered = registrar.run(
                local,
                Kind.CREATE_TEMPLATE,
                "create " + local,
                registry.create(registrar.sender(local), adapted),
                waits);
        keep(local, registry.content(adapted), registered);
        return registered;
    }

    /** Asks for the state of a template. */
    public Approval approval(LocalTemplate local) {
        Optional<RegisteredTemplate> found = registrar.find(local, registrar.list(local, Registrar.AT_ONCE));
        if (found.isEmpty()) {
            approvals.missing(
                    local.channelId(), registrar.key(local), local.resolved().languageCode());
        }
        return known(local, found.map(RegisteredTemplate::key).orElseGet(() -> registrar.key(local)));
    }

    /**
     * Asks until a template is decided on. A webhook may tell it first; credentials that may not ask wait for nothing else.
     *
     * @param every how long to wait between two questions
     * @param atMost how long to ask at most
     */
    public Approval awaitApproval(LocalTemplate local, Duration every, Duration atMost) {
        Instant now = parts.clock().instant();
        Instant end = now.plus(atMost);
        Instant nextQuestion = now;
        boolean mayAsk = true;
        Approval approval;
        while (true) {
            now = parts.clock().instant();
            approval = known(local);
            if (mayAsk && undecided(approval) && !now.isBefore(nextQuestion)) {
                nextQuestion = now.plus(every);
                try {
                    approval = approval(local);
                } catch (ApiException e) {
                    if (e.error().status() != Registrar.FORBIDDEN) {
                        throw e;
                    }
                    mayAsk = false;
                    LOG.warn("The state of {} is only awaited by webhook: {}", local, e.getMessage());
                }
            }
            Duration wait = shortest(Duration.between(now, end), shortest(every, LOOK_EVERY));
            if (!undecided(approval)
                    || wait.isNegative()
                    || wait.isZero()
                    || Thread.currentThread().isInterrupted()) {
                return approval;
            }
            pause.pause(wait);
        }
    }

    private static boolean undecided(Approval approval) {
        return approval.source() != Approval.Source.OBSERVED
                || approval.state() == Approval.State.PENDING
                || approval.state() == Approval.State.UNKNOWN;
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Gives what is known of a template without asking the provider. */
    public Approval known(LocalTemplate local) {
        return known(local, registrar.key(local));
    }

    private Approval known(LocalTemplate local, String key) {
        return approvals.of(
                local.channelId(), local.name(), key, local.resolved().languageCode());
    }

    public RegisteredTemplate edit(LocalTemplate local) {
        return edit(local, registrar.required(local), Registrar.AT_ONCE);
    }

    /** Makes the registered template equal to the one here; waits for its turn if somebody hears of it. */
    public RegisteredTemplate edit(LocalTemplate local, RegisteredTemplate before, Optional<Consumer<Duration>> waits) {
        AdaptedTemplate adapted = local.adapted();
        TemplateRegistry registry = Registrar.registry(local);
        Exchange<RegisteredTemplate> exchange = registry.edit(registrar.sender(local), before, adapted)
                .orElseThrow(() -> Registrar.cannot(local.channelId(), "edit templates"));
        List<Counter> counters = editCounters(local, before);
        if (!counters.isEmpty()) {
            parts.state().add(counters, 1).refusedBy().ifPresent(full -> {
                throw new RequestException(editedTooOften(local, full));
            });
        }
        RegisteredTemplate after;
        try {
            after = registrar.run(local, Kind.EDIT_TEMPLATE, "edit " + local, exchange, waits);
        } catch (ApiException | RequestException e) {
            if (!counters.isEmpty()) {
                parts.state().takeBack(counters, 1);
            }
            throw e;
        }
        keep(local, registry.content(adapted), after);
        return after;
    }

    /** Says why a registered template can't be made equal to the one here now; empty if it can. Nothing is asked. */
    public Optional<String> editRefusal(LocalTemplate local, RegisteredTemplate before) {
        Optional<Exchange<RegisteredTemplate>> exchange;
        try {
            exchange = Registrar.registry(local).edit(registrar.sender(local), before, local.adapted());
        } catch (RequestException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        if (exchange.isEmpty()) {
            return Optional.of(String.valueOf(
                    Registrar.cannot(local.channelId(), "edit templates").getMessage()));
        }
        return editCounters(local, before).stream()
                .filter(counter -> parts.state().count(counter) >= counter.limit())
                .findFirst()
                .map(counter -> editedTooOften(local, counter));
    }

    private List<Counter> editCounters(LocalTemplate local, RegisteredTemplate before) {
        return Registrar.registry(local).editLimits(before).stream()
                .map(limit -> new Counter(
                        Digests.key(
                                "edits",
                                account,
                                local.channelId().value(),
                                before.id(),
                                limit.per().toString()),
                        limit.per(),
                        limit.times()))
                .toList();
    }

    private static String editedTooOften(LocalTemplate local, Counter counter) {
        return local + " was edited as often as its provider allows, which is "
                + new RateLimit((int) counter.limit(), counter.window()) + "; edit it later";
    }

    /** Removes one template, where the provider can. */
    public void delete(LocalTemplate local) {
        deletion.one(local);
    }

    /** Removes a template in all languages, at once or one by one, as the provider can. */
    public void delete(ChannelId channelId, DeleteAllLanguages wish) {
        deletion.all(channelId, wish);
    }

    public List<RegisteredTemplate> list(ChannelId channelId) {
        return registrar.list(channelId, Category.UTILITY);
    }

    /** Lists the templates of the sender that this one would be sent by; waits for its turn if somebody hears of it. */
    public List<RegisteredTemplate> list(LocalTemplate local, Optional<Consumer<Duration>> waits) {
        return registrar.list(local, waits);
    }

    /** Names the sender that a template would be sent by. */
    public String sender(LocalTemplate local) {
        return registrar.sender(local);
    }

    /** Finds the registered template in a list. */
    public Optional<RegisteredTemplate> find(LocalTemplate local, List<RegisteredTemplate> all) {
        return registrar.find(local, all);
    }

    /** Tells how the registered template differs from the one here, as far as its content is known. */
    public List<TemplateContent.Difference> differences(LocalTemplate local, RegisteredTemplate registered) {
        return registrar.differences(local, registered);
    }

    /** Gives what messages call the template. */
    public String key(LocalTemplate local) {
        return registrar.key(local);
    }

    /** Tells what to configure where messages name a template by a key that is not bound yet; empty if nothing. */
    public String bindingAdvice(LocalTemplate local, String key) {
        if (registrar.key(local).equals(key)) {
            return "";
        }
        return "bind its key: chatauth.template." + local.channelId() + "." + local.name() + "."
                + local.resolved().languageCode() + "=" + key;
    }

    public String quota(ChannelId channelId) {
        Channel channel = parts.channels().apply(channelId);
        Exchange<String> exchange = Registrar.registry(channelId, channel)
                .quota(registrar.sender(channelId, Category.UTILITY))
                .orElseThrow(() -> Registrar.cannot(channelId, "tell a quota"));
        return registrar.run(
                channelId, channel, Kind.ASK_QUOTA, "ask for the quota of " + channelId, exchange, Registrar.AT_ONCE);
    }

    /** Waits after the provider said that it was too often; false if the thread was interrupted. */
    public boolean backOff(int tried, Consumer<Duration> waits) {
        return pace.backOff(tried, waits);
    }

    public Parts parts() {
        return parts;
    }

    private void keep(LocalTemplate local, Optional<TemplateContent> sent, RegisteredTemplate after) {
        if (sent.isPresent()) {
            approvals.registered(
                    local.channelId(),
                    after.key(),
                    after.language(),
                    registrar.observed(after),
                    sent.get(),
                    after.content());
        } else {
            approvals.observe(
                    local.channelId(), after.key(), after.language(), registrar.observed(after), after.content());
        }
    }
}
