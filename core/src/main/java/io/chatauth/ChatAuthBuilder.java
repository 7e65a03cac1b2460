package io.chatauth;

import io.chatauth.event.ChatAuthListener;
import io.chatauth.flow.BuiltInFlows;
import io.chatauth.flow.FlowTemplatesProvider;
import io.chatauth.infobip.InfobipAccount;
import io.chatauth.internal.config.Declarations;
import io.chatauth.internal.config.Parts;
import io.chatauth.internal.config.Resolved;
import io.chatauth.internal.config.Resolver;
import io.chatauth.internal.discovery.ProviderSource;
import io.chatauth.internal.discovery.Providers;
import io.chatauth.internal.discovery.Wish;
import io.chatauth.page.PageRenderer;
import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.TemplateProvider;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.SharedState;
import io.chatauth.template.Approval;
import io.chatauth.template.Template;
import io.chatauth.webhook.WebhookAuth;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;

/**
 * Gathers what ChatAuth is made from. What a method sets goes before properties, properties before the environment; nothing
 * is read from the system, and no provider is looked for, unless a method asks for it. What is wrong is found when it is
 * built, all at once. Not safe for use by many threads.
 */
public final class ChatAuthBuilder extends BuilderSettings<ChatAuthBuilder> {
    private final Declarations declared = new Declarations();
    private final List<ProviderSource> sources = new ArrayList<>();
    private final List<ChannelProvider> channels = new ArrayList<>();
    private final List<AuthFlowProvider> flows = new ArrayList<>();
    private final List<TemplateProvider> templates = new ArrayList<>();
    private final List<Template> ownTemplates = new ArrayList<>();
    private final Set<String> excluded = new HashSet<>();
    private Optional<ChallengeStore> challengeStore = Optional.empty();
    private Optional<SharedState> sharedState = Optional.empty();
    private Optional<Clock> clock = Optional.empty();
    private Optional<IdGenerator> idGenerator = Optional.empty();
    private Optional<PageRenderer> pageRenderer = Optional.empty();
    private Optional<ThreadFactory> threadFactory = Optional.empty();
    private Optional<SSLContext> sslContext = Optional.empty();
    private final List<WebhookAuth> webhookAuth = new ArrayList<>();
    private final List<ChatAuthListener> listeners = new ArrayList<>();
    private Optional<InfobipAccount> account = Optional.empty();
    private Optional<KeyRing> keyRing = Optional.empty();

    ChatAuthBuilder() {}

    @Override
    ChatAuthBuilder self() {
        return this;
    }

    /**
     * Looks for providers with {@link java.util.ServiceLoader}: first with the class loader of this thread, then with
     * ChatAuth's own. {@code chatauth.discover} does the same.
     *
     * @return this builder
     */
    public ChatAuthBuilder discover() {
        sources.addAll(Providers.usual());
        return this;
    }

    /**
     * Looks for providers with one class loader.
     *
     * @param loader the class loader
     * @return this builder
     */
    public ChatAuthBuilder discover(ClassLoader loader) {
        sources.add(ProviderSource.of(loader));
        return this;
    }

    /**
     * Looks for providers in the modules of a layer and its parents.
     *
     * @param layer the layer
     * @return this builder
     */
    public ChatAuthBuilder discover(ModuleLayer layer) {
        sources.add(ProviderSource.of(layer));
        return this;
    }

    /**
     * Adds a channel. It replaces a discovered one of the same id.
     *
     * @param provider the provider of the channel
     * @return this builder
     */
    public ChatAuthBuilder channel(ChannelProvider provider) {
        channels.add(Objects.requireNonNull(provider, "provider"));
        return this;
    }

    /**
     * Adds a flow. It replaces a discovered or built-in one of the same id.
     *
     * @param provider the provider of the flow
     * @return this builder
     */
    public ChatAuthBuilder flow(AuthFlowProvider provider) {
        flows.add(Objects.requireNonNull(provider, "provider"));
        return this;
    }

    /**
     * Adds templates. Each replaces a discovered or built-in one of the same name and language.
     *
     * @param provider the provider of the templates
     * @return this builder
     */
    public ChatAuthBuilder templates(TemplateProvider provider) {
        templates.add(Objects.requireNonNull(provider, "provider"));
        return this;
    }

    /**
     * Adds a template. It replaces a discovered or built-in one of the same name and language.
     *
     * @param template the template
     * @return this builder
     */
    public ChatAuthBuilder template(Template template) {
        ownTemplates.add(Objects.requireNonNull(template, "template"));
        return this;
    }

    /**
     * Leaves discovered or built-in providers out. Providers given to this builder stay. {@code chatauth.exclude} adds more.
     *
     * @param idsOrClasses the ids of providers of any kind, or the names of their classes
     * @return this builder
     */
    public ChatAuthBuilder exclude(String... idsOrClasses) {
        excluded.addAll(Arrays.asList(idsOrClasses));
        return this;
    }

    /**
     * Sets the sender of a channel, {@code chatauth.sender.<channel>}.
     *
     * @param channel the channel's id, such as {@code whatsapp}
     * @param sender the sender, as the channel names it
     * @return this builder
     * @throws IllegalArgumentException if the sender is blank
     */
    public ChatAuthBuilder sender(String channel, String sender) {
        return sender(channel, SenderRule.of(sender));
    }

    /**
     * Adds a sender of a channel for some of its messages.
     *
     * @param channel the channel's id, such as {@code whatsapp}
     * @param rule the sender and what it is for
     * @return this builder
     */
    public ChatAuthBuilder sender(String channel, SenderRule rule) {
        declared.sender(channel, rule);
        return this;
    }

    /**
     * Says what a channel calls a template in all its languages, {@code chatauth.template.<channel>.<template>}.
     *
     * @param channel the channel's id
     * @param template the template's name
     * @param key the provider's own identifier: a name, a number, a code
     * @return this builder
     */
    public ChatAuthBuilder bindTemplate(String channel, String template, String key) {
        declared.bind(channel, template, Optional.empty(), key);
        return this;
    }

    /**
     * Says what a channel calls a template in one language, {@code chatauth.template.<channel>.<template>.<language>}.
     *
     * @param channel the channel's id
     * @param template the template's name
     * @param language a language code such as {@code en_GB}
     * @param key the provider's own identifier: a name, a number, a code
     * @return this builder
     */
    public ChatAuthBuilder bindTemplate(String channel, String template, String language, String key) {
        declared.bind(channel, template, Optional.of(language), key);
        return this;
    }

    /**
     * Says what is known about the approval of a template in all its languages, where the channel can't be asked:
     * {@code chatauth.approval.<channel>.<template>}.
     *
     * @param channel the channel's id
     * @param template the template's name
     * @param state the state
     * @return this builder
     */
    public ChatAuthBuilder declareApproval(String channel, String template, Approval.State state) {
        declared.approval(channel, template, Optional.empty(), state);
        return this;
    }

    /**
     * Says what is known about the approval of a template in one language, where the channel can't be asked:
     * {@code chatauth.approval.<channel>.<template>.<language>}.
     *
     * @param channel the channel's id
     * @param template the template's name
     * @param language a language code such as {@code en_GB}
     * @param state the state
     * @return this builder
     */
    public ChatAuthBuilder declareApproval(String channel, String template, String language, Approval.State state) {
        declared.approval(channel, template, Optional.of(language), state);
        return this;
    }

    /**
     * Sets where challenges are kept; in memory without it.
     *
     * @param store the store
     * @return this builder
     */
    public ChatAuthBuilder challengeStore(ChallengeStore store) {
        challengeStore = Optional.of(store);
        return this;
    }

    /**
     * Sets where counters, marks and mappings are kept that all nodes share; in memory without it.
     *
     * @param state the shared state
     * @return this builder
     */
    public ChatAuthBuilder sharedState(SharedState state) {
        sharedState = Optional.of(state);
        return this;
    }

    /**
     * Sets the time; that of the system without it.
     *
     * @param source the clock
     * @return this builder
     */
    public ChatAuthBuilder clock(Clock source) {
        clock = Optional.of(source);
        return this;
    }

    /**
     * Sets who makes ids; random ones without it.
     *
     * @param generator the generator
     * @return this builder
     */
    public ChatAuthBuilder idGenerator(IdGenerator generator) {
        idGenerator = Optional.of(generator);
        return this;
    }

    /**
     * Draws the pages behind links; without it, ChatAuth's own pages.
     *
     * @param renderer draws them; ChatAuth keeps headers, policy and form
     * @return this builder
     */
    public ChatAuthBuilder pageRenderer(PageRenderer renderer) {
        pageRenderer = Optional.of(renderer);
        return this;
    }

    /**
     * Sets who makes threads; daemons named {@code chatauth-…} without it.
     *
     * @param factory the factory
     * @return this builder
     */
    public ChatAuthBuilder threadFactory(ThreadFactory factory) {
        threadFactory = Optional.of(factory);
        return this;
    }

    /**
     * Sets the TLS context of connections to the provider; that of the JDK without it.
     *
     * @param context the context; if its trust manager may wait, say so with {@link #blockingTrustManager}
     * @return this builder
     */
    public ChatAuthBuilder sslContext(SSLContext context) {
        sslContext = Optional.of(context);
        return this;
    }

    /**
     * Sets the Infobip account as an object, instead of base URL, credentials, time-outs and proxy.
     *
     * @param value the account
     * @return this builder
     */
    public ChatAuthBuilder infobip(InfobipAccount value) {
        account = Optional.of(value);
        return baseUrl(value.baseUri().toString());
    }

    /**
     * Sets the key ring as an object, instead of {@code chatauth.keys}.
     *
     * @param value the ring
     * @return this builder
     */
    public ChatAuthBuilder keys(KeyRing value) {
        keyRing = Optional.of(value);
        return this;
    }

    /**
     * Adds ways in which webhooks may prove themselves. What people write is taken only from a webhook that does so in one of
     * them; give two while a secret is changed. The properties {@code chatauth.webhook.…} add more.
     *
     * @param ways the ways
     * @return this builder
     */
    public ChatAuthBuilder webhookAuth(WebhookAuth... ways) {
        webhookAuth.addAll(List.of(ways));
        return this;
    }

    /**
     * Adds a listener, which hears what happens off the decision path.
     *
     * @param listener the listener
     * @return this builder
     */
    public ChatAuthBuilder listener(ChatAuthListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Makes the ChatAuth: reads the configuration, looks for providers, and takes up work that was left behind.
     *
     * @return a ChatAuth, to be closed at the end
     * @throws ConfigurationException if anything is wrong; it says all at once
     */
    public ChatAuth build() {
        Wish.BuiltIn builtIn = new Wish.BuiltIn(BuiltInFlows.providers(), List.of(new FlowTemplatesProvider()));
        return new Assembly(resolve(builtIn)).assemble(account, keyRing, listeners);
    }

    /** Reads, finds and checks everything, with what ChatAuth brings itself. */
    Resolved resolve(Wish.BuiltIn builtIn) {
        Wish wish = new Wish(sources, channels, flows, templates, ownTemplates, excluded, builtIn);
        Parts parts =
                new Parts(challengeStore, sharedState, clock, idGenerator, webhookAuth, pageRenderer, threadFactory);
        return new Resolver(inputs, declared)
                .resolve(wish, parts, sslContext, new Resolver.Brought(account.isPresent(), keyRing.isPresent()));
    }
}
