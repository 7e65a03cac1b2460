package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.PERSON;
import static io.chatauth.sandbox.SandboxClient.SENDER;
import static io.chatauth.sandbox.SandboxClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.sandbox.SandboxClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WhatsApp without templates: what goes only within 24 hours of the person's last message, and what comes back. */
class WindowTest extends SandboxTestBase {
    private static final String TEXT = "/whatsapp/1/message/text";
    private static final String BUTTONS = "/whatsapp/1/message/interactive/buttons";
    private static final String URL_BUTTON = "/whatsapp/1/message/interactive/url-button";
    private static final String CHOICE = "{'body':{'text':'Did you pay?'},'header':{'type':'TEXT','text':'Payment'},"
            + "'footer':{'text':'Example Bank'},'action':{'buttons':[{'type':'REPLY','id':'txn:Y','title':'Yes'},"
            + "{'type':'REPLY','id':'txn:N','title':'No'}]}}";
    private static final long DAY = 24 * 3_600_000L;

    @BeforeEach
    void listen() {
        client.call("PUT", "/_sandbox/webhook", json("{'url':'" + receiver.url("/hook") + "'}"), null);
    }

    @Test
    void aTextArrivesOnlyWithinADayOfThePersonsLastMessage() {
        assertEquals("EC_NO_SESSION", fate(send(TEXT, "{'text':'Hi'}")));
        say("{'text':'Hello'}");
        assertEquals("NO_ERROR", fate(send(TEXT, "{'text':'Hi'}")));
        client.post("/_sandbox/clock", "{\"advanceMs\":" + (DAY - 60_000) + "}");
        assertEquals("NO_ERROR", fate(send(TEXT, "{'text':'Hi'}")));
        client.post("/_sandbox/clock", "{\"advanceMs\":60000}");
        assertEquals("EC_NO_SESSION", fate(send(TEXT, "{'text':'Hi'}")));
    }

    @Test
    void theAnswerIsOneMessageAndNoList() {
        Answer answer =
                client.post(TEXT, body("{'text':'Hi'}").replace("{\"from\"", "{\"messageId\":\"auth-1\",\"from\""));

        assertEquals("auth-1", answer.body().path("messageId").asText());
        assertEquals(PERSON, answer.body().path("to").asText());
        assertEquals(7, answer.body().at("/status/id").asInt());
    }

    @Test
    void aPressedButtonComesBackWithItsIdTitleAndTheMessageItStoodBelow() {
        say("{'text':'Hello'}");
        Answer sent = send(BUTTONS, CHOICE);
        assertEquals("NO_ERROR", fate(sent));
        JsonNode shown = client.get("/_sandbox/messages").body().get(0);
        assertEquals("Did you pay?", shown.path("text").asText());
        assertEquals("Payment", shown.at("/header/text").asText());
        assertEquals("Example Bank", shown.path("footer").asText());
        assertEquals("REPLY", shown.at("/buttons/1/type").asText());

        JsonNode message = say("{'buttonPayload':'txn:N'}").path("message");

        assertEquals("INTERACTIVE_BUTTON_REPLY", message.path("type").asText());
        assertEquals("txn:N", message.path("id").asText());
        assertEquals("No", message.path("title").asText());
        assertEquals(
                sent.body().path("messageId").asText(),
                message.at("/context/id").asText());
        assertFalse(message.has("payload"));
    }

    @Test
    void anAddressIsOpenedByAButton() {
        say("{'text':'Hello'}");
        assertEquals(
                "NO_ERROR",
                fate(send(
                        URL_BUTTON,
                        "{'body':{'text':'Sign in'},'action':{'displayText':'Open','url':'https://a.b/l/k9Z'}}")));
        JsonNode button = client.get("/_sandbox/messages").body().at("/0/buttons/0");
        assertEquals("URL", button.path("type").asText());
        assertEquals("https://a.b/l/k9Z", button.path("url").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text                   | {'text':''}                                                              | content.text
            text                   | {}                                                                       | content.text
            interactive/buttons    | {'body':{'text':'a'},'action':{'buttons':[]}}                            | content.action.buttons
            interactive/buttons    | {'body':{'text':'a'},'action':{'buttons':[{'type':'REPLY','id':' a','title':'b'}]}} | content.action.buttons.id
            interactive/buttons    | {'body':{'text':'a'},'action':{'buttons':[{'type':'URL','id':'a','title':'b'}]}} | content.action.buttons.type
            interactive/url-button | {'body':{'text':'a'},'action':{'displayText':'a title that is too long','url':'https://a.b'}} | content.action.displayText
            interactive/url-button | {'body':{'text':'a'},'action':{'displayText':'a','url':'a.b'}}           | content.action.url
            interactive/url-button | {'body':{'text':'a'},'header':{'type':'TEXT'},'action':{'displayText':'a','url':'https://a.b'}} | content.header.text
            """)
    void whatIsWrongIsRefused(String path, String content, String property) {
        Answer answer = client.post("/whatsapp/1/message/" + path, body(content));

        assertEquals(400, answer.status());
        assertTrue(answer.violations().has(property), () -> answer.body().toString());
    }

    @Test
    void aTapOnAnAdvertisementComesWithItsReferral() {
        JsonNode message = say("{'event':{'type':'REFERRAL','text':'Hello','sourceType':'AD',"
                        + "'sourceUrl':'https://example.com/ad','headline':'New card'}}")
                .path("message");

        assertEquals("TEXT", message.path("type").asText());
        assertEquals("Hello", message.path("text").asText());
        assertEquals("AD", message.at("/referral/sourceType").asText());
        assertEquals("New card", message.at("/referral/headline").asText());
        assertFalse(message.path("referral").has("text"));
        assertEquals(400, reply(PERSON, "{'event':{'type':'REFERRAL','text':'Hi','sourceType':'TV','sourceUrl':'x'}}"));
    }

    @Test
    void whoHidesTheNumberWritesUnderAUserId() {
        assertEquals(200, reply("HR.1234567890", "{'text':'Hello'}"));

        JsonNode result = receiver.next().result();
        assertEquals("HR.1234567890", result.path("from").asText());
        assertEquals("HR.1234567890", result.at("/contact/userId").asText());
        assertFalse(result.path("contact").has("phoneNumber"));
    }

    @Test
    void anAccountThatMovedIsToldAtOnceAndWithEveryMessage() {
        String body = json("{'channel':'whatsapp','from':'" + PERSON + "','to':'" + SENDER + "'}");
        String hash =
                client.post("/_sandbox/identity", body).body().path("hash").asText();

        JsonNode change = SandboxClient.tree(receiver.next().raw());
        assertEquals("user_identity_changed", change.at("/content/type").asText());
        assertEquals(PERSON, change.at("/content/userNumber").asText());
        assertEquals(hash, change.at("/content/hash").asText());
        assertEquals(SENDER, change.path("from").asText());

        JsonNode identity = say("{'text':'Hello'}").path("identity");
        assertEquals(hash, identity.path("hash").asText());
        assertFalse(identity.path("acknowledged").asBoolean());

        client.post("/_sandbox/reset", "{}");
        listen();
        assertFalse(say("{'text':'Hello'}").has("identity"));
        assertEquals(
                400,
                client.post("/_sandbox/identity", body.replace("whatsapp", "viber"))
                        .status());
    }

    private Answer send(String path, String content) {
        Answer answer = client.post(path, body(content));
        assertEquals(200, answer.status(), () -> answer.body().toString());
        return answer;
    }

    private static String body(String content) {
        return json("{'from':'" + SENDER + "','to':'" + PERSON + "','content':" + content + "}");
    }

    private String fate(Answer sent) {
        JsonNode report = receiver.next().result();
        assertEquals(
                sent.body().path("messageId").asText(), report.path("messageId").asText());
        return report.at("/error/name").asText();
    }

    private JsonNode say(String what) {
        assertEquals(200, reply(PERSON, what));
        WebhookReceiver.Post post = receiver.next();
        while (!post.kind().equals("INBOUND")) {
            post = receiver.next();
        }
        return post.result();
    }

    private int reply(String person, String what) {
        return client.post(
                        "/_sandbox/reply",
                        json("{'channel':'WHATSAPP','from':'" + person + "','to':'" + SENDER + "',"
                                + what.substring(1)))
                .status();
    }
}
