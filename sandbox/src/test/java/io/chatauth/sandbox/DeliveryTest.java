package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.PERSON;
import static io.chatauth.sandbox.SandboxClient.SEND;
import static io.chatauth.sandbox.SandboxClient.SENDER;
import static io.chatauth.sandbox.SandboxClient.TEMPLATES;
import static io.chatauth.sandbox.SandboxClient.batch;
import static io.chatauth.sandbox.SandboxClient.buttons;
import static io.chatauth.sandbox.SandboxClient.json;
import static io.chatauth.sandbox.SandboxClient.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What becomes of an accepted message: a report, and what the phone shows. */
class DeliveryTest extends SandboxTestBase {
    @Test
    void aDeliveredMessageIsReportedToItsOwnUrl() {
        client.approved(CARD_ACTIVATION);
        JsonNode report = send(
                        message("card_activation", "en_GB", "Ana"),
                        message -> message.put("messageId", "auth-1").put("entityId", "bank"))
                .result();

        assertEquals("auth-1", report.path("messageId").asText());
        assertEquals(PERSON, report.path("to").asText());
        assertEquals(3, report.at("/status/groupId").asInt());
        assertEquals("DELIVERED", report.at("/status/groupName").asText());
        assertEquals(5, report.at("/status/id").asInt());
        assertEquals("DELIVERED_TO_HANDSET", report.at("/status/name").asText());
        assertEquals("NO_ERROR", report.at("/error/name").asText());
        assertEquals(0, report.at("/error/groupId").asInt());
        assertEquals(1, report.path("messageCount").asInt());
        assertEquals(PERSON, report.at("/contact/phoneNumber").asText());
        assertEquals("EUR", report.at("/price/currency").asText());
        assertTrue(report.path("sentAt").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000"));
        assertTrue(report.path("doneAt").asText().endsWith("+0000"));
    }

    @Test
    void thePhoneShowsTheRenderedTemplate() {
        client.approved(CARD_ACTIVATION);
        send(message("card_activation", "en_GB", "Ana {{1}} $1"), message -> message.put("messageId", "auth-1"));

        JsonNode list = client.get("/_sandbox/messages?to=" + PERSON).body();
        assertEquals(1, list.size());
        JsonNode shown = list.get(0);
        assertEquals("auth-1", shown.path("messageId").asText());
        assertEquals("WHATSAPP", shown.path("channel").asText());
        assertEquals(SENDER, shown.path("from").asText());
        assertEquals(PERSON, shown.path("to").asText());
        assertEquals("DELIVERED", shown.path("status").asText());
        assertEquals("Your new card", shown.at("/header/text").asText());
        assertEquals(
                "Hello *Ana {{1}} $1*, call us to activate your card.",
                shown.path("text").asText());
        assertEquals("Example Bank", shown.path("footer").asText());
        assertEquals("PHONE_NUMBER", shown.at("/buttons/0/type").asText());
        assertEquals("Contact us", shown.at("/buttons/0/text").asText());
        assertEquals("+441123456789", shown.at("/buttons/0/phoneNumber").asText());
        assertEquals(0, client.get("/_sandbox/messages?to=1").body().size());
    }

    @Test
    void anAuthenticationTemplateShowsItsFixedWordsAndTheCode() {
        client.approved(LOGIN_CODE);
        send(
                message("login_code", "en_GB", "482913"),
                message -> buttons(message).addObject().put("type", "URL").put("parameter", "482913"));

        JsonNode shown = client.get("/_sandbox/messages").body().get(0);
        assertEquals(
                "*482913* is your verification code. For your security, do not share this code.",
                shown.path("text").asText());
        assertEquals("This code expires in 5 minutes.", shown.path("footer").asText());
        assertEquals("COPY_CODE", shown.at("/buttons/0/type").asText());
        assertEquals("482913", shown.at("/buttons/0/code").asText());
    }

    @Test
    void quickRepliesAndDynamicUrlsTakeTheirValuesInRegisteredOrder() {
        client.approved(CONFIRM);
        ObjectNode message = message("confirm_txn", "en", "EUR 120.00", "Shop Ltd");
        values(message, "QUICK_REPLY", "t:Y", "QUICK_REPLY", "t:N", "URL", "abc");
        send(message, unused -> {});

        JsonNode shown = client.get("/_sandbox/messages").body().get(0).path("buttons");
        assertEquals("t:Y", shown.at("/0/payload").asText());
        assertEquals("No", shown.at("/1/text").asText());
        assertEquals("https://example.com/t/abc", shown.at("/2/url").asText());
        assertEquals("https://example.com/help", shown.at("/3/url").asText());
    }

    @Test
    void anUnknownTemplateOrLanguageFailsByReport() {
        client.approved(CARD_ACTIVATION);
        assertFails(7009, "EC_INVALID_TEMPLATE", message("nothing", "en_GB", "Ana"));
        assertFails(7009, "EC_INVALID_TEMPLATE", message("card_activation", "en", "Ana"));
        assertFails(7009, "EC_INVALID_TEMPLATE", message("card_activation", "GB", "Ana"));
        assertEquals(
                "UNDELIVERABLE",
                client.get("/_sandbox/messages").body().at("/0/status").asText());
    }

    @Test
    void anUnapprovedTemplateFailsByReport() {
        String id = client.post(TEMPLATES, CARD_ACTIVATION).body().path("id").asText();
        assertFails(7009, "EC_INVALID_TEMPLATE", message("card_activation", "en_GB", "Ana"));
        client.post("/_sandbox/templates/" + id + "/status", json("{'status':'REJECTED'}"));
        assertFails(7009, "EC_INVALID_TEMPLATE", message("card_activation", "en_GB", "Ana"));
    }

    @Test
    void valuesThatDoNotFitTheTemplateFailByReport() {
        client.approved(CARD_ACTIVATION);
        client.approved(CONFIRM);
        client.approved(LOGIN_CODE);
        assertFails(7008, "EC_INVALID_TEMPLATE_ARGS", message("card_activation", "en_GB"));
        assertFails(7008, "EC_INVALID_TEMPLATE_ARGS", message("card_activation", "en_GB", "Ana", "Eve"));
        ObjectNode extra = message("card_activation", "en_GB", "Ana");
        assertFails(7008, "EC_INVALID_TEMPLATE_ARGS", values(extra, "QUICK_REPLY", "x"));
        ObjectNode header = message("card_activation", "en_GB", "Ana");
        header.withObject("/content/templateData/header").put("type", "TEXT").put("placeholder", "x");
        assertFails(7008, "EC_INVALID_TEMPLATE_ARGS", header);
        ObjectNode order = message("confirm_txn", "en", "1", "2");
        assertFails(
                7008, "EC_INVALID_TEMPLATE_ARGS", values(order, "URL", "a", "QUICK_REPLY", "Y", "QUICK_REPLY", "N"));
        ObjectNode missing = message("confirm_txn", "en", "1", "2");
        assertFails(7008, "EC_INVALID_TEMPLATE_ARGS", values(missing, "QUICK_REPLY", "Y", "QUICK_REPLY", "N"));
        ObjectNode wrongType = message("login_code", "en_GB", "482913");
        assertFails(7008, "EC_INVALID_TEMPLATE_ARGS", values(wrongType, "COPY_CODE", "482913"));
    }

    @Test
    void anUnknownSenderIsAcceptedAndFailsByReport() {
        try (Sandbox strict =
                Sandbox.builder().senders(List.of("447000000000")).build().start()) {
            client = new SandboxClient(strict.baseUri());
            assertFails(7034, "EC_SENDER_NOT_REGISTERED", message("card_activation", "en_GB", "Ana"));
            assertEquals(404, client.get(TEMPLATES).status());
        }
    }

    private void assertFails(int id, String name, ObjectNode message) {
        JsonNode report = send(message, unused -> {}).result();
        assertEquals(id, report.at("/error/id").asInt());
        assertEquals(name, report.at("/error/name").asText());
        assertTrue(report.at("/error/permanent").asBoolean());
        assertEquals("UNDELIVERABLE", report.at("/status/groupName").asText());
        assertEquals(2, report.at("/status/groupId").asInt());
    }

    private WebhookReceiver.Post send(ObjectNode message, Consumer<ObjectNode> change) {
        change.accept(message);
        message.put("notifyUrl", receiver.url("/mine"));
        assertEquals(200, client.post(SEND, batch(message)).status());
        WebhookReceiver.Post post = receiver.next();
        assertEquals("/mine", post.path());
        assertEquals("DELIVERY", post.kind());
        return post;
    }

    private static ObjectNode values(ObjectNode message, String... typesAndValues) {
        for (int i = 0; i < typesAndValues.length; i += 2) {
            buttons(message).addObject().put("type", typesAndValues[i]).put("parameter", typesAndValues[i + 1]);
        }
        return message;
    }
}
