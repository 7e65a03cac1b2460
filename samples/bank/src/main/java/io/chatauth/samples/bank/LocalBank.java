package io.chatauth.samples.bank;

import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.KeyRing;
import io.chatauth.Secret;
import io.chatauth.samples.bank.web.BankPages;
import io.chatauth.samples.stage.App;
import io.chatauth.samples.stage.Deliveries;
import io.chatauth.samples.stage.Phone;
import io.chatauth.samples.stage.Registration;
import io.chatauth.samples.stage.StepMissingException;
import io.chatauth.samples.stage.Web;
import io.chatauth.sandbox.Sandbox;
import io.chatauth.webhook.WebhookAuth;
import io.chatauth.webhook.WebhookReceiver;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** The bank against a sandbox of its own: everything on this machine, nothing is sent to anyone. */
public final class LocalBank implements AutoCloseable {
    private static final String API_KEY = "sandbox-key";
    private static final String SIGNATURE_HEADER = "X-Infobip-Signature";
    private static final String WEBHOOK_SECRET = "the sandbox signs with it";

    /** Two people who try everything are more than the default limits let through. */
    private static final int BUSY = 1_000;

    private final Sandbox sandbox;
    private final Web web;
    private final ChatAuth chatAuth;
    private final Deliveries deliveries = new Deliveries();

    private LocalBank(Sandbox sandbox, int webPort, UnaryOperator<WebhookReceiver> front) {
        this.sandbox = sandbox;
        web = Web.bind(webPort);
        try {
            ChatAuthBuilder sending = builder().listener(deliveries);
            Registration registration;
            try (ChatAuth registering = builder().build()) {
                registration = new Registration(registering, new Phone(sandboxUri()));
                BankTemplates.register(registration);
            }
            registration.applyTo(sending);
            chatAuth = sending.build();
            registration.observe(chatAuth);
        } catch (RuntimeException e) {
            web.close();
            throw e;
        }
        web.start(front.apply(chatAuth.webhooks()));
        StepMissingException.unless(
                chatAuth.webhooks().plan().apply().isUnchanged(), "the sandbox's webhooks are not as planned");
    }

    private ChatAuthBuilder builder() {
        URI page = URI.create(web.webhookBase() + "/_page");
        ChatAuthBuilder builder = ChatAuth.builder()
                .baseUrl(sandboxUri().toString())
                .apiKey(Secret.of(API_KEY))
                .keys("once:active:" + KeyRing.newKey().reveal())
                .webhookUrl(web.webhookBase())
                .webhookAuth(WebhookAuth.hmac(SIGNATURE_HEADER, Secret.of(WEBHOOK_SECRET)))
                .loginPage(page)
                .pageCookie(cookies().device())
                .pageNext("/account")
                .property("chatauth.channel.viber.chat-uri", App.VIBER.sender())
                .property("chatauth.channel.zalo.logo-light", "sample-logo-light")
                .property("chatauth.channel.zalo.logo-dark", "sample-logo-dark")
                .sendsPerTenMinutes(BUSY)
                .sendsPerDay(BUSY)
                .limit("prompts-per-recipient-10m", BUSY)
                .limit("starts-per-ip-10m", BUSY)
                .limit("sends-per-prefix-1h", BUSY)
                .limit("sends-per-country-1h", BUSY)
                .pauseAfterNo(Duration.ofMillis(1));
        BankTemplates.all(page).forEach(builder::template);
        for (App app : App.values()) {
            builder.channel(app.provider()).sender(app.id().value(), app.sender());
        }
        return builder;
    }

    /**
     * Starts everything.
     *
     * @param sandboxPort the sandbox's port; another one if it is taken, or 0
     * @param webPort the bank's port; another one if it is taken, or 0
     * @return the running bank, still without its pages
     */
    public static LocalBank start(int sandboxPort, int webPort) {
        return start(sandboxPort, webPort, UnaryOperator.identity());
    }

    /**
     * Starts everything, with something before the receiver of webhooks.
     *
     * @param sandboxPort the sandbox's port; another one if it is taken, or 0
     * @param webPort the bank's port; another one if it is taken, or 0
     * @param front what stands before the receiver
     * @return the running bank, still without its pages
     */
    public static LocalBank start(int sandboxPort, int webPort, UnaryOperator<WebhookReceiver> front) {
        Sandbox.Builder settings = Sandbox.builder().apiKey(API_KEY).approveAfter(Duration.ZERO);
        Sandbox sandbox = settings.port(sandboxPort).build();
        try {
            sandbox.start();
        } catch (RuntimeException portTaken) {
            sandbox = settings.port(0).build().start();
        }
        try {
            return new LocalBank(sandbox, webPort, front);
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    /** Serves the bank's pages. A chat link opens on the sandbox's phones, and not at the app's own site. */
    public void servePages() {
        BankPages.addTo(
                web.server(),
                bank(),
                cookies(),
                sandboxUri(),
                link -> URI.create(
                        sandboxUri() + "/?chat=" + URLEncoder.encode(link.toString(), StandardCharsets.UTF_8)));
    }

    /**
     * Gives the bank.
     *
     * @return a new one
     */
    public Bank bank() {
        return new Bank(chatAuth);
    }

    /**
     * Gives the cookies' names and attributes. The pages are served without TLS, where browsers take no {@code __Host-} cookie.
     *
     * @return for a server without TLS
     */
    public Cookies cookies() {
        return new Cookies(false);
    }

    /**
     * Tells where the sandbox listens.
     *
     * @return its base URL
     */
    public URI sandboxUri() {
        return sandbox.baseUri();
    }

    /**
     * Gives the bank's web server.
     *
     * @return always the same
     */
    public Web web() {
        return web;
    }

    /**
     * Gives ChatAuth itself.
     *
     * @return always the same
     */
    public ChatAuth chatAuth() {
        return chatAuth;
    }

    /**
     * Gives who hears of deliveries.
     *
     * @return always the same
     */
    public Deliveries deliveries() {
        return deliveries;
    }

    @Override
    public void close() {
        chatAuth.close();
        web.close();
        sandbox.close();
    }
}
