package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chatauth.Address;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.MessageStatus;
import io.chatauth.Receipt;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.Options;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireResponse;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.InboundEvent.Report;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a channel over Infobip's own API must do beside: its answers and reports look the same on all of them, but for the
 * name of the recipient's field, which nobody needs.
 */
public abstract class InfobipChannelContract extends ChannelContract {
    private final ChannelFixture fixture;

    /**
     * Takes what the channel is tested with.
     *
     * @param fixture the channel, its sender and a person
     */
    protected InfobipChannelContract(ChannelFixture fixture) {
        this.fixture = Objects.requireNonNull(fixture, "fixture");
    }

    @Override
    protected final ChannelProvider provider() {
        return fixture.provider();
    }

    @Override
    protected final Options options() {
        return fixture.options();
    }

    @Override
    protected final String sender() {
        return fixture.sender();
    }

    @Override
    protected final Address address() {
        return fixture.person();
    }

    @Override
    protected final OutboundMessage.Builder prepare(OutboundMessage.Builder message) {
        return fixture.prepare(message);
    }

    @Override
    protected final String acceptedBody(List<String> messageIds) {
        return messageIds.stream()
                .map(id ->
                        answer(id, "{\"groupId\":1,\"groupName\":\"PENDING\",\"id\":7,\"name\":\"PENDING_ENROUTE\"}"))
                .collect(Collectors.joining(",", "{\"bulkId\":\"2034072219640523072\",\"messages\":[", "]}"));
    }

    private static String answer(String messageId, String status) {
        return "{\"messageId\":\"" + messageId + "\",\"status\":" + status + "}";
    }

    @Override
    protected final List<String> webhookBodies() {
        return webhooks().stream()
                .map(name -> Golden.of(getClass()).text("webhook-" + name + ".json"))
                .toList();
    }

    /**
     * Names the golden files {@code webhook-<name>.json}, each of a kind that the channel knows.
     *
     * @return the names; {@code delivered} among them, the report that {@code m-1} was delivered
     */
    protected abstract List<String> webhooks();

    @Test
    void answerOfStatusOkMayRefuseSingleMessages() {
        EncodeContext two = context(List.of(
                prepare(copy(messages().get(0), "m-1")).build(),
                prepare(copy(messages().get(0), "m-2")).build()));
        WireResponse answer = ChannelFixture.answer("{\"messages\":["
                + answer("m-2", "{\"groupId\":1,\"groupName\":\"PENDING\",\"id\":26}") + ","
                + answer(
                        "m-1",
                        "{\"groupId\":5,\"groupName\":\"REJECTED\",\"id\":12,\"name\":\"REJECTED_NOT_ENOUGH_CREDITS\"}")
                + "]}");

        List<Receipt> receipts = channel.decodeResponse(two, answer);

        Receipt.Refused refused = assertInstanceOf(Receipt.Refused.class, receipts.get(0));
        assertEquals("m-1", refused.messageId());
        assertEquals(FailureReason.ACCOUNT, refused.failure().reason());
        assertEquals("12 REJECTED_NOT_ENOUGH_CREDITS", refused.failure().code());
        assertEquals(new Receipt.Accepted("m-2", Optional.empty()), receipts.get(1));
    }

    private OutboundMessage.Builder copy(OutboundMessage message, String id) {
        return OutboundMessage.of(id, sender(), address(), message.content());
    }

    @Test
    void deliveryReportIsRead() {
        assertEquals(
                List.of(new Report(
                        "m-1",
                        MessageStatus.DELIVERED,
                        Optional.of(Instant.parse("2026-11-23T12:00:02Z")),
                        Optional.empty())),
                fixture.receive(Golden.of(getClass()).text("webhook-delivered.json")));
    }

    @Test
    void reportsAreReadWhateverTheOrderOfTheirFieldsAndTheirOwn() {
        assertEquals(
                List.of(
                        new Report(
                                "m-1",
                                MessageStatus.FAILED,
                                Optional.empty(),
                                Optional.of(new DeliveryFailure(
                                        FailureReason.NOT_ON_CHANNEL,
                                        "7002 EC_UNKNOWN_USER",
                                        "User 66*******25 is unknown"))),
                        new Report("m-1", MessageStatus.DELIVERED, Optional.empty(), Optional.empty()),
                        new Report("m-1", MessageStatus.SENT, Optional.empty(), Optional.empty())),
                fixture.receive("""
                        {"future":[{}],"results":[{"newField":{"a":[1,null,true]},"messageId":"m-1","error":{"permanent":true,
                        "description":"User 66855538125 is unknown","name":"EC_UNKNOWN_USER","id":7002},
                        "status":{"id":9,"groupName":"UNDELIVERABLE","groupId":2}},
                        {"messageId":"m-1","status":{"groupId":3,"id":5}},
                        {"messageId":"m-1","status":{"groupId":1,"id":7}}]}"""));
    }

    @Test
    void strangeResultTakesNoOtherWithIt() {
        List<InboundEvent> events = fixture.receive("""
                {"results":[null,7,{},{"seenAt":"x"},{"message":{"type":"x\\ny"},"sender":"66855538125"},
                {"messageId":"m-1","status":{"groupId":77,"groupName":"NEW"}},
                {"message":"no object","status":{"groupId":3,"id":5},"messageId":"m-2"}]}""");

        assertEquals(
                List.of(
                        new InboundEvent.Unknown("result without message, status or seenAt"),
                        new InboundEvent.Unknown("result without message, status or seenAt"),
                        new InboundEvent.Unknown("result without message, status or seenAt"),
                        new InboundEvent.Unknown("report without messageId"),
                        new InboundEvent.Unknown("delivery report of status group 'NEW'"),
                        new Report("m-2", MessageStatus.DELIVERED, Optional.empty(), Optional.empty())),
                events.stream()
                        .filter(event -> !(event instanceof InboundEvent.Unknown unknown
                                && unknown.kind().contains("x?y")))
                        .toList());
        assertEquals(7, events.size());
        assertEquals(List.of(new InboundEvent.Unknown("webhook without results")), fixture.receive("{}"));
    }

    @Test
    void whatPeopleWriteWhereNobodyCanAnswerIsUnknown() {
        assumeTrue(channel.capabilities().inbound().isEmpty(), "people can answer");
        assertEquals(
                List.of(
                        new InboundEvent.Unknown("inbound message of type 'TEXT'"),
                        new Report("m-1", MessageStatus.DELIVERED, Optional.empty(), Optional.empty())),
                fixture.receive("""
                        {"results":[{"message":{"type":"TEXT","text":"Y"},"sender":"66855538125","messageId":"in-1"},
                        {"messageId":"m-1","status":{"groupId":3,"id":5}}]}"""));
    }

    @Test
    void reportsThatAreAskedForAreReadLikeThoseThatCome() {
        String delivered = Golden.of(getClass()).text("webhook-delivered.json");
        channel.reports()
                .ifPresent(exchange -> assertEquals(
                        fixture.receive(delivered), exchange.decode().apply(ChannelFixture.answer(delivered))));
    }
}
