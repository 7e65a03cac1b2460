package io.chatauth.sandbox.internal;

import io.chatauth.sandbox.internal.control.ControlApi;
import io.chatauth.sandbox.internal.envelope.EnvelopeEndpoint;
import io.chatauth.sandbox.internal.message.Conversations;
import io.chatauth.sandbox.internal.message.MessageStore;
import io.chatauth.sandbox.internal.phones.EventStream;
import io.chatauth.sandbox.internal.phones.PhonesPage;
import io.chatauth.sandbox.internal.registry.Registry;
import io.chatauth.sandbox.internal.server.ApiHandler;
import io.chatauth.sandbox.internal.server.ControlHandler;
import io.chatauth.sandbox.internal.server.Credentials;
import io.chatauth.sandbox.internal.server.Delays;
import io.chatauth.sandbox.internal.server.Faults;
import io.chatauth.sandbox.internal.server.HttpFront;
import io.chatauth.sandbox.internal.server.RequestLog;
import io.chatauth.sandbox.internal.server.Routes;
import io.chatauth.sandbox.internal.webhook.Target;
import io.chatauth.sandbox.internal.webhook.Webhooks;
import java.net.URI;
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
            Clock clock) {}

    private final Delays delays;
    private final Webhooks webhooks;
    private final HttpFront front;

    /**
     * Starts a sandbox.
     *
     * @param settings what it is started with
     */
    public Engine(Settings settings) {
        ThreadFactory threads = daemons();
        delays = new Delays(threads);
        webhooks = new Webhooks(threads, delays, settings.retryUnit());
        EventStream events = new EventStream(delays);
        RequestLog log = new RequestLog(settings.history());
        Faults faults = new Faults();
        MessageStore messages = new MessageStore(settings.history());
        Channels channels = new Channels(settings.clock(), settings.approveAfter());
        AtomicBoolean inPart = new AtomicBoolean(settings.refuseInPart());
        Conversations conversations =
                new Conversations(messages, Channels.reports(), webhooks, settings.clock(), events::changed);
        Routes api = channels.routes(
                new EnvelopeEndpoint.Shared(conversations, settings.senders(), inPart::get, settings.clock()),
                messages,
                () -> templatesChanged(events, settings.approveAfter()));
        Runnable reset = () -> {
            webhooks.reset();
            faults.clear();
            messages.clear();
            conversations.reachAll();
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
                inPart,
                reset,
                events::changed));
        if (settings.webhook() != null) {
            webhooks.target(new Target(settings.webhook(), null));
        }
        Credentials credentials = new Credentials(settings.apiKey(), settings.username(), settings.password());
        front = new HttpFront(
                settings.port(),
                new ApiHandler(api, credentials, faults, log, settings.clock(), delays),
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
    }

    private void templatesChanged(EventStream events, @Nullable Duration approveAfter) {
        events.changed();
        if (approveAfter != null) {
            delays.after(approveAfter.toMillis() + 1, events::changed);
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
