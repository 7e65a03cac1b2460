package io.chatauth.internal.dispatch;

import io.chatauth.Address;
import io.chatauth.ChannelId;
import io.chatauth.FailureReason;
import io.chatauth.Receipt;
import io.chatauth.spi.Channel;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Template;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A message whose end the test can wait for. */
class FakeShipment implements Shipment {
    static final ChannelId CHANNEL = ChannelId.of("fake");
    static final String CODE = "canary-code-482910";
    private static final AdaptedMessage CONTENT = new AdaptedMessage(
            new AdaptedTemplate(
                    Template.named("t").body("Code").build(),
                    Optional.empty(),
                    "Code",
                    Optional.empty(),
                    List.of(),
                    false,
                    List.of()),
            Optional.empty(),
            List.of(),
            CODE,
            List.of(CODE),
            Optional.empty(),
            List.of());

    final CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    final CompletableFuture<Boolean> left = new CompletableFuture<>();
    final AtomicInteger ends = new AtomicInteger();
    volatile boolean wanted = true;
    private final Channel channel;
    private final OutboundMessage message;
    private final Instant deadline;

    FakeShipment(Channel channel, String id, String sender, Instant deadline) {
        this.channel = channel;
        this.deadline = deadline;
        message = OutboundMessage.of(id, sender, Address.phone("+447700900001"), CONTENT)
                .build();
    }

    String id() {
        return message.id();
    }

    Receipt await() throws Exception {
        return receipt.get(30, TimeUnit.SECONDS);
    }

    Receipt.Refused refused() throws Exception {
        return (Receipt.Refused) await();
    }

    FailureReason reason() throws Exception {
        return refused().failure().reason();
    }

    @Override
    public ChannelId channelId() {
        return CHANNEL;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public OutboundMessage message() {
        return message;
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public boolean wanted() {
        return wanted;
    }

    @Override
    public void settled(Receipt value) {
        ends.incrementAndGet();
        receipt.complete(value);
    }

    @Override
    public void left() {
        ends.incrementAndGet();
        left.complete(true);
    }
}
