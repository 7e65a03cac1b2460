package io.chatauth.channel.whatsapp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.Address;
import io.chatauth.MessageStatus;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.InboundEvent.IdentityChanged;
import io.chatauth.webhook.InboundEvent.Reply;
import io.chatauth.webhook.InboundEvent.Report;
import io.chatauth.webhook.InboundEvent.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhatsAppWebhooksTest {
    @Test
    void seenReportIsRead() {
        assertEquals(
                List.of(new Report(
                        "m-1",
                        MessageStatus.SEEN,
                        Optional.of(Instant.parse("2018-12-12T11:21:58.251Z")),
                        Optional.empty())),
                decode(WhatsAppSamples.GOLDEN.text("webhook-seen.json")));
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
                decode(WhatsAppSamples.GOLDEN.text("webhook-button.json")));
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
    }

    private InboundEvent only(String json) {
        List<InboundEvent> events = decode(json);
        assertEquals(1, events.size());
        return events.get(0);
    }

    private List<InboundEvent> decode(String json) {
        return WhatsAppSamples.FIXTURE.receive(json);
    }

    private static String inbound(String sender, String message) {
        return "{\"pendingMessageCount\":0,\"results\":[{\"message\":" + message
                + ",\"to\":\"441134960000\",\"messageId\":\"in-1\"," + sender + "}]}";
    }
}
