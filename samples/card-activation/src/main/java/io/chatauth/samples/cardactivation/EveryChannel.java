package io.chatauth.samples.cardactivation;

import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.KeyRing;
import io.chatauth.Outcome;
import io.chatauth.Secret;
import io.chatauth.Started;
import io.chatauth.template.Approval;
import io.chatauth.template.ExplanationTable;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
            chatAuth = sending(sandbox, register(sandbox, phone), deliveries);
        } catch (RuntimeException e) {
            web.close();
            throw e;
        }
        bank = new Bank(chatAuth);
        tracking = new Tracking(deliveries, phone);
        web.start(chatAuth.webhooks());
    }

    private Map<CardChannel, String> register(URI sandbox, Phone phone) {
        try (ChatAuth registering = builder(sandbox).build()) {
            return new Registration(registering, phone).keys();
        }
    }

    private ChatAuth sending(URI sandbox, Map<CardChannel, String> keys, Deliveries deliveries) {
        ChatAuthBuilder builder = builder(sandbox).listener(deliveries);
        keys.forEach((channel, key) -> builder.bindTemplate(channel.id().value(), TEMPLATE, key));
        for (CardChannel channel : List.of(CardChannel.LINE, CardChannel.KAKAO)) {
            builder.declareApproval(channel.id().value(), TEMPLATE, Approval.State.APPROVED);
        }
        return builder.build();
    }

    private ChatAuthBuilder builder(URI sandbox) {
        ChatAuthBuilder builder = ChatAuth.builder()
                .webhookUrl(web.webhookBase())
                .baseUrl(sandbox.toString())
                .apiKey(Secret.of(LocalService.API_KEY))
                .keys("once:active:" + KeyRing.newKey().reveal())
                .sendsPerTenMinutes(CardChannel.values().length)
                .template(Bank.CARD_ACTIVATION_WITH_TITLE);
        for (CardChannel channel : CardChannel.values()) {
            builder.channel(channel.provider()).sender(channel.id().value(), channel.sender());
        }
        return builder;
    }

    /** Sends the card activation over a channel and reads it on the phone; tells how the phone shows the call. */
    String play(CardChannel channel, String number) {
        if (channel.reviewedOverTheApi()) {
            Approval approval = chatAuth.templates().approval(channel.id(), TEMPLATE);
            StepMissingException.unless(
                    approval.state() == Approval.State.APPROVED, TEMPLATE + " on " + channel + " is " + approval);
        }
        Started card = bank.sendCard(CUSTOMER, "Nick", "+" + number, channel.id());
        Supplier<Optional<Outcome>> outcome = () -> bank.card(card.id(), CUSTOMER);
        tracking.accept(card);
        tracking.deliver(outcome);
        Phone.Shown shown = tracking.read(number, outcome);
        StepMissingException.unless(shown.text().contains(TEXT), channel + " shows " + shown);
        return switch (channel.call()) {
            case BUTTON -> button(channel, shown);
            case TEXT -> text(channel, shown);
        };
    }

    private static String button(CardChannel channel, Phone.Shown shown) {
        Phone.Button call = new Phone.Button("PHONE_NUMBER", "Contact Us", Bank.CALL_CENTRE);
        StepMissingException.unless(shown.buttons().equals(List.of(call)), channel + " shows " + shown);
        return "call button [ " + call + " ]";
    }

    private static String text(CardChannel channel, Phone.Shown shown) {
        String line = "Contact Us: " + Bank.CALL_CENTRE_FOR_READERS;
        StepMissingException.unless(
                shown.text().endsWith("\n" + line) && shown.buttons().isEmpty(), channel + " shows " + shown);
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
