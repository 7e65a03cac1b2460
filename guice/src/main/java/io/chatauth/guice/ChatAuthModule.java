package io.chatauth.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.ProvisionException;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.util.Types;
import io.chatauth.ChannelId;
import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.ConfigurationException;
import io.chatauth.IdGenerator;
import io.chatauth.KeyRing;
import io.chatauth.SenderRule;
import io.chatauth.Webhooks;
import io.chatauth.event.ChatAuthListener;
import io.chatauth.infobip.InfobipAccount;
import io.chatauth.spi.AuthFlowProvider;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.TemplateProvider;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.SharedState;
import io.chatauth.template.Template;
import io.chatauth.webhook.WebhookAuth;
import io.chatauth.webhook.WebhookReceiver;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * Binds one {@link ChatAuth} for an injector, made when it is first asked for (at once in {@code Stage.PRODUCTION}), with the
 * {@link Webhooks} it gives, also as a {@link WebhookReceiver}, and {@link ChatAuthShutdown} that closes it.
 *
 * <p>It is made from the settings given here, and from what else is bound:
 *
 * <ul>
 *   <li>instead of what the settings say, if it is bound: {@link InfobipAccount}, {@link KeyRing}, {@link ChallengeStore},
 *       {@link SharedState}, {@link Clock}, {@link IdGenerator}, {@link ThreadFactory}, {@link SSLContext};
 *   <li>in addition, all of a {@link Multibinder} of {@link ChannelProvider}, {@link AuthFlowProvider},
 *       {@link TemplateProvider}, {@link Template}, {@link ChatAuthListener} and {@link WebhookAuth}, and of a {@link MapBinder} from
 *       {@link ChannelId} to {@link SenderRule}, which may have many rules for one channel;
 *   <li>the {@link Properties} bound with {@link ChatAuthProperties}.
 * </ul>
 */
public final class ChatAuthModule extends AbstractModule {
    private final Consumer<ChatAuthBuilder> settings;

    /** Makes a module without settings of its own: everything is bound. */
    public ChatAuthModule() {
        this(builder -> {});
    }

    /**
     * Makes a module.
     *
     * @param settings sets what is not bound, such as {@code builder -> builder.fromSystem().discover()}
     */
    public ChatAuthModule(Consumer<ChatAuthBuilder> settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /**
     * Gives the ChatAuth of an injector, and the plain exception if it can't be made.
     *
     * @param injector an injector with this module
     * @return always the same ChatAuth
     * @throws ConfigurationException if anything is wrong with the configuration; it says all at once
     */
    public static ChatAuth chatAuth(Injector injector) {
        try {
            return injector.getInstance(ChatAuth.class);
        } catch (ProvisionException e) {
            if (e.getCause() instanceof ConfigurationException wrong) {
                throw wrong;
            }
            throw e;
        }
    }

    /** Declares the bindings. */
    @Override
    protected void configure() {
        List<Consumer<ChatAuthBuilder>> bound = List.of(
                instead(Key.get(Properties.class, ChatAuthProperties.class), ChatAuthBuilder::properties),
                instead(Key.get(InfobipAccount.class), ChatAuthBuilder::infobip),
                instead(Key.get(KeyRing.class), ChatAuthBuilder::keys),
                instead(Key.get(ChallengeStore.class), ChatAuthBuilder::challengeStore),
                instead(Key.get(SharedState.class), ChatAuthBuilder::sharedState),
                instead(Key.get(Clock.class), ChatAuthBuilder::clock),
                instead(Key.get(IdGenerator.class), ChatAuthBuilder::idGenerator),
                instead(Key.get(ThreadFactory.class), ChatAuthBuilder::threadFactory),
                instead(Key.get(SSLContext.class), ChatAuthBuilder::sslContext),
                inAddition(ChannelProvider.class, ChatAuthBuilder::channel),
                inAddition(AuthFlowProvider.class, ChatAuthBuilder::flow),
                inAddition(TemplateProvider.class, ChatAuthBuilder::templates),
                inAddition(Template.class, ChatAuthBuilder::template),
                inAddition(ChatAuthListener.class, ChatAuthBuilder::listener),
                inAddition(WebhookAuth.class, (builder, way) -> builder.webhookAuth(way)),
                senders());
        ChatAuthShutdown shutdown = new ChatAuthShutdown();
        bind(ChatAuthShutdown.class).toInstance(shutdown);
        bind(ChatAuth.class).toProvider(() -> shutdown.watch(build(bound))).in(Singleton.class);
        Provider<ChatAuth> chatAuth = getProvider(ChatAuth.class);
        bind(Webhooks.class).toProvider(() -> chatAuth.get().webhooks());
        bind(WebhookReceiver.class).to(Webhooks.class);
    }

    private ChatAuth build(List<Consumer<ChatAuthBuilder>> bound) {
        ChatAuthBuilder builder = ChatAuth.builder();
        settings.accept(builder);
        bound.forEach(part -> part.accept(builder));
        try {
            return builder.build();
        } catch (ConfigurationException e) {
            throw new ProvisionException(Objects.requireNonNull(e.getMessage()), e);
        }
    }

    private <T> Consumer<ChatAuthBuilder> instead(Key<T> key, BiConsumer<ChatAuthBuilder, T> setter) {
        OptionalBinder.newOptionalBinder(binder(), key);
        @SuppressWarnings("unchecked")
        Key<Optional<T>> optional = (Key<Optional<T>>) key.ofType(
                Types.newParameterizedType(Optional.class, key.getTypeLiteral().getType()));
        Provider<Optional<T>> given = getProvider(optional);
        return builder -> given.get().ifPresent(value -> setter.accept(builder, value));
    }

    private <T> Consumer<ChatAuthBuilder> inAddition(Class<T> type, BiConsumer<ChatAuthBuilder, T> setter) {
        Multibinder.newSetBinder(binder(), type);
        @SuppressWarnings("unchecked")
        Key<Set<T>> all = (Key<Set<T>>) Key.get(Types.setOf(type));
        Provider<Set<T>> given = getProvider(all);
        return builder -> given.get().forEach(value -> setter.accept(builder, value));
    }

    private Consumer<ChatAuthBuilder> senders() {
        MapBinder.newMapBinder(binder(), ChannelId.class, SenderRule.class).permitDuplicates();
        Provider<Map<ChannelId, Set<SenderRule>>> given = getProvider(Key.get(new TypeLiteral<>() {}));
        return builder ->
                given.get().forEach((channel, rules) -> rules.forEach(rule -> builder.sender(channel.value(), rule)));
    }
}
