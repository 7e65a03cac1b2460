package io.chatauth.samples.cardactivation;

import com.google.inject.Guice;
import com.google.inject.Injector;
import io.chatauth.ChatAuth;
import io.chatauth.KeyRing;
import io.chatauth.Secret;
import io.chatauth.flow.VerificationCode;
import io.chatauth.guice.ChatAuthModule;
import io.chatauth.samples.stage.App;
import io.chatauth.samples.stage.Deliveries;
import io.chatauth.samples.stage.Web;
import io.chatauth.sandbox.Sandbox;
import io.chatauth.webhook.WebhookAuth;
import java.net.URI;
import java.time.Duration;

/** The bank against a sandbox of its own: everything on this machine, nothing is sent to anyone. */
final class LocalService implements AutoCloseable {
    /** What the sandbox accepts. */
    static final String API_KEY = "sandbox-key";

    private static final String SIGNATURE_HEADER = "X-Infobip-Signature";
    private static final String WEBHOOK_SECRET = "the sandbox signs with it";
    private static final Duration ASK_EVERY = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Sandbox sandbox;
    private final Web web;
    private final ChatAuth chatAuth;
    private final Deliveries deliveries = new Deliveries();
    private final Bank bank;

    private LocalService(Sandbox sandbox, int webPort) {
        this.sandbox = sandbox;
        this.web = Web.bind(webPort);
        try {
            Injector injector = Guice.createInjector(
                    new ChatAuthModule(
                            builder -> builder.baseUrl(sandbox.baseUri().toString())
                                    .apiKey(Secret.of(API_KEY))
                                    .webhookUrl(web.webhookBase())
                                    .webhookAuth(WebhookAuth.hmac(SIGNATURE_HEADER, Secret.of(WEBHOOK_SECRET)))),
                    new BankModule(App.WHATSAPP.sender(), deliveries),
                    binder -> binder.bind(KeyRing.class).toInstance(lostAtTheEnd()));
            chatAuth = ChatAuthModule.chatAuth(injector);
            bank = injector.getInstance(Bank.class);
        } catch (RuntimeException e) {
            web.close();
            throw e;
        }
        web.start(chatAuth.webhooks());
    }

    /** Keys of its own, lost with the challenges in memory; a real bank keeps them. */
    private static KeyRing lostAtTheEnd() {
        return KeyRing.parse("once:active:" + KeyRing.newKey().reveal());
    }

    /** Starts everything; templates wait for {@link Phone#approve}. */
    static LocalService start() {
        return start(Sandbox.builder().apiKey(API_KEY).build(), 0);
    }

    /** Starts everything on these ports, or free ones; templates are approved by themselves. */
    static LocalService start(int sandboxPort, int webPort) {
        Sandbox.Builder settings = Sandbox.builder().apiKey(API_KEY).approveAfter(Duration.ZERO);
        try {
            return start(settings.port(sandboxPort).build(), webPort);
        } catch (RuntimeException portTaken) {
            return start(settings.port(0).build(), webPort);
        }
    }

    private static LocalService start(Sandbox sandbox, int webPort) {
        sandbox.start();
        try {
            return new LocalService(sandbox, webPort);
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    /** Registers both templates over the API; the sandbox approves them at once. */
    void registerTemplates() {
        registerTemplate(Bank.CARD_ACTIVATION.name());
        registerTemplate(VerificationCode.TEMPLATE);
    }

    private void registerTemplate(String name) {
        chatAuth.templates().create(Bank.WHATSAPP, name);
        chatAuth.templates().awaitApproval(Bank.WHATSAPP, name, ASK_EVERY, PATIENCE);
    }

    URI sandboxUri() {
        return sandbox.baseUri();
    }

    Web web() {
        return web;
    }

    ChatAuth chatAuth() {
        return chatAuth;
    }

    Bank bank() {
        return bank;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    @Override
    public void close() {
        chatAuth.close();
        web.close();
        sandbox.close();
    }
}
