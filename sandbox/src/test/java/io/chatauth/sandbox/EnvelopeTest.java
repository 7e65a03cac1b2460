package io.chatauth.sandbox;

import static io.chatauth.sandbox.EnvelopeClient.message;
import static io.chatauth.sandbox.EnvelopeClient.refused;
import static io.chatauth.sandbox.SandboxClient.PERSON;
import static io.chatauth.sandbox.SandboxClient.json;
import static io.chatauth.sandbox.SandboxClient.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.SandboxClient.Answer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Viber, LINE, Kakao and Zalo have in common, seen at Viber where one must do. */
class EnvelopeTest extends SandboxTestBase {
    private static final String TEXT = "{'type':'TEXT','text':'Hello'}";

    private EnvelopeClient viber;

    @BeforeEach
    void webhook() {
        viber = new EnvelopeClient(client, "/viber/2/messages", "MyBank", "447700900123");
        client.call("PUT", "/_sandbox/webhook", json("{'url':'" + receiver.url("/account") + "'}"), null);
    }

    @Test
    void everyDestinationGetsItsOwnAnswer() {
        ObjectNode request = viber.request(TEXT);
        message(request).withArray("destinations").addObject().put("to", "447700900124");
        request.withObject("/options/schedule").put("bulkId", "bulk-1");

        Answer answer = viber.post(request);

        assertEquals(200, answer.status());
        assertEquals("bulk-1", answer.body().path("bulkId").asText());
        assertEquals(2, answer.body().path("messages").size());
        assertEquals("auth-1", answer.body().at("/messages/0/messageId").asText());
        assertEquals("447700900123", answer.body().at("/messages/0/destination").asText());
        assertEquals("447700900124", answer.body().at("/messages/1/destination").asText());
        assertFalse(answer.body().at("/messages/1/messageId").asText().isEmpty());
        assertEquals("PENDING", answer.body().at("/messages/0/status/groupName").asText());
        assertEquals(
                Set.of("447700900123", "447700900124"),
                Set.of(
                        receiver.next().result().path("to").asText(),
                        receiver.next().result().path("to").asText()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /messages              | []                                        | messages
            /messages              | "x"                                       | messages
            /options               | {'schedule':{'sendAt':'2030-01-01T00:00:00.000+0000'}} | options.schedule.sendAt
            /messages/0/sender     | " "                                       | messages[0].sender
            /messages/0/destinations | []                                      | messages[0].destinations
            /messages/0/destinations | [{'messageId':'x'}]                     | messages[0].destinations[0].to
            /messages/0/content    | null                                      | messages[0].content
            /messages/0/content    | {'text':'x'}                              | messages[0].content.type
            /messages/0/options    | {'platform':{'entityId':5}}               | messages[0].options.platform.entityId
            /messages/0/options    | {'validityPeriod':{'timeUnit':'HOURS'}}   | messages[0].options.validityPeriod.amount
            /messages/0/options    | {'validityPeriod':{'amount':1,'timeUnit':'DAYS'}} | messages[0].options.validityPeriod.timeUnit
            /messages/0/options    | {'smsFailover':{'sender':'x'}}            | messages[0].options.smsFailover.text
            /messages/0/options    | {'deliveryTimeWindow':{}}                 | messages[0].options.deliveryTimeWindow
            /messages/0/webhooks   | {'delivery':{'url':'nowhere'}}            | messages[0].webhooks.delivery.url
            /messages/0/webhooks   | {'delivery':{'notify':'no'}}              | messages[0].webhooks.delivery.notify
            /messages/0/webhooks   | {'delivery':{'intermediateReport':'no'}}  | messages[0].webhooks.delivery.intermediateReport
            /messages/0/webhooks   | {'contentType':'application/xml'}         | messages[0].webhooks.contentType
            """)
    void whatIsWrongIsToldWithItsIndex(String pointer, String value, String property) {
        ObjectNode request = viber.request(TEXT);
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) request.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), tree(json(value)));

        assertEquals(List.of(property), refused(viber.post(request)));
        receiver.assertNothingMore();
    }

    @Test
    void tooLongIdsAndDataAreRefused() {
        ObjectNode request = viber.request(TEXT);
        ((ObjectNode) request.at("/messages/0/destinations/0")).put("messageId", "x".repeat(201));
        message(request).withObject("/webhooks").put("callbackData", "x".repeat(4001));
        message(request).withObject("/options").put("campaignReferenceId", "x".repeat(256));
        request.withObject("/options/schedule").put("bulkId", "x".repeat(101));
        assertEquals(List.of("options.schedule.bulkId"), refused(viber.post(request)));
        request.remove("options");
        assertEquals(
                Set.of(
                        "messages[0].destinations[0].messageId",
                        "messages[0].webhooks.callbackData",
                        "messages[0].options.campaignReferenceId"),
                Set.copyOf(refused(viber.post(request))));
    }

    @Test
    void theReportHasTheFieldsOfTheSpec() {
        ObjectNode request = viber.request(TEXT);
        message(request)
                .set(
                        "options",
                        tree(json("{'platform':{'entityId':'e','applicationId':'a'},'campaignReferenceId':'c'}")));
        message(request)
                .set(
                        "webhooks",
                        tree(json("{'delivery':{'url':'" + receiver.url("/mine") + "'},'callbackData':'mine'}")));
        String bulkId = viber.post(request).body().path("bulkId").asText();

        WebhookReceiver.Post post = receiver.next();
        assertEquals("/mine", post.path());
        JsonNode report = post.result();
        assertEquals(bulkId, report.path("bulkId").asText());
        assertEquals("auth-1", report.path("messageId").asText());
        assertEquals("447700900123", report.path("to").asText());
        assertEquals("MyBank", report.path("sender").asText());
        assertEquals("DELIVERED", report.at("/status/groupName").asText());
        assertEquals("NO_ERROR", report.at("/error/name").asText());
        assertTrue(report.path("sentAt").asText().endsWith("+0000"));
        assertTrue(report.path("doneAt").asText().endsWith("+0000"));
        assertEquals(1, report.path("messageCount").asInt());
        assertEquals("mine", report.path("callbackData").asText());
        assertEquals("e", report.at("/platform/entityId").asText());
        assertEquals("a", report.at("/platform/applicationId").asText());
        assertEquals("c", report.path("campaignReferenceId").asText());
        assertTrue(report.has("price"));
    }

    @Test
    void withoutNotifyThereIsNoDeliveryReport() {
        ObjectNode request = viber.request(TEXT);
        message(request).set("webhooks", tree(json("{'delivery':{'notify':false}}")));
        assertEquals(200, viber.post(request).status());
        assertEquals(
                "auth-1",
                EnvelopeClient.delivered(viber.send(TEXT), receiver)
                        .path("messageId")
                        .asText());
        receiver.assertNothingMore();
    }

    @Test
    void aBadMessageInABatchIsRefusedAloneWhereThatIsSet() {
        ObjectNode request = viber.request(TEXT);
        ObjectNode second = message(request).deepCopy();
        second.set("content", tree(json("{'type':'TEXT'}")));
        request.withArray("messages").add(second);

        assertEquals(List.of("messages[1].content.text"), refused(viber.post(request)));

        client.call("PUT", "/_sandbox/batch-refusal", json("{'mode':'part'}"), null);
        Answer answer = viber.post(request);
        assertEquals(200, answer.status());
        assertEquals("PENDING", answer.body().at("/messages/0/status/groupName").asText());
        assertEquals(
                "REJECTED", answer.body().at("/messages/1/status/groupName").asText());
        assertEquals(1, client.get("/_sandbox/messages?channel=viber").body().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /viber/2/messages       | {'type':'TEXT','text':'Hi'}
            /line/1/messages        | {'type':'LINE_NOTIFICATION','altText':'Hi','contents':{'type':'BUBBLE'}}
            /kakao-alim/1/messages  | {'type':'TEMPLATE','templateCode':'a','text':'Hi'}
            /zalo/2/messages        | {'type':'TEXT','text':'Hi'}
            """)
    void allRefuseInTheNewerShape(String path, String content) {
        String good = new EnvelopeClient(client, path, "MyBank", PERSON)
                .request(content)
                .toString();
        assertEquals(List.of("messages"), refused(client.post(path, "{}")));
        assertEquals(List.of(), refused(client.post(path, "no JSON")));
        Answer unauthorized = client.call("POST", path, good, null);
        assertEquals(401, unauthorized.status());
        assertEquals("E401", unauthorized.body().path("errorCode").asText());
        client.post("/_sandbox/faults", json("{'path':'" + path + "','status':429,'retryAfter':3}"));
        Answer tooMany = client.post(path, good);
        assertEquals("E429", tooMany.body().path("errorCode").asText());
        assertEquals("3", tooMany.response().headers().firstValue("Retry-After").orElse(""));
    }

    @Test
    void anUnknownSenderFailsByReport() {
        try (Sandbox strict =
                Sandbox.builder().senders(Set.of("OtherBank")).build().start()) {
            client = new SandboxClient(strict.baseUri());
            client.call("PUT", "/_sandbox/webhook", json("{'url':'" + receiver.url("/account") + "'}"), null);
            viber = new EnvelopeClient(client, "/viber/2/messages", "MyBank", "447700900123");
            assertEquals("EC_SENDER_NOT_REGISTERED", EnvelopeClient.fate(viber.send(TEXT), receiver));
        }
    }

    @Test
    void unknownChannelsAreToldInTheControlApi() {
        assertEquals(400, client.get("/_sandbox/messages?channel=pigeon").status());
    }
}
