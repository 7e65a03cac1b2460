package io.chatauth.channel.whatsapp.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.Address;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.MessageStatus;
import io.chatauth.spi.Channel;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.InboundEvent.IdentityChanged;
import io.chatauth.webhook.InboundEvent.Reply;
import io.chatauth.webhook.InboundEvent.Report;
import io.chatauth.webhook.InboundEvent.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhatsAppWebhooksTest {
    private final Channel channel = WhatsAppSamples.channel();

    @Test
    void deliveryReportIsRead() {
        assertEquals(
                List.of(new Report(
                        "m-1",
                        MessageStatus.DELIVERED,
                        Optional.of(Instant.parse("2019-04-09T19:01:56.494Z")),
                        Optional.empty())),
                channel.decodeWebhook(WhatsAppSamples.webhook(Golden.bytes("webhook-delivered.json"))));
    }

    @Test
    void seenReportIsRead() {
        assertEquals(
                List.of(new Report(
                        "m-1",
                        MessageStatus.SEEN,
                        Optional.of(Instant.parse("2018-12-12T11:21:58.251Z")),
                        Optional.empty())),
                channel.decodeWebhook(WhatsAppSamples.webhook(Golden.bytes("webhook-seen.json"))));
    }

    @Test
    void failureNamesTheProvidersCode() {
        Report report = (Report) only("""
                {"results":[{"error":{"id":7009,"name":"EC_INVALID_TEMPLATE","description":"Invalid template for 441134960001",
                "groupId":1,"permanent":true},"status":{"groupName":"UNDELIVERABLE","groupId":2,"id":9},"messageId":"m-1",
                "futureField":{"a":[1,null,true]}}]}""");

        assertEquals(MessageStatus.FAILED, report.status());
        assertEquals(
                Optional.of(new DeliveryFailure(
                        FailureReason.TEMPLATE, "7009 EC_INVALID_TEMPLATE", "Invalid template for 44********01")),
                report.failure());
        assertEquals(Optional.empty(), report.at());
    }

    @Test
    void tappedButtonBringsPayloadAndQuotedMessage() {
        assertEquals(
                List.of(new Reply(
                        "wamid.HBgLMjc4MTMzMjE0ODIVAgAonoIA",
                        Address.phone("+441134960001"),
                        "441134960000",
                        Optional.of("Yes"),
                        Optional.of("txn-7f3a:Y"),
                        Optional.of("m-1"),
                        Optional.of(Instant.parse("2025-01-01T10:10:00Z")),
                        new InboundEvent.Details(
                                Set.of(Address.userId("GB.123123123")), Optional.empty(), Optional.empty()))),
                channel.decodeWebhook(WhatsAppSamples.webhook(Golden.bytes("webhook-button.json"))));
    }

    @Test
    void interactiveReplyIsReadLikeAButton() {
        Reply reply = (Reply)
                only(
                        inbound(
                                "\"from\":\"441134960001\"",
                                "{\"context\":{\"id\":\"m-1\"},\"title\":\"Yes\",\"id\":\"txn-7f3a:Y\",\"type\":\"INTERACTIVE_BUTTON_REPLY\"}"));

        assertEquals(Optional.of("Yes"), reply.text());
        assertEquals(Optional.of("txn-7f3a:Y"), reply.payload());
        assertEquals(Optional.of("m-1"), reply.quotedId());
    }

    @Test
    void plainTextHasNeitherPayloadNorQuote() {
        Reply reply = (Reply) only(inbound("\"from\":\"+441134960001\"", "{\"type\":\"TEXT\",\"text\":\"Y\"}"));

        assertEquals(Address.phone("+441134960001"), reply.from());
        assertEquals(Optional.of("Y"), reply.text());
        assertEquals(Optional.empty(), reply.payload());
        assertEquals(Optional.empty(), reply.quotedId());
    }

    @Test
    void personWithoutNumberAnswersByUserId() {
        String text = "{\"type\":\"TEXT\",\"text\":\"Y\"}";

        assertEquals(Address.userId("HR.123123123"), ((Reply) only(inbound("\"from\":\"HR.123123123\"", text))).from());
        assertEquals(
                Address.userId("HR.123123123"),
                ((Reply) only(inbound("\"contact\":{\"userId\":\"HR.123123123\"}", text))).from());
        assertEquals(
                Address.phone("+441134960001"),
                ((Reply) only(inbound("\"contact\":{\"phoneNumber\":\"441134960001\",\"userId\":\"HR.1\"}", text)))
                        .from());
    }

    @Test
    void numberAndUserIdOfOnePersonBothArrive() {
        Reply reply = (Reply) only(inbound(
                "\"from\":\"441134960001\",\"contact\":{\"phoneNumber\":\"441134960001\",\"userId\":\"GB.1\"}",
                "{\"type\":\"TEXT\",\"text\":\"Y\"}"));

        assertEquals(Address.phone("+441134960001"), reply.from());
        assertEquals(Set.of(Address.userId("GB.1")), reply.details().aliases());
    }

    @Test
    void clickFromAnAdvertisementNamesItsSource() {
        Reply reply = (Reply)
                only(
                        inbound(
                                "\"from\":\"441134960001\",\"pairedMessageId\":\"m-0\"",
                                "{\"type\":\"TEXT\",\"text\":\"Hi\",\"referral\":{\"sourceType\":\"AD\",\"sourceId\":\"120\",\"body\":\"x\"}}"));

        assertEquals(
                Optional.of(new InboundEvent.Referral("AD", Optional.of("120"))),
                reply.details().referral());
        assertEquals(Optional.of("m-0"), reply.details().pairedId());
        assertEquals(Optional.empty(), reply.quotedId());
    }

    @Test
    void identityChangesAreToldWhicheverWayTheyCome() {
        IdentityChanged alone = (IdentityChanged) only("""
                {"from":"441134960000","content":{"description":"Security code changed.","hash":"eU2Fdi4EMUw=",
                "type":"user_identity_changed","userNumber":"441134960001","userId":"GB.1"},
                "createdAt":"2022-01-18T23:23:09.206+0000"}""");
        List<InboundEvent> events = decode(inbound(
                "\"from\":\"441134960001\",\"identity\":{\"acknowledged\":false,\"hash\":\"x\"}",
                "{\"type\":\"TEXT\",\"text\":\"Y\"}"));

        assertEquals(
                new IdentityChanged(
                        Address.phone("+441134960001"),
                        Set.of(Address.userId("GB.1")),
                        Optional.of("441134960000"),
                        Optional.of(Instant.parse("2022-01-18T23:23:09.206Z"))),
                alone);
        assertEquals(Address.phone("+441134960001"), ((IdentityChanged) events.get(0)).who());
        assertEquals(Optional.of("Y"), ((Reply) events.get(1)).text());
    }

    @Test
    void kindsThatAnswerNothingStillSayThatThePersonWrote() {
        List<InboundEvent> events =
                decode(inbound("\"from\":\"441134960001\"", "{\"type\":\"LOCATION\",\"latitude\":40.7}"));

        Reply reply = (Reply) events.get(0);
        assertEquals(Optional.empty(), reply.text());
        assertEquals(Optional.empty(), reply.payload());
        assertEquals(new Unknown("LOCATION"), events.get(1));
    }

    @Test
    void otherKindsSurviveByName() {
        assertEquals(
                new Unknown("TEXT without a readable sender"),
                only(inbound("\"from\":\" \"", "{\"type\":\"TEXT\",\"text\":\"Y\"}")));
        assertEquals(
                new Unknown("user_identity_changed without a readable user"),
                only(
                        "{\"from\":\"1\",\"content\":{\"type\":\"user_identity_changed\",\"hash\":\"x\"},\"createdAt\":\"\"}"));
        assertEquals(
                new Unknown("TEMPLATE_STATUS_UPDATE"),
                only("{\"change\":{\"type\":\"TEMPLATE_STATUS_UPDATE\",\"newStatus\":\"REJECTED\"},\"entityId\":1}"));
        assertEquals(
                new Unknown("delivery report of status group 'NEW'"),
                only("{\"results\":[{\"messageId\":\"m-1\",\"status\":{\"groupId\":77,\"groupName\":\"NEW\"}}]}"));
        assertEquals(new Unknown("webhook without results"), only("{}"));
    }

    @Test
    void oneStrangeResultTakesNoOtherWithIt() {
        List<InboundEvent> events = decode("""
                {"results":[null,7,{},{"seenAt":"x"},
                {"seenAt":"2018-12-12T11:21:58.251+00:00","messageId":"m-1"},
                {"message":{"type":"x\\ny"}},
                {"message":"no object","status":{"groupId":3,"id":5},"messageId":"m-2"}]}""");

        List<String> kinds = new ArrayList<>();
        for (InboundEvent event : events) {
            kinds.add(event instanceof Unknown unknown ? unknown.kind() : ((Report) event).messageId());
        }
        assertEquals(
                List.of(
                        "result without message, status or seenAt",
                        "result without message, status or seenAt",
                        "result without message, status or seenAt",
                        "report without messageId",
                        "m-1",
                        "x?y",
                        "m-2"),
                kinds);
    }

    @Test
    void bodyThatIsNoJsonObjectIsMalformed() {
        for (String body : List.of("", "[]", "\"results\"", "{\"results\":[", "{} {}", "<xml/>", "[".repeat(5000))) {
            MalformedResponseException malformed =
                    assertThrows(MalformedResponseException.class, () -> decode(body), body);
            assertFalse(malformed.getMessage().contains("xml"), malformed.getMessage());
        }
    }

    @Test
    void damagedBytesThrowNothingElse() {
        Random random = new Random(20261123);
        List<String> samples = List.of("webhook-delivered.json", "webhook-seen.json", "webhook-button.json");
        int read = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = Golden.bytes(samples.get(round % samples.size()));
            for (int hit = 0; hit <= round % 4; hit++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            read += assertDoesNotThrow(() -> readOrMalformed(bytes)) ? 1 : 0;
        }
        assertFalse(read == 0 || read == 3000, "the damage was never or always fatal");
    }

    private boolean readOrMalformed(byte[] bytes) {
        try {
            channel.decodeWebhook(WhatsAppSamples.webhook(bytes));
            return true;
        } catch (MalformedResponseException e) {
            return false;
        }
    }

    private InboundEvent only(String json) {
        List<InboundEvent> events = decode(json);
        assertEquals(1, events.size());
        return events.get(0);
    }

    private List<InboundEvent> decode(String json) {
        return channel.decodeWebhook(WhatsAppSamples.webhook(json));
    }

    private static String inbound(String sender, String message) {
        return "{\"pendingMessageCount\":0,\"results\":[{\"message\":" + message
                + ",\"to\":\"441134960000\",\"messageId\":\"in-1\"," + sender + "}]}";
    }
}
