package io.chatauth;

import io.chatauth.event.ChatAuthListener;
import io.chatauth.infobip.InfobipAccount;
import io.chatauth.internal.address.LibPhoneNumbers;
import io.chatauth.internal.address.Recipients;
import io.chatauth.internal.catalog.TemplateCatalog;
import io.chatauth.internal.config.AccountOptions;
import io.chatauth.internal.config.EngineOptions;
import io.chatauth.internal.config.Resolved;
import io.chatauth.internal.dispatch.DispatchSettings;
import io.chatauth.internal.dispatch.Dispatcher;
import io.chatauth.internal.engine.Engine;
import io.chatauth.internal.engine.Errands;
import io.chatauth.internal.engine.EventBus;
import io.chatauth.internal.engine.Parts;
import io.chatauth.internal.engine.Receiver;
import io.chatauth.internal.engine.SteadyClock;
import io.chatauth.internal.engine.TemplateDesk;
import io.chatauth.internal.http.JdkTransport;
import io.chatauth.internal.http.Transport;
import io.chatauth.internal.key.Keys;
import io.chatauth.internal.page.Pages;
import io.chatauth.internal.subscription.WebhookDesk;
import io.chatauth.internal.subscription.Wish;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.Channel;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.webhook.WebhookAuth;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a ChatAuth together from what the builder gathered, or says all that is wrong. */
final class Assembly {
    private static final Logger LOG = LoggerFactory.getLogger(ChatAuth.class);

    private final Resolved resolved;
    private final List<String> problems;

    Assembly(Resolved resolved) {
        this.resolved = resolved;
        this.problems = new ArrayList<>(resolved.problems());
    }

    ChatAuth assemble(
            Optional<InfobipAccount> givenAccount, Optional<KeyRing> givenKeys, List<ChatAuthListener> listeners) {
        Optional<InfobipAccount> account = givenAccount.or(this::account);
        boolean loopback = resolved.usesAccount()
                ? account.map(InfobipAccount::isLoopback)
                        .orElse(resolved.account().loopback())
                : resolved.account().loopback();
        Optional<KeyRing> ring = givenKeys.or(() -> ring(loopback));
        TemplateCatalog catalog = TemplateCatalog.of(resolved.templates(), problems);
        ring.filter(keys -> keys.isDevelopment() && !loopback)
                .ifPresent(
                        keys -> problems.add("the development key is known to everyone and only for an account on this"
                                + " machine; set chatauth.keys to keys of your own, KeyRing.newKey() makes one"));
        if (!problems.isEmpty() || account.isEmpty() || ring.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        catalog.replaced().forEach(pair -> LOG.info("The {}", pair));
        if (ring.get().isDevelopment()) {
            LOG.warn("The DEVELOPMENT KEY is in use: everyone can compute every code. It is accepted only because the"
                    + " account is on this machine");
        }
        return start(account.get(), ring.get(), catalog, loopback, listeners);
    }

    private ChatAuth start(
            InfobipAccount account,
            KeyRing ring,
            TemplateCatalog catalog,
            boolean loopback,
            List<ChatAuthListener> listeners) {
        ThreadFactory threads = resolved.parts().threadFactory().orElseGet(Daemons::new);
        Clock clock = resolved.parts().clock().orElseGet(() -> new SteadyClock(Clock.systemUTC(), System::nanoTime));
        EngineOptions options = resolved.engine();
        Transport transport = new JdkTransport(account, clock, threads);
        Dispatcher dispatcher = new Dispatcher(transport, dispatch(options), clock, threads);
        if (resolved.parts().challengeStore().isEmpty() && !loopback) {
            LOG.warn(
                    "Challenges are kept in memory: a restart loses them, and another node can't see them. Give a store"
                            + " with challengeStore(…)");
        }
        Map<FlowId, AuthFlow> flows = new LinkedHashMap<>();
        resolved.flows().ids().forEach(id -> flows.put(id, resolved.flows().get(id)));
        Engine engine = new Engine(
                new Parts(
                        clock,
                        resolved.parts().idGenerator().orElseGet(RandomIds::new),
                        resolved.parts()
                                .challengeStore()
                                .orElseGet(
                                        () -> new InMemoryChallengeStore(options.maxChallenges(), options.retention())),
                        resolved.parts().sharedState().orElseGet(() -> new InMemorySharedState(clock)),
                        new Keys(ring),
                        new Recipients(new LibPhoneNumbers(resolved.region())),
                        countries(loopback),
                        catalog,
                        resolved.channels()::get,
                        resolved.channels().ids(),
                        flows,
                        resolved.senders()::find,
                        resolved.bindings(),
                        dispatcher,
                        new EventBus(listeners, threads),
                        options.limits(),
                        resolved.links(),
                        resolved.webhookUrl(),
                        "node-" + UUID.randomUUID(),
                        options.retention()),
                new Errands(transport, account.requestTimeout(), account.host()),
                threads);
        engine.begin();
        return new ChatAuth(
                engine,
                new TemplateDesk(engine),
                new Webhooks(
                        new Receiver(engine, resolved.webhookAuth()),
                        new Pages(engine.links(), resolved.parts().pageRenderer()),
                        desk(transport, account)),
                resolved.discovery(),
                transport);
    }

    private WebhookDesk desk(Transport transport, InfobipAccount account) {
        List<Wish> wishes = resolved.channels().ids().stream()
                .map(id -> {
                    Channel channel = resolved.channels().get(id);
                    return new Wish(
                            id,
                            channel.subscribable(),
                            !channel.hosts().isEmpty(),
                            List.copyOf(resolved.senders().of(id)));
                })
                .toList();
        return new WebhookDesk(
                transport,
                account.requestTimeout(),
                resolved.webhookUrl(),
                resolved.webhookAuth().stream().map(WebhookAuth::atProvider).toList(),
                wishes);
    }

    /** Only for an account on this machine may the countries be left open. */
    private Countries countries(boolean loopback) {
        return resolved.countries().isUnset() && loopback ? Countries.all() : resolved.countries();
    }

    private static DispatchSettings dispatch(EngineOptions options) {
        return DispatchSettings.defaults()
                .withRequestsPerLane(options.requestsPerLane())
                .withQueueCapacity(options.queue())
                .withTries(options.tries(), options.tryFor())
                .withCloseTimeout(options.closeTimeout());
    }

    private Optional<InfobipAccount> account() {
        AccountOptions options = resolved.account();
        InfobipAccount.Builder builder = InfobipAccount.builder()
                .connectTimeout(options.connectTimeout())
                .requestTimeout(options.requestTimeout())
                .maxResponseBytes(options.maxResponseBytes())
                .blockingTrustManager(options.blockingTrustManager());
        options.baseUrl().ifPresent(url -> builder.allowHost(url.getHost()));
        options.sslContext().ifPresent(builder::sslContext);
        options.proxy().ifPresent(proxy -> {
            builder.proxy(proxy.host(), proxy.port());
            proxy.username()
                    .ifPresent(name -> proxy.password().ifPresent(secret -> builder.proxyCredentials(name, secret)));
        });
        if (resolved.usesAccount()) {
            if (options.baseUrl().isEmpty() || options.credentials().isEmpty()) {
                return Optional.empty();
            }
            builder.baseUrl(options.baseUrl().get().toString())
                    .credentials(options.credentials().get());
        } else {
            builder.noAccount();
        }
        List<String> wrong = builder.problems();
        problems.addAll(wrong);
        return wrong.isEmpty() ? Optional.of(builder.build()) : Optional.empty();
    }

    private Optional<KeyRing> ring(boolean loopback) {
        if (resolved.keys().isEmpty()) {
            return loopback ? Optional.of(KeyRing.development()) : Optional.empty();
        }
        String text = resolved.keys().get().reveal();
        List<String> wrong = KeyRing.problems(text);
        problems.addAll(wrong);
        return wrong.isEmpty() ? Optional.of(KeyRing.parse(text)) : Optional.empty();
    }

    /** Daemon threads with numbered names; those who start one may give it a better name. */
    private static final class Daemons implements ThreadFactory {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(task, "chatauth-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }
    }
}
