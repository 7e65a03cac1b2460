package io.chatauth.internal.engine;

import io.chatauth.Address;
import io.chatauth.ChallengeState;
import io.chatauth.Expect;
import io.chatauth.Started;
import io.chatauth.Transaction;
import io.chatauth.flow.TransactionConfirmation;
import io.chatauth.webhook.InboundEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks about payments in a world whose channel has quick replies, and answers as the person. */
final class Asker {
    static final Transaction RENT = Transaction.of("120.50", "EUR", "Landlord Ltd");
    static final Expect PAYMENT = Expect.purpose("payment");
    static final Address NICK = Address.phone(World.PHONE);

    private final World world;
    private final AtomicInteger inbound = new AtomicInteger();

    Asker(World world) {
        this.world = world;
        world.channel.answers();
    }

    TransactionConfirmation request(String phone, Transaction transaction) {
        return TransactionConfirmation.to(phone, transaction).via("plain").purpose("payment");
    }

    Started ask() {
        return ask(request(World.PHONE, RENT));
    }

    Started ask(TransactionConfirmation request) {
        Started started = world.engine.start(request.build());
        world.receipt(started);
        return started;
    }

    /** The payload of a button of the last message. */
    String payload(String label) {
        String last = world.wire.sent.get(world.wire.sent.size() - 1);
        Matcher matcher = Pattern.compile("\\|" + label + "=([^|\\n]+)").matcher(last);
        if (!matcher.find()) {
            throw new AssertionError("no button " + label + " in " + last);
        }
        return matcher.group(1);
    }

    boolean tap(String payload) {
        return take(reply(NICK, "Confirm", Optional.of(payload), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    boolean quote(String messageId, String text) {
        return take(reply(NICK, text, Optional.empty(), Optional.of(messageId), Optional.empty(), Optional.empty()));
    }

    boolean write(String text) {
        return write(NICK, text);
    }

    boolean write(Address from, String text) {
        return take(reply(from, text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    boolean take(InboundEvent event) {
        return world.engine.take(PlainChannel.ID, event);
    }

    InboundEvent.Reply reply(
            Address from,
            String text,
            Optional<String> payload,
            Optional<String> quoted,
            Optional<Instant> at,
            Optional<String> paired) {
        return new InboundEvent.Reply(
                "in-" + inbound.incrementAndGet(),
                from,
                "Bank",
                Optional.of(text),
                payload,
                quoted,
                at,
                new InboundEvent.Details(Set.of(), paired, Optional.empty()));
    }

    ChallengeState state(Started started) {
        return world.store.find(started.id()).orElseThrow().state();
    }

    String messageId(Started started) {
        return world.store.find(started.id()).orElseThrow().messages().get(0).id();
    }

    /** The texts that were sent outside any challenge. */
    long notices() {
        return world.wire.sent.stream()
                .filter(text -> text.startsWith("notice-"))
                .count();
    }
}
