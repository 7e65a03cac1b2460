package io.chatauth.sandbox.internal;

import io.chatauth.sandbox.internal.auth.AuthEndpoints;
import io.chatauth.sandbox.internal.auth.Credentials;
import io.chatauth.sandbox.internal.auth.Tokens;
import io.chatauth.sandbox.internal.contract.Contract;
import io.chatauth.sandbox.internal.control.ControlApi;
import io.chatauth.sandbox.internal.envelope.EnvelopeEndpoint;
import io.chatauth.sandbox.internal.message.Conversations;
import io.chatauth.sandbox.internal.message.MessageStore;
import io.chatauth.sandbox.internal.phones.EventStream;
import io.chatauth.sandbox.internal.phones.PhonesPage;
import io.chatauth.sandbox.internal.registry.Registry;
import io.chatauth.sandbox.internal.server.ApiHandler;
import io.chatauth.sandbox.internal.server.ControlHandler;
import io.chatauth.sandbox.internal.server.Delays;
import io.chatauth.sandbox.internal.server.Faults;
import io.chatauth.sandbox.internal.server.HttpFront;
import io.chatauth.sandbox.internal.server.MovableClock;
import io.chatauth.sandbox.internal.server.RequestLog;
import io.chatauth.sandbox.internal.server.Routes;
import io.chatauth.sandbox.internal.subscription.Subscriptions;
import io.chatauth.sandbox.internal.webhook.Target;
import io.chatauth.sandbox.internal.webhook.Webhooks;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A running sandbox: the parts, put together and started. */
public final class Engine implements AutoCloseable {
    /**
     * What a sandbox is started with.
     *
     * @param port the port, 0 for a free one
     * @param apiKey the accepted API key, or null
     * @param username the accepted user, or null
     * @param password the user's password, or null
     * @param senders the account's senders, empty for any
     * @param webhook the account's webhook, or null
     * @param approveAfter how long a template's review takes, or null if somebody has to decide
     * @param refuseInPart whether a bad message in a batch is refused alone
     * @param retryUnit the unit of the waits between the tries of a webhook
     * @param history how many requests and how many messages are kept
     * @param clock the time
     * @param openApi where Infobip's OpenAPI documents are, or null
     * @param tally the file that counts what was held against them, or null
     */
    public record Settings(
            int port,
            @Nullable String apiKey,
            @Nullable String username,
            @Nullable String password,
            Set<String> senders,
            @Nullable URI webhook,
            @Nullable Duration approveAfter,
            boolean refuseInPart,
            Duration retryUnit,
            int history,
            Clock clock,
            @Nullable Path openApi,
            @Nullable Path tally) {}

    private final Delays delays;
    private final Webhooks webhooks;
    private final HttpFront front;
    private final Contract contract;

    /**
     * Starts a sandbox.
     *
     * @param settings what it is started with
     */
    public Engine(Settings settings) {
        contract = new Contract(settings.openApi(), settings.tally());
        ThreadFactory threads = daemons();
        delays = new Delays(threads);
        MovableClock clock = new MovableClock(settings.clock());
        Subscriptions subscriptions = new Subscriptions();
        Tokens tokens = new Tokens(clock);
        webhooks = new Webhooks(threads, delays, clock, settings.retryUnit(), subscriptions::target, contract::check);
        EventStream events = new EventStream(delays);
        RequestLog log = new RequestLog(settings.history());
        Faults faults = new Faults();
        MessageStore messages = new MessageStore(settings.history());
        Channels channels = new Channels(clock, settings.approveAfter(), webhooks::post);
        AtomicBoolean inPart = new AtomicBoolean(settings.refuseInPart());
        Conversations conversations = new Conversations(messages, Channels.reports(), webhooks, clock, events::changed);
        Routes api = channels.routes(
                new EnvelopeEndpoint.Shared(conversations, settings.senders(), inPart::get, clock),
                messages,
                () -> templatesChanged(channels, events, settings.approveAfter()));
        Credentials credentials = new Credentials(settings.apiKey(), settings.username(), settings.password(), tokens);
        AuthEndpoints.addTo(api, credentials, tokens);
        subscriptions.addTo(api);
        clock.onMove(channels::settleTemplates);
        clock.onMove(events::changed);
        Runnable reset = () -> {
            webhooks.reset();
            subscriptions.reset();
            tokens.clear();
            clock.reset();
            faults.clear();
            messages.clear();
            conversations.reset();
            channels.registries().forEach(Registry::clear);
            inPart.set(settings.refuseInPart());
            log.clear();
            events.changed();
        };
        Routes control = ControlApi.routes(new ControlApi.Driven(
                log,
                faults,
                messages,
                channels.registries(),
                channels.declarations(),
                conversations,
                webhooks,
                subscriptions,
                tokens,
                clock,
                inPart,
                reset,
                events::changed));
        if (settings.webhook() != null) {
            webhooks.target(Target.of(settings.webhook()));
        }
        front = new HttpFront(
                settings.port(),
                new ApiHandler(api, credentials::accept, contract::check, faults, log, clock, delays),
                new ControlHandler(control),
                new PhonesPage(),
                events.handler());
        try {
            front.start();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Tells where it listens.
     *
     * @return the base URL, without a slash at its end
     */
    public URI baseUri() {
        return URI.create("http://" + HttpFront.HOST + ":" + front.port());
    }

    @Override
    public void close() {
        front.close();
        webhooks.close();
        delays.close();
        contract.close();
    }

    private void templatesChanged(Channels channels, EventStream events, @Nullable Duration approveAfter) {
        events.changed();
        if (approveAfter != null) {
            delays.after(approveAfter.toMillis() + 1, () -> {
                channels.settleTemplates();
                events.changed();
            });
        }
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "chatauth-sandbox-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
