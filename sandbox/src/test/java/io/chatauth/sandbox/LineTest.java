package io.chatauth.sandbox;

import static io.chatauth.sandbox.EnvelopeClient.delivered;
import static io.chatauth.sandbox.EnvelopeClient.fate;
import static io.chatauth.sandbox.EnvelopeClient.refused;
import static io.chatauth.sandbox.SandboxClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.sandbox.SandboxClient.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LINE's notifications and the layouts that are declared for them. */
class LineTest extends SandboxTestBase {
    private static final String BUBBLE = "{'type':'BUBBLE','body':{'type':'BOX','layout':'VERTICAL','contents':["
            + "{'type':'TEXT','text':'Your code is %s.','wrap':true}]},"
            + "'footer':{'layout':'VERTICAL','contents':["
            + "{'type':'BUTTON','action':{'type':'URI','label':'Call us','uri':'tel:+441123456789'}},"
            + "{'type':'BUTTON','action':{'type':'POSTBACK','label':'Y','data':'t1:Y'}}]}}";
    private static final String BOX = "{'type':'LINE_NOTIFICATION','altText':'Code','contents':{'type':'BUBBLE','body':"
            + "{'layout':'VERTICAL','contents':[%s]}}}";

    private EnvelopeClient line;

    @BeforeEach
    void webhook() {
        line = new EnvelopeClient(client, "/line/1/messages", "LINE_BANK", "66855538125");
        client.call("PUT", "/_sandbox/webhook", json("{'url':'" + receiver.url("/account") + "'}"), null);
    }

    @Test
    void aBubbleIsOnThePhone() {
        Answer answer = line.send(notification("482913"));
        assertEquals(
                "PENDING_ENROUTE", answer.body().at("/messages/0/status/name").asText());
        JsonNode report = delivered(answer, receiver);
        assertEquals("LINE_BANK", report.path("sender").asText());

        JsonNode shown = client.get("/_sandbox/messages?channel=line").body().path(0);
        assertEquals("Your code is 482913.", shown.path("text").asText());
        assertEquals("Code", shown.at("/card/altText").asText());
        assertEquals("BUBBLE", shown.at("/card/contents/type").asText());
        assertEquals("PHONE_NUMBER", shown.at("/buttons/0/type").asText());
        assertEquals("t1:Y", shown.at("/buttons/1/payload").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'TEXT','text':'x'} | type,altText,contents
            {'type':'LINE_NOTIFICATION','altText':'x'} | contents
            {'type':'LINE_NOTIFICATION','altText':'x','contents':{}} | contents.type
            {'type':'LINE_NOTIFICATION','altText':'x','contents':{'type':'BUBBLE','size':'BIG'}} | contents.size
            {'type':'LINE_NOTIFICATION','altText':'x','contents':{'type':'BUBBLE','body':{}}} | contents.body.layout
            {'type':'LINE_NOTIFICATION','altText':'x','contents':{'type':'BUBBLE','body':{'type':'TEXT','layout':'VERTICAL'}}} | contents.body.type
            """)
    void badContentIsRefused(String content, String properties) {
        List<String> wanted = List.of(properties.split(",")).stream()
                .map(property -> "messages[0].content." + property)
                .toList();
        assertEquals(wanted, refused(line.send(content)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'text':'x'} | type
            {'type':'VIDEO'} | type
            {'type':'TEXT','text':'x','weight':'HEAVY'} | weight
            {'type':'TEXT','text':'x','flex':21} | flex
            {'type':'TEXT','contents':[{'type':'TEXT','text':'x'}]} | contents[0].type
            {'type':'TEXT','contents':[{'type':'SPAN'}]} | contents[0].text
            {'type':'ICON'} | url
            {'type':'BUTTON'} | action
            {'type':'BUTTON','action':{'type':'CALL'}} | action.type
            {'type':'BUTTON','action':{'type':'URI','label':'123456789012345678901','uri':'x'}} | action.label
            {'type':'BUTTON','action':{'type':'URI','label':'x'}} | action.uri
            {'type':'BUTTON','action':{'type':'POSTBACK','label':'x'}} | action.data
            {'type':'BOX','layout':'DIAGONAL'} | layout
            """)
    void badComponentsAreRefused(String component, String property) {
        assertEquals(
                List.of("messages[0].content.contents.body.contents[0]." + property),
                refused(line.send(BOX.formatted(component))));
    }

    @Test
    void nobodyCanAnswer() {
        delivered(line.send(notification("482913")), receiver);
        Answer answer =
                client.post("/_sandbox/reply", json("{'channel':'line','from':'66855538125','buttonPayload':'t1:Y'}"));
        assertEquals(400, answer.status());
        assertTrue(answer.body().path("error").asText().contains("inbound"));
    }

    @Test
    void seeingIsNotReported() {
        delivered(line.send(notification("482913")), receiver);
        Answer seen = client.post("/_sandbox/seen", json("{'messageId':'auth-1'}"));
        assertEquals("SEEN", seen.body().path("status").asText());
        receiver.assertNothingMore();
    }

    @Test
    void onlyDeclaredLayoutsPassOnceThereAreAny() {
        assertEquals(200, declare(BUBBLE.formatted("{{code}}")).status());
        assertEquals("NO_ERROR", fate(line.send(notification("482913")), receiver));
        assertEquals("EC_INVALID_TEMPLATE", fate(line.send(notification("")), receiver));
        assertEquals(
                "EC_INVALID_TEMPLATE",
                fate(line.send(notification("1").replace("tel:+441123456789", "tel:+1")), receiver));
        assertEquals(
                "EC_INVALID_TEMPLATE",
                fate(line.send(notification("1").replace("'wrap':true", "'wrap':false")), receiver));

        String id = client.get("/_sandbox/templates").body().at("/0/id").asText();
        client.post("/_sandbox/templates/" + id + "/status", json("{'status':'REJECTED'}"));
        assertEquals("EC_INVALID_TEMPLATE", fate(line.send(notification("482913")), receiver));
    }

    @Test
    void aWrongDeclarationGetsASentence() {
        Answer answer = declare("{'type':'BUBBLE','body':{}}");
        assertEquals(400, answer.status());
        assertTrue(answer.body().path("error").asText().startsWith("templates[0].contents.body.layout"));
    }

    private static String notification(String code) {
        return "{'type':'LINE_NOTIFICATION','altText':'Code','contents':" + BUBBLE.formatted(code) + "}";
    }

    private Answer declare(String contents) {
        String body = "{'templates':[{'sender':'LINE_BANK','name':'code','contents':" + contents + "}]}";
        return client.call("PUT", "/_sandbox/line-templates", json(body), null);
    }
}
