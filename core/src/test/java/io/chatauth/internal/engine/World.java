package io.chatauth.internal.engine;

import io.chatauth.Canary;
import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.Countries;
import io.chatauth.Expect;
import io.chatauth.FlowId;
import io.chatauth.KeyRing;
import io.chatauth.Receipt;
import io.chatauth.Secret;
import io.chatauth.Started;
import io.chatauth.UnknownChannelException;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.flow.ActivationNotice;
import io.chatauth.flow.BuiltInFlows;
import io.chatauth.flow.FlowTemplates;
import io.chatauth.flow.VerificationCode;
import io.chatauth.internal.address.LibPhoneNumbers;
import io.chatauth.internal.address.Recipients;
import io.chatauth.internal.catalog.TemplateCatalog;
import io.chatauth.internal.catalog.TemplateSource;
import io.chatauth.internal.config.Bindings;
import io.chatauth.internal.dispatch.DispatchSettings;
import io.chatauth.internal.dispatch.Dispatcher;
import io.chatauth.internal.guard.Figures;
import io.chatauth.internal.http.Transport;
import io.chatauth.internal.key.Keys;
import io.chatauth.internal.link.Destinations;
import io.chatauth.internal.link.LinkSettings;
import io.chatauth.spi.AuthFlow;
import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.spi.Channel;
import io.chatauth.spi.FlowContext;
import io.chatauth.spi.Options;
import io.chatauth.spi.WireRequest;
import io.chatauth.spi.WireResponse;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.store.SharedState;
import io.chatauth.template.Button;
import io.chatauth.template.Template;
import io.chatauth.webhook.WebhookAuth;
import io.chatauth.webhook.WebhookHmac;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One node of a small world: real engine, dispatcher, keys and memory stores; fake channel, wire and clock. */
final class World implements AutoCloseable {
    static final String PHONE = "+441134960001";
    static final Expect LOGIN = Expect.purpose("login");
    static final KeyRing RING = KeyRing.builder()
            .key("k1", KeyRing.State.ACTIVE, Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))
            .build();

    static final Secret WEBHOOK_SECRET = Secret.of("0123456789abcdef0123456789abcdef");
    static final WebhookHmac HMAC =
            WebhookAuth.hmac("X-Hub-Signature", WEBHOOK_SECRET).prefix("sha256=");

    static final LinkSettings LINKS = new LinkSettings(
            Optional.of(URI.create("https://bank.example/chatauth/_page")),
            LinkSettings.USUAL_COOKIE,
            Destinations.of(List.of("/account", "https://app.example/welcome")));

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final AtomicInteger SERIAL = new AtomicInteger();

    /** Records each request; answers 200 with the text in {@code answer}; holds requests back while {@code hold} is set. */
    static final class Wire implements Transport {
        /** A world that plants thousands of the million codes there are makes any six digits look like one. */
        private static final int MOST_CANARIES = 200;

        private final AtomicInteger planted = new AtomicInteger();
        final List<String> sent = new CopyOnWriteArrayList<>();
        final List<String> targets = new CopyOnWriteArrayList<>();
        final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        volatile String answer = "";
        volatile int status = 200;
        volatile Optional<Function<WireRequest, WireResponse>> provider = Optional.empty();
        volatile CountDownLatch hold = new CountDownLatch(0);

        @Override
        public WireResponse exchange(WireRequest request, Set<String> channelHosts, Duration timeout) {
            String body = new String(request.body(), StandardCharsets.UTF_8);
            arrived.add(body);
            if (planted.getAndIncrement() < MOST_CANARIES) {
                Canary.plant(body);
            }
            try {
                hold.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            targets.add(request.target());
            sent.add(body);
            if (provider.isPresent()) {
                return provider.get().apply(request);
            }
            return WireResponse.of(status, Map.of(), answer.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    }

    final MovableClock clock;
    final PlainChannel channel = new PlainChannel();

    /** Further channels, for routes; they are like the first. */
    final Map<ChannelId, PlainChannel> others =
            Map.of(ChannelId.of("second"), new PlainChannel(), ChannelId.of("third"), new PlainChannel());

    final Wire wire = new Wire();
    final ChallengeStore store;
    final SharedState state;
    final BlockingQueue<ChatAuthEvent> events = new LinkedBlockingQueue<>();
    final Keys keys;
    final Engine engine;
    final Receiver receiver;

    World() {
        this(new MovableClock(), RING, Figures.DEFAULT);
    }

    World(MovableClock clock, KeyRing ring, Figures limits) {
        this(clock, ring, limits, new InMemoryChallengeStore(), new InMemorySharedState(clock));
    }

    World(MovableClock clock, KeyRing ring, Figures limits, ChallengeStore store, SharedState state) {
        this(clock, ring, limits, store, state, Optional.of(URI.create("https://bank.example/chatauth")));
    }

    World(
            MovableClock clock,
            KeyRing ring,
            Figures limits,
            ChallengeStore store,
            SharedState state,
            Optional<URI> webhook) {
        this.clock = clock;
        this.store = store;
        this.state = state;
        keys = new Keys(ring);
        Template card = Template.named("card_activation")
                .body("Hi {{name}}, please give us a call.")
                .button(new Button.CallPhone("Contact Us", "+441123456789"))
                .build();
        TemplateCatalog catalog = TemplateCatalog.of(
                List.of(
                        new TemplateSource("built-in", TemplateSource.Origin.BUILT_IN, FlowTemplates.templates()),
                        new TemplateSource(
                                "links",
                                TemplateSource.Origin.BUILT_IN,
                                FlowTemplates.loginLink(LINKS.page().orElseThrow())),
                        new TemplateSource(
                                "payments",
                                TemplateSource.Origin.BUILT_IN,
                                FlowTemplates.transactionLink(LINKS.page().orElseThrow())),
                        new TemplateSource("test", TemplateSource.Origin.EXPLICIT, List.of(card))),
                new ArrayList<>());
        Dispatcher dispatcher = new Dispatcher(wire, DispatchSettings.defaults(), clock, World::thread);
        Parts parts = new Parts(
                clock,
                World::newId,
                store,
                state,
                keys,
                new Recipients(new LibPhoneNumbers(Optional.empty())),
                Countries.of("GB"),
                catalog,
                this::channel,
                Set.of(PlainChannel.ID),
                flows(),
                (id, country, tenant, category) -> "Bank",
                Bindings.NONE,
                dispatcher,
                new EventBus(List.of(events::add), World::thread),
                limits,
                LINKS,
                webhook,
                "node-" + SERIAL.incrementAndGet(),
                Duration.ofMinutes(10));
        engine = new Engine(parts, new Errands(wire, Duration.ofSeconds(5), "account"), World::thread);
        receiver = new Receiver(engine, List.of(HMAC));
    }

    private static Map<FlowId, AuthFlow> flows() {
        return BuiltInFlows.providers().stream()
                .collect(Collectors.toMap(
                        AuthFlowProvider::id, provider -> provider.create(new FlowContext(Options.none()))));
    }

    static ChannelId plain() {
        return PlainChannel.ID;
    }

    private static ChallengeId newId() {
        return ChallengeId.of("challenge" + SERIAL.incrementAndGet());
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "test");
        thread.setDaemon(true);
        return thread;
    }

    private Channel channel(ChannelId id) {
        PlainChannel found = id.equals(PlainChannel.ID) ? channel : others.get(id);
        if (found == null) {
            throw new UnknownChannelException(id, "there is no channel '" + id + "'");
        }
        return found;
    }

    VerificationCode code() {
        return VerificationCode.to(PHONE).via("plain").purpose("login");
    }

    ActivationNotice notice() {
        return ActivationNotice.to(PHONE).via("plain").purpose("card").value("name", "Nick");
    }

    /** Starts a code and waits until it was sent. */
    Started startCode() {
        Started started = engine.start(code().build());
        receipt(started);
        return started;
    }

    Receipt receipt(Started started) {
        return started.accepted()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    /** The messages of challenges that were sent, without notices. */
    List<String> messages() {
        return wire.sent.stream().filter(body -> !body.startsWith("notice-")).toList();
    }

    /** The code in the last message that was sent. */
    String lastCode() {
        List<String> messages = messages();
        Matcher matcher = CODE.matcher(messages.get(messages.size() - 1));
        if (!matcher.find()) {
            throw new AssertionError("no code was sent: " + wire.sent);
        }
        return matcher.group(1);
    }

    /** A code that is certainly wrong. */
    String wrongCode() {
        return lastCode().equals("000000") ? "000001" : "000000";
    }

    <E extends ChatAuthEvent> E await(Class<E> type) {
        try {
            while (true) {
                ChatAuthEvent event = events.poll(20, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("no " + type.getSimpleName() + " came");
                }
                if (type.isInstance(event)) {
                    return type.cast(event);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        wire.hold.countDown();
        engine.close();
        Canary.store(store, state);
    }
}
