package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.PERSON;
import static io.chatauth.sandbox.SandboxClient.SEND;
import static io.chatauth.sandbox.SandboxClient.batch;
import static io.chatauth.sandbox.SandboxClient.buttons;
import static io.chatauth.sandbox.SandboxClient.json;
import static io.chatauth.sandbox.SandboxClient.message;
import static io.chatauth.sandbox.SandboxClient.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.SandboxClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the send endpoint accepts, and what it says to the rest. */
class SendTest extends SandboxTestBase {
    @Test
    void answersASingleMessageInTheShapeOfTheSpec() {
        Answer answer = client.post(SEND, batch(message("any", "en").put("messageId", "auth-1")));

        assertEquals(200, answer.status());
        assertEquals(
                tree(json("{'messages':[{'to':'" + PERSON + "','messageCount':1,'messageId':'auth-1','status':"
                        + "{'groupId':1,'groupName':'PENDING','id':7,'name':'PENDING_ENROUTE',"
                        + "'description':'Message sent to next instance'}}]}")),
                answer.body());
    }

    @Test
    void answersABatchWithABulkIdGivenOrMade() {
        JsonNode made = client.post(SEND, batch(message("any", "en"), message("any", "en")))
                .body();
        assertFalse(made.path("bulkId").asText().isEmpty());
        assertFalse(made.at("/messages/1/messageId").asText().isEmpty());

        ObjectNode body = (ObjectNode) tree(batch(message("any", "en"), message("any", "en")));
        assertEquals(
                "mine",
                client.post(SEND, body.put("bulkId", "mine").toString())
                        .body()
                        .path("bulkId")
                        .asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /from                                     | ''          | from
            /from                                     | '9999999999999999999999999' | from
            /to                                       | ''          | to
            /to                                       | LONG151     | to
            /messageId                                | LONG201     | messageId
            /callbackData                             | LONG4001    | callbackData
            /notifyUrl                                | LONG2049    | notifyUrl
            /notifyUrl                                | not a url   | notifyUrl
            /content/templateName                     | Card_activation | content.templateName
            /content/templateName                     | LONG513     | content.templateName
            /content/language                         | ''          | content.language
            /content/templateData/header/type         | MUSIC       | content.templateData.header.type
            /urlOptions/shortenUrl                    | yes         | urlOptions.shortenUrl
            /smsFailover/from                         | ''          | smsFailover.from
            """)
    void refusesAWrongText(String pointer, String text, String path) {
        ObjectNode message = message("any", "en");
        message.putObject("urlOptions");
        message.putObject("smsFailover").put("from", "InfoSMS").put("text", "Hello");
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = slash == 0 ? message : message.withObject(pointer.substring(0, slash));
        String value = text.startsWith("LONG") ? "9".repeat(Integer.parseInt(text.substring(4))) : text;
        parent.put(pointer.substring(slash + 1), value);

        assertRefused(message, path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'from'         | from
            'to'           | to
            'content'      | content
            """)
    void refusesAMissingProperty(String name, String path) {
        ObjectNode message = message("any", "en");
        message.remove(name);
        assertRefused(message, path);
    }

    @Test
    void refusesMissingOrEmptyPlaceholders() {
        ObjectNode missing = message("any", "en");
        ((ObjectNode) missing.at("/content/templateData/body")).remove("placeholders");
        assertRefused(missing, "content.templateData.body.placeholders");
        assertRefused(message("any", "en", "Ana", ""), "content.templateData.body.placeholders");
        ObjectNode nothing = message("any", "en");
        ((ObjectNode) nothing.at("/content/templateData/body"))
                .putArray("placeholders")
                .addNull();
        assertRefused(nothing, "content.templateData.body.placeholders");
    }

    @ParameterizedTest
    @CsvSource({"PHONE_NUMBER,x,type", "QUICK_REPLY,LONG129,parameter", "COPY_CODE,1234567890123456,parameter"})
    void refusesAWrongButton(String type, String parameter, String path) {
        ObjectNode message = message("any", "en");
        String value = parameter.startsWith("LONG") ? "9".repeat(129) : parameter;
        buttons(message).addObject().put("type", type).put("parameter", value);
        assertRefused(message, "content.templateData.buttons." + path);
    }

    @Test
    void refusesAButtonWithoutParameter() {
        ObjectNode message = message("any", "en");
        buttons(message).addObject().put("type", "URL");
        assertRefused(message, "content.templateData.buttons.parameter");
    }

    @Test
    void refusesWildSpaceInATextHeaderAndHeadersWithoutTheirValue() {
        ObjectNode message = message("any", "en");
        ObjectNode header = message.withObject("/content/templateData/header");
        header.put("type", "TEXT").put("placeholder", "a\nb");
        assertRefused(message, "content.templateData.header.placeholder");
        header.put("placeholder", "a     b");
        assertRefused(message, "content.templateData.header.placeholder");
        header.removeAll().put("type", "DOCUMENT").put("mediaUrl", "https://example.com/a.pdf");
        assertRefused(message, "content.templateData.header.filename");
        header.removeAll().put("type", "LOCATION").put("latitude", 91).put("longitude", 0);
        assertRefused(message, "content.templateData.header.latitude");
    }

    @Test
    void refusesBodiesThatAreNoBatch() {
        for (String body : List.of("", "[]", "{", "{}", "{\"messages\":[]}", "{\"messages\":[1]}", "{} {}")) {
            Answer answer = client.post(SEND, body);
            assertEquals(400, answer.status(), body);
            assertEquals(
                    "BAD_REQUEST",
                    answer.body().at("/requestError/serviceException/messageId").asText());
        }
    }

    @Test
    void aBadMessageRefusesTheWholeBatch() {
        Answer answer = client.post(SEND, batch(message("any", "en"), message("Wrong Name", "en")));

        assertEquals(400, answer.status());
        assertEquals(0, client.get("/_sandbox/messages").body().size());
    }

    @Test
    void aBadMessageIsRefusedAloneWhenToldSo() {
        client.call("PUT", "/_sandbox/batch-refusal", json("{'mode':'part'}"), null);

        Answer answer = client.post(
                SEND,
                batch(
                        message("any", "en").put("messageId", "good"),
                        message("Wrong Name", "en").put("messageId", "bad")));

        assertEquals(200, answer.status());
        assertEquals(1, answer.body().at("/messages/0/status/groupId").asInt());
        assertEquals("bad", answer.body().at("/messages/1/messageId").asText());
        assertEquals(5, answer.body().at("/messages/1/status/groupId").asInt());
        assertEquals(
                "REJECTED", answer.body().at("/messages/1/status/groupName").asText());
        assertTrue(answer.body().at("/messages/1/status/description").asText().startsWith("content.templateName "));
        assertEquals(1, client.get("/_sandbox/messages").body().size());
        assertEquals(400, client.post(SEND, batch(message("Wrong Name", "en"))).status());
    }

    @Test
    void theBuilderCanAskForRefusalInPart() {
        try (Sandbox part =
                Sandbox.builder().batchRefusal(BatchRefusal.PART).build().start()) {
            Answer answer = new SandboxClient(part.baseUri())
                    .post(SEND, batch(message("any", "en"), message("Wrong Name", "en")));
            assertEquals(200, answer.status());
        }
    }

    @Test
    void aRefusalNamesThePropertyWithoutAnIndex() {
        ObjectNode message = message("any", "en").put("from", "");
        Answer answer = client.post(SEND, batch(message("any", "en"), message));
        assertEquals(tree(json("{'from':['must not be blank']}")), answer.violations());
    }

    private void assertRefused(ObjectNode message, String path) {
        Answer answer = client.post(SEND, batch(message));
        assertEquals(400, answer.status());
        assertEquals(
                "BAD_REQUEST",
                answer.body().at("/requestError/serviceException/messageId").asText());
        assertEquals(
                "Bad request",
                answer.body().at("/requestError/serviceException/text").asText());
        assertEquals(
                List.of(path),
                List.copyOf(answer.violations().properties().stream()
                        .map(entry -> entry.getKey())
                        .toList()));
    }
}
