package io.chatauth.samples.cardactivation;

import com.google.inject.Guice;
import io.chatauth.Address;
import io.chatauth.ChatAuth;
import io.chatauth.MessageStatus;
import io.chatauth.Receipt;
import io.chatauth.Secret;
import io.chatauth.Started;
import io.chatauth.guice.ChatAuthModule;
import io.chatauth.samples.stage.Deliveries;
import io.chatauth.samples.stage.StepMissingException;
import io.chatauth.samples.stage.Web;
import io.chatauth.template.Approval;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one real card activation message over an Infobip account, after asking. */
public final class RealService {
    /** The environment variable that asks for it. */
    public static final String BASE_URL = "INFOBIP_BASE_URL";

    private static final int WRONG_USAGE = 2;
    private static final String WEBHOOK_PORT = "CHATAUTH_WEBHOOK_PORT";
    private static final String DEFAULT_WEBHOOK_PORT = "8080";
    private static final int MAX_PORT = 65_535;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final Duration REPORT_WITHIN = Duration.ofMinutes(2);
    private static final String CUSTOMER = "sample-customer";

    private final Map<String, String> environment;
    private final Terminal terminal;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * Prepares it.
     *
     * @param environment what it needs to know
     * @param terminal where it asks
     * @param out where it tells
     * @param err where it complains
     */
    public RealService(Map<String, String> environment, Terminal terminal, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.terminal = terminal;
        this.out = out;
        this.err = err;
    }

    /**
     * Asks, and sends.
     *
     * @return the exit code: 0 if the message was accepted
     */
    public int run() {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            err.println("Nothing was sent. " + BASE_URL + " asks for the real service, but these are not set:");
            missing.forEach(line -> err.println("  " + line));
            return WRONG_USAGE;
        }
        Optional<URI> webhook = value("CHATAUTH_WEBHOOK_BASE_URL").map(URI::create);
        Deliveries deliveries = new Deliveries();
        try (ChatAuth chatAuth = build(webhook, deliveries)) {
            out.println(chatAuth.explain(Bank.CARD_ACTIVATION.name(), Bank.WHATSAPP));
            out.println();
            if (webhook.isEmpty()) {
                out.println(
                        "CHATAUTH_WEBHOOK_BASE_URL is not set: without a public URL no delivery report can arrive.");
            }
            if (!agreed()) {
                return 1;
            }
            if (webhook.isEmpty()) {
                return send(chatAuth, Optional.empty());
            }
            try (Web web = Web.bind(webhookPort())) {
                web.start(chatAuth.webhooks());
                out.println("Reports for " + webhook.get() + " are expected at " + web.webhookBase());
                return send(chatAuth, Optional.of(deliveries));
            }
        }
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (value("INFOBIP_API_KEY").isEmpty()
                && (value("INFOBIP_USERNAME").isEmpty()
                        || value("INFOBIP_PASSWORD").isEmpty())) {
            missing.add("INFOBIP_API_KEY, or INFOBIP_USERNAME and INFOBIP_PASSWORD: how the account knows you");
        }
        need(missing, BASE_URL, "the account's base URL, such as https://xxxxx.api.infobip.com");
        need(missing, "CHATAUTH_SENDER", "the WhatsApp sender of the account, digits only");
        need(missing, "CHATAUTH_TO", "the phone number that gets the message, such as +441134960001");
        need(missing, "CHATAUTH_COUNTRIES", "the countries that messages may go to, such as GB,IE");
        need(missing, "CHATAUTH_KEYS", "the key ring, k1:active:<32 random bytes in base64>");
        return missing;
    }

    private int webhookPort() {
        String port = value(WEBHOOK_PORT).orElse(DEFAULT_WEBHOOK_PORT);
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > MAX_PORT) {
            throw new IllegalArgumentException(WEBHOOK_PORT + " is '" + port + "', expected 0 to " + MAX_PORT);
        }
        return Integer.parseInt(port);
    }

    private void need(List<String> missing, String name, String what) {
        if (value(name).isEmpty()) {
            missing.add(name + ": " + what);
        }
    }

    private ChatAuth build(Optional<URI> webhook, Deliveries deliveries) {
        return ChatAuthModule.chatAuth(Guice.createInjector(
                new ChatAuthModule(builder -> {
                    builder.baseUrl(required(BASE_URL))
                            .property("chatauth.countries", required("CHATAUTH_COUNTRIES"))
                            .keys(required("CHATAUTH_KEYS"));
                    value("INFOBIP_API_KEY")
                            .ifPresentOrElse(
                                    key -> builder.apiKey(Secret.of(key)),
                                    () -> builder.credentials(
                                            required("INFOBIP_USERNAME"), Secret.of(required("INFOBIP_PASSWORD"))));
                    webhook.ifPresent(builder::webhookUrl);
                }),
                new BankModule(required("CHATAUTH_SENDER"), deliveries)));
    }

    private boolean agreed() {
        String question = "Over " + required(BASE_URL)
                + ": register this template if the account lacks it, and send it to "
                + Address.phone(required("CHATAUTH_TO")).masked() + ". Real messages cost money. Type yes to send: ";
        Optional<String> answer = terminal.ask(question);
        if (answer.isEmpty()) {
            err.println("Nothing was sent: there is no terminal to ask at. Start it by hand.");
            return false;
        }
        if (!answer.get().strip().equals("yes")) {
            err.println("Nothing was sent.");
            return false;
        }
        return true;
    }

    private int send(ChatAuth chatAuth, Optional<Deliveries> deliveries) {
        String name = Bank.CARD_ACTIVATION.name();
        Approval approval = chatAuth.templates().approval(Bank.WHATSAPP, name);
        if (approval.state() == Approval.State.UNKNOWN) {
            out.println("Registered " + name + ": "
                    + chatAuth.templates().create(Bank.WHATSAPP, name).approval());
            approval = chatAuth.templates().approval(Bank.WHATSAPP, name);
        }
        if (approval.state() != Approval.State.APPROVED) {
            err.println("Nothing was sent: WhatsApp has the template as " + approval.state() + ' ' + approval.detail()
                    + ". Run this again when it is approved.");
            return 1;
        }
        Bank bank = new Bank(chatAuth);
        Started started = bank.sendCard(CUSTOMER, "Nick", required("CHATAUTH_TO"));
        Receipt receipt = receipt(started);
        String answer = receipt.fold(
                accepted -> "Accepted by Infobip as " + accepted.messageId(),
                refused -> "Refused: " + refused.failure().describe());
        out.println(answer);
        if (receipt.accepted() && deliveries.isPresent()) {
            MessageStatus status = deliveries
                    .get()
                    .await(MessageStatus.DELIVERED, REPORT_WITHIN, () -> bank.card(started.id(), CUSTOMER))
                    .orElse(MessageStatus.ACCEPTED);
            out.println("After the wait for reports, the message is " + status);
        }
        return receipt.accepted() ? 0 : 1;
    }

    private static Receipt receipt(Started started) {
        try {
            return started.accepted().toCompletableFuture().get(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepMissingException("interrupted while the message was sent");
        } catch (ExecutionException | TimeoutException e) {
            throw new StepMissingException("no answer to the message within " + ANSWER_WITHIN);
        }
    }

    private String required(String name) {
        return value(name).orElseThrow();
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
