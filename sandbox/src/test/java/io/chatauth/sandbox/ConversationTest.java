package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.PERSON;
import static io.chatauth.sandbox.SandboxClient.SEND;
import static io.chatauth.sandbox.SandboxClient.SENDER;
import static io.chatauth.sandbox.SandboxClient.batch;
import static io.chatauth.sandbox.SandboxClient.buttons;
import static io.chatauth.sandbox.SandboxClient.json;
import static io.chatauth.sandbox.SandboxClient.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.SandboxClient.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The person sees, presses and writes; the application's webhook hears of it. */
class ConversationTest extends SandboxTestBase {
    @BeforeEach
    void webhook() {
        client.call("PUT", "/_sandbox/webhook", json("{'url':'" + receiver.url("/account") + "'}"), null);
        client.approved(CARD_ACTIVATION);
        client.approved(CONFIRM);
    }

    @Test
    void reportsGoToTheAccountsWebhookWithoutANotifyUrl() {
        send(message("card_activation", "en_GB", "Ana"));
        WebhookReceiver.Post post = receiver.next();
        assertEquals("/account", post.path());
        assertEquals("DELIVERY", post.kind());
    }

    @Test
    void askingForMessagesIsNotSeeingThem() {
        delivered("auth-1");
        client.get("/_sandbox/messages?to=" + PERSON);
        client.get("/_sandbox/phones");
        assertEquals(
                "DELIVERED",
                client.get("/_sandbox/messages").body().at("/0/status").asText());
    }

    @Test
    void aSeenMessageIsReportedOnce() {
        delivered("auth-1");

        assertEquals(200, seen("auth-1").status());
        assertEquals(200, seen("auth-1").status());

        JsonNode report = receiver.next().result();
        assertEquals("auth-1", report.path("messageId").asText());
        assertEquals(PERSON, report.path("from").asText());
        assertEquals(SENDER, report.path("to").asText());
        assertTrue(report.path("seenAt").asText().endsWith("+0000"));
        assertTrue(report.has("sentAt"));
        assertEquals(
                "SEEN", client.get("/_sandbox/messages").body().at("/0/status").asText());
        receiver.assertNothingMore();
    }

    @Test
    void seenReportsGoToTheMessagesOwnUrl() {
        send(message("card_activation", "en_GB", "Ana")
                .put("messageId", "auth-1")
                .put("notifyUrl", receiver.url("/mine")));
        receiver.next();
        seen("auth-1");
        WebhookReceiver.Post post = receiver.next();
        assertEquals("SEEN", post.kind());
        assertEquals("/mine", post.path());
    }

    @Test
    void whatNeverArrivedCanNotBeSeen() {
        send(message("unknown", "en").put("messageId", "auth-1"));
        receiver.next();
        assertEquals(409, seen("auth-1").status());
        assertEquals(404, seen("other").status());
    }

    @Test
    void aTextReplyMakesUnreadMessagesSeenAndComesIn() {
        send(message("card_activation", "en_GB", "Ana")
                .put("messageId", "auth-1")
                .put("callbackData", "mine"));
        receiver.next();

        assertEquals(200, reply("{'channel':'WHATSAPP','from':'%s','text':'Y'}").status());

        assertEquals("SEEN", receiver.next().kind());
        WebhookReceiver.Post post = receiver.next();
        assertEquals("/account", post.path());
        JsonNode inbound = post.result();
        assertEquals(PERSON, inbound.path("from").asText());
        assertEquals(SENDER, inbound.path("to").asText());
        assertEquals("WHATSAPP", inbound.path("integrationType").asText());
        assertEquals("auth-1", inbound.path("pairedMessageId").asText());
        assertEquals("mine", inbound.path("callbackData").asText());
        assertTrue(inbound.path("messageId").asText().startsWith("wamid."));
        assertTrue(inbound.path("receivedAt").asText().endsWith("+0000"));
        assertEquals("TEXT", inbound.at("/message/type").asText());
        assertEquals("Y", inbound.at("/message/text").asText());
        assertFalse(inbound.path("message").has("context"));
        assertEquals(PERSON, inbound.at("/contact/phoneNumber").asText());
        assertTrue(inbound.has("price"));
        receiver.assertNothingMore();
    }

    @Test
    void aQuotingReplyNamesTheQuotedMessage() {
        delivered("auth-1");
        delivered("auth-2");
        reply("{'channel':'WHATSAPP','from':'%s','text':'Y','inReplyTo':'auth-1'}");
        receiver.next();
        receiver.next();
        assertEquals(
                "auth-1", receiver.next().result().at("/message/context/id").asText());
    }

    @Test
    void aPressedButtonBringsItsLabelPayloadAndMessage() {
        confirmation("auth-1", "t1");
        confirmation("auth-2", "t2");

        assertEquals(
                200,
                reply("{'channel':'WHATSAPP','from':'%s','buttonPayload':'t1:N'}")
                        .status());

        receiver.next();
        receiver.next();
        JsonNode message = receiver.next().result().path("message");
        assertEquals("BUTTON", message.path("type").asText());
        assertEquals("No", message.path("text").asText());
        assertEquals("t1:N", message.path("payload").asText());
        assertEquals("auth-1", message.at("/context/id").asText());
    }

    @Test
    void aPersonWithoutMessagesCanWriteFirst() {
        assertEquals(
                400, reply("{'channel':'WHATSAPP','from':'%s','text':'Hi'}").status());
        assertEquals(
                200,
                reply("{'channel':'WHATSAPP','from':'%s','to':'447000000001','text':'OPT IN 1234'}")
                        .status());
        JsonNode inbound = receiver.next().result();
        assertEquals("447000000001", inbound.path("to").asText());
        assertFalse(inbound.has("pairedMessageId"));
    }

    @Test
    void badRepliesGetAPlainSentence() {
        delivered("auth-1");
        for (String body : List.of(
                "{",
                "[]",
                "{'from':'%s','text':'Y'}",
                "{'channel':'PIGEON','from':'%s','text':'Y'}",
                "{'channel':'WHATSAPP','text':'Y'}",
                "{'channel':'WHATSAPP','from':'%s'}",
                "{'channel':'WHATSAPP','from':'%s','text':'Y','buttonPayload':'x'}",
                "{'channel':'WHATSAPP','from':'%s','buttonPayload':'x'}",
                "{'channel':'WHATSAPP','from':'%s','text':'Y','inReplyTo':'none'}",
                "{'channel':'WHATSAPP','from':'%s','text':'Y','typo':'none'}")) {
            Answer answer = reply(body);
            assertEquals(400, answer.status(), body);
            assertTrue(answer.body().path("error").asText().length() > 10, body);
        }
        receiver.assertNothingMore();
    }

    private void delivered(String messageId) {
        send(message("card_activation", "en_GB", "Ana").put("messageId", messageId));
        assertEquals("DELIVERY", receiver.next().kind());
    }

    private void confirmation(String messageId, String transaction) {
        ObjectNode message = message("confirm_txn", "en", "EUR 1", "Shop").put("messageId", messageId);
        buttons(message).addObject().put("type", "QUICK_REPLY").put("parameter", transaction + ":Y");
        buttons(message).addObject().put("type", "QUICK_REPLY").put("parameter", transaction + ":N");
        buttons(message).addObject().put("type", "URL").put("parameter", transaction);
        send(message);
        assertEquals(
                "DELIVERED", receiver.next().result().at("/status/groupName").asText());
    }

    private void send(ObjectNode message) {
        assertEquals(200, client.post(SEND, batch(message)).status());
    }

    private Answer seen(String messageId) {
        return client.post("/_sandbox/seen", json("{'messageId':'" + messageId + "'}"));
    }

    private Answer reply(String body) {
        return client.post("/_sandbox/reply", json(body.replace("%s", PERSON)));
    }
}
