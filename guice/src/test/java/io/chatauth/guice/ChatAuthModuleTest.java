package io.chatauth.guice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import io.chatauth.ChallengeId;
import io.chatauth.ChannelId;
import io.chatauth.ChatAuth;
import io.chatauth.ConfigurationException;
import io.chatauth.KeyRing;
import io.chatauth.RequestException;
import io.chatauth.Secret;
import io.chatauth.SenderRule;
import io.chatauth.Started;
import io.chatauth.event.ChatAuthListener;
import io.chatauth.flow.VerificationCode;
import io.chatauth.infobip.InfobipAccount;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.TemplateProvider;
import io.chatauth.store.ChallengeRecord;
import io.chatauth.store.ChallengeStore;
import io.chatauth.store.InMemoryChallengeStore;
import io.chatauth.store.InMemorySharedState;
import io.chatauth.store.SharedState;
import io.chatauth.template.Category;
import io.chatauth.template.Template;
import io.chatauth.webhook.WebhookReceiver;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatAuthModuleTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final ChannelId PLAIN = ChannelId.of("plain");

    private final ChallengeStore store = new InMemoryChallengeStore();
    private Injector injector;

    private Injector inject(Module... modules) {
        injector = Guice.createInjector(modules);
        return injector;
    }

    @AfterEach
    void close() {
        if (injector != null) {
            injector.getInstance(ChatAuthShutdown.class).close();
        }
    }

    private static ChatAuthModule local() {
        return new ChatAuthModule(
                builder -> builder.baseUrl("http://127.0.0.1:9").apiKey(Secret.of("sandbox-key")));
    }

    /** A channel and a sender, the least that a message needs. */
    private static final class Plain extends AbstractModule {
        @Override
        protected void configure() {
            Multibinder.newSetBinder(binder(), ChannelProvider.class)
                    .addBinding()
                    .toInstance(new PlainChannelProvider());
            MapBinder.newMapBinder(binder(), ChannelId.class, SenderRule.class)
                    .permitDuplicates()
                    .addBinding(PLAIN)
                    .toInstance(SenderRule.of("bank"));
        }
    }

    private static Started start(ChatAuth chatAuth) {
        return chatAuth.start(VerificationCode.to("+441134960001")
                .via("plain")
                .purpose("login")
                .build());
    }

    @Test
    void settingsAndBindingsMakeOneChatAuth() {
        Injector all = inject(local(), new Plain());
        ChatAuth chatAuth = all.getInstance(ChatAuth.class);

        assertSame(chatAuth, all.getInstance(ChatAuth.class));
        assertSame(chatAuth, ChatAuthModule.chatAuth(all));
        assertSame(chatAuth.webhooks(), all.getInstance(WebhookReceiver.class));
        assertTrue(
                chatAuth.discovery().toString().contains("plain"),
                chatAuth.discovery().toString());
        assertFalse(start(chatAuth).id().toString().isEmpty());
    }

    @Test
    void storesKeysClockAndAccountThatAreBoundAreUsed() throws Exception {
        ChatAuth chatAuth = inject(
                        new ChatAuthModule(builder ->
                                builder.baseUrl("https://never.example").keys("nonsense")),
                        new Plain(),
                        new AbstractModule() {
                            @Override
                            protected void configure() {
                                bind(ChallengeStore.class).toInstance(store);
                                bind(SharedState.class)
                                        .toInstance(new InMemorySharedState(Clock.fixed(NOW, ZoneOffset.UTC)));
                                bind(Clock.class).toInstance(Clock.fixed(NOW, ZoneOffset.UTC));
                                bind(KeyRing.class)
                                        .toInstance(KeyRing.parse("mine:active:"
                                                + KeyRing.newKey().reveal()));
                                OptionalBinder.newOptionalBinder(binder(), InfobipAccount.class)
                                        .setBinding()
                                        .toInstance(InfobipAccount.builder()
                                                .baseUrl("http://127.0.0.1:9")
                                                .apiKey(Secret.of("sandbox-key"))
                                                .build());
                            }
                        })
                .getInstance(ChatAuth.class);
        Started started = start(chatAuth);
        ChallengeRecord kept = store.find(started.id()).orElseThrow();

        assertEquals(NOW, kept.createdAt());
        assertEquals(1, store.uses("mine"));
    }

    @Test
    void templatesFlowsListenersAndPropertiesAreTaken() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        Properties file = new Properties();
        file.setProperty("chatauth.base-url", "http://127.0.0.1:9");
        file.setProperty("chatauth.api-key", "sandbox-key");
        file.setProperty("chatauth.dispatch.tries", "1");
        ChatAuth chatAuth = inject(new ChatAuthModule(), new Plain(), new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Properties.class)
                                .annotatedWith(ChatAuthProperties.class)
                                .toInstance(file);
                        Multibinder.newSetBinder(binder(), Template.class)
                                .addBinding()
                                .toInstance(template("one"));
                        Multibinder.newSetBinder(binder(), TemplateProvider.class)
                                .addBinding()
                                .toInstance(new Templates());
                        Multibinder.newSetBinder(binder(), ChatAuthListener.class)
                                .addBinding()
                                .toInstance(event -> heard.countDown());
                    }
                })
                .getInstance(ChatAuth.class);

        assertTrue(chatAuth.explain("one", PLAIN).toString().contains("Hello one"));
        assertTrue(chatAuth.explain("two", PLAIN).toString().contains("Hello two"));
        start(chatAuth);
        assertTrue(heard.await(30, TimeUnit.SECONDS), "the listener heard of the message that could not be sent");
    }

    private static Template template(String name) {
        return Template.named(name)
                .language("en")
                .category(Category.UTILITY)
                .body("Hello " + name)
                .build();
    }

    private static final class Templates implements TemplateProvider {
        @Override
        public String id() {
            return "tests";
        }

        @Override
        public List<Template> templates() {
            return List.of(template("two"));
        }
    }

    @Test
    void aChannelMayHaveManySenders() {
        ChatAuth chatAuth = inject(local(), new Plain(), new AbstractModule() {
                    @Override
                    protected void configure() {
                        MapBinder.newMapBinder(binder(), ChannelId.class, SenderRule.class)
                                .permitDuplicates()
                                .addBinding(PLAIN)
                                .toInstance(SenderRule.of("bank-ie").country("IE"));
                    }
                })
                .getInstance(ChatAuth.class);
        assertFalse(start(chatAuth).id().toString().isEmpty());
    }

    @Test
    void whatIsWrongIsSaidAsTheBuilderSaysIt() {
        Injector empty = inject(new ChatAuthModule());
        ConfigurationException wrong = assertThrows(ConfigurationException.class, () -> ChatAuthModule.chatAuth(empty));
        assertTrue(wrong.problems().size() > 1);

        ProvisionException byGuice = assertThrows(ProvisionException.class, () -> empty.getInstance(ChatAuth.class));
        assertTrue(
                byGuice.getMessage()
                        .contains("1) ChatAuth can't start: " + wrong.problems().size() + " problems"),
                byGuice.getMessage());
        assertTrue(byGuice.getMessage().contains("there is no base URL"), byGuice.getMessage());
        assertTrue(byGuice.getCause() instanceof ConfigurationException);

        CreationException atOnce = assertThrows(
                CreationException.class, () -> Guice.createInjector(Stage.PRODUCTION, new ChatAuthModule()));
        assertTrue(atOnce.getMessage().contains("1) ChatAuth can't start: "), atOnce.getMessage());
    }

    @Test
    void theShutdownClosesWhatWasMadeAndMakesNothing() {
        Injector made = inject(local(), new Plain());
        ChatAuth chatAuth = made.getInstance(ChatAuth.class);
        made.getInstance(ChatAuthShutdown.class).close();
        made.getInstance(ChatAuthShutdown.class).close();
        assertThrows(IllegalStateException.class, () -> start(chatAuth));

        Injector unmade = inject(local(), new Plain());
        unmade.getInstance(ChatAuthShutdown.class).close();
        assertThrows(ProvisionException.class, () -> unmade.getInstance(ChatAuth.class));
    }

    @Test
    void oneModuleServesManyInjectors() {
        ChatAuthModule module = local();
        Injector one = Guice.createInjector(module, new Plain());
        Injector two = inject(module, new Plain());
        assertNotSame(one.getInstance(ChatAuth.class), two.getInstance(ChatAuth.class));
        one.getInstance(ChatAuthShutdown.class).close();
        ChallengeId id = start(two.getInstance(ChatAuth.class)).id();
        assertThrows(
                RequestException.class,
                () -> two.getInstance(ChatAuth.class)
                        .start(VerificationCode.to("+441134960001")
                                .via("other")
                                .purpose("login")
                                .build()),
                id.toString());
    }
}
