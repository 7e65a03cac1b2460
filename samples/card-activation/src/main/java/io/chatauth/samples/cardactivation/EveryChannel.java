package io.chatauth.samples.cardactivation;

import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.KeyRing;
import io.chatauth.Outcome;
import io.chatauth.Secret;
import io.chatauth.Started;
import io.chatauth.samples.stage.App;
import io.chatauth.samples.stage.Deliveries;
import io.chatauth.samples.stage.Phone;
import io.chatauth.samples.stage.Registration;
import io.chatauth.samples.stage.StepMissingException;
import io.chatauth.samples.stage.Tracking;
import io.chatauth.samples.stage.Web;
import io.chatauth.template.ExplanationTable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The bank with all channels: the card activation is registered first, then sent with the keys that this gave. */
final class EveryChannel implements AutoCloseable {
    private static final String TEMPLATE = Bank.CARD_ACTIVATION.name();
    private static final String CUSTOMER = "customer-4712";
    private static final String TEXT = "Hi Nick, Your credit card has been sent to your address today.";

    private final Web web;
    private final ChatAuth chatAuth;
    private final Bank bank;
    private final Tracking tracking;

    /** Registers the template and gets ready to send it. */
    EveryChannel(URI sandbox, Phone phone) {
        Deliveries deliveries = new Deliveries();
        web = Web.bind(0);
        try {
            chatAuth = sending(sandbox, phone, deliveries);
        } catch (RuntimeException e) {
            web.close();
            throw e;
        }
        bank = new Bank(chatAuth);
        tracking = new Tracking(deliveries, phone);
        web.start(chatAuth.webhooks());
    }

    private ChatAuth sending(URI sandbox, Phone phone, Deliveries deliveries) {
        ChatAuthBuilder builder = builder(sandbox).listener(deliveries);
        Registration registration;
        try (ChatAuth registering = builder(sandbox).build()) {
            registration = new Registration(registering, phone).add(TEMPLATE);
        }
        registration.applyTo(builder);
        ChatAuth built = builder.build();
        registration.observe(built);
        return built;
    }

    private ChatAuthBuilder builder(URI sandbox) {
        ChatAuthBuilder builder = ChatAuth.builder()
                .webhookUrl(web.webhookBase())
                .baseUrl(sandbox.toString())
                .apiKey(Secret.of(LocalService.API_KEY))
                .keys("once:active:" + KeyRing.newKey().reveal())
                .sendsPerTenMinutes(App.values().length)
                .template(Bank.CARD_ACTIVATION_WITH_TITLE);
        for (App app : App.values()) {
            builder.channel(app.provider()).sender(app.id().value(), app.sender());
        }
        return builder;
    }

    /** Sends the card activation over a channel and reads it on the phone; tells how the phone shows the call. */
    String play(App app, String number) {
        Started card = bank.sendCard(CUSTOMER, "Nick", "+" + number, app.id());
        Supplier<Optional<Outcome>> outcome = () -> bank.card(card.id(), CUSTOMER);
        tracking.accept(card);
        tracking.deliver(outcome);
        Phone.Shown shown = tracking.read(number, outcome);
        StepMissingException.unless(shown.text().contains(TEXT), app + " shows " + shown);
        return app == App.LINE || app == App.KAKAO ? text(app, shown) : button(app, shown);
    }

    private static String button(App app, Phone.Shown shown) {
        Phone.Button call = new Phone.Button("PHONE_NUMBER", "Contact Us", Bank.CALL_CENTRE);
        StepMissingException.unless(shown.buttons().equals(List.of(call)), app + " shows " + shown);
        return "call button [ " + call + " ]";
    }

    private static String text(App app, Phone.Shown shown) {
        String line = "Contact Us: " + Bank.CALL_CENTRE_FOR_READERS;
        StepMissingException.unless(
                shown.text().endsWith("\n" + line) && shown.buttons().isEmpty(), app + " shows " + shown);
        return "in the text '" + line + "'";
    }

    /** Tells for each channel what it shows and what was changed for it. */
    ExplanationTable table() {
        return chatAuth.explain(TEMPLATE);
    }

    @Override
    public void close() {
        chatAuth.close();
        web.close();
    }
}
