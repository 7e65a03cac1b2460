package io.chatauth.sandbox;

import static io.chatauth.sandbox.EnvelopeClient.delivered;
import static io.chatauth.sandbox.EnvelopeClient.fate;
import static io.chatauth.sandbox.EnvelopeClient.message;
import static io.chatauth.sandbox.EnvelopeClient.refused;
import static io.chatauth.sandbox.SandboxClient.json;
import static io.chatauth.sandbox.SandboxClient.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.SandboxClient.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Viber's messages, templates and webhooks. */
class ViberTest extends SandboxTestBase {
    private static final String PERSON = "447700900123";
    private static final String TEMPLATES = "/viber/1/senders/MyBank/templates";
    private static final String CARD =
            "{'type':'TEXT','text':'Call us.','button':{'title':'Contact us','action':'tel:+441123456789'}}";
    private static final String CONFIRM = "{'type':'LIST','text':'Pay?','options':['Y','N']}";
    private static final String OTP = json("""
            {'category':'OTP','body':[{'language':'en','template':'Your code is {{pin}}. Keep it secret.'}],
             'params':[{'type':'TEXT','name':'pin','example':'123456'}]}
            """);

    private EnvelopeClient viber;

    @BeforeEach
    void webhook() {
        viber = new EnvelopeClient(client, "/viber/2/messages", "MyBank", PERSON);
        client.call("PUT", "/_sandbox/webhook", json("{'url':'" + receiver.url("/account") + "'}"), null);
    }

    @Test
    void aTextWithAButtonIsOnThePhone() {
        Answer answer = viber.send(CARD, "{'label':'TRANSACTIONAL'}");
        assertEquals(
                "PENDING_ACCEPTED", answer.body().at("/messages/0/status/name").asText());
        delivered(answer, receiver);

        JsonNode shown = client.get("/_sandbox/messages?channel=viber").body().path(0);
        assertEquals("Call us.", shown.path("text").asText());
        assertEquals("PHONE_NUMBER", shown.at("/buttons/0/type").asText());
        assertEquals("+441123456789", shown.at("/buttons/0/phoneNumber").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'TEXT'}                                                    | text
            {'type':'TEXT','text':'x','button':{'action':'https://a.b'}}       | button.title
            {'type':'TEXT','text':'x','button':{'title':'Go'}}                 | button.action
            {'type':'TEXT','text':'x','button':{'title':'1234567890123456789012345678901','action':'x'}} | button.title
            {'type':'LIST','text':'x'}                                         | options
            {'type':'LIST','text':'x','options':['Y']}                         | options
            {'type':'LIST','text':'x','options':['1','2','3','4','5','6']}     | options
            {'type':'LIST','text':'x','options':['Y','123456789012345678901234567890123456789012345678901']} | options[1]
            {'type':'LIST','options':['Y','N']}                                | text
            {'type':'TEMPLATE','language':'en'}                                | templateId
            {'type':'TEMPLATE','templateId':'x','parameters':{'pin':5}}        | parameters.pin
            {'type':'IMAGE','mediaUrl':'https://a.b/c.png'}                    | type
            {'type':'POEM'}                                                    | type
            """)
    void badContentIsRefused(String content, String property) {
        assertEquals(List.of("messages[0].content." + property), refused(viber.send(content)));
    }

    @Test
    void longTextsAreRefused() {
        ObjectNode request = viber.request("{'type':'TEXT','text':'" + "x".repeat(1001) + "'}");
        assertEquals(List.of("messages[0].content.text"), refused(viber.post(request)));
        request = viber.request("{'type':'LIST','text':'" + "x".repeat(86) + "','options':['Y','N']}");
        assertEquals(List.of("messages[0].content.text"), refused(viber.post(request)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'TEXT','text':'x'}       | {'label':'SPAM'}                                      | label
            {'type':'TEXT','text':'x'}       | {'trackingData':''}                                   | trackingData
            {'type':'TEXT','text':'x'}       | {'trackingData':'t','activationCheck':true}           | trackingData
            {'type':'TEXT','text':'x'}       | {'trackingData':'t','toPrimaryDeviceOnly':true}       | trackingData
            {'type':'TEMPLATE','templateId':'x'} | {'trackingData':'t'}                              | trackingData
            {'type':'LIST','text':'x','options':['Y','N']} | {'activationCheck':true}                | activationCheck
            {'type':'TEXT','text':'x','button':{'title':'t','action':'a'}} | {'activationCheck':true} | activationCheck
            """)
    void badOptionsAreRefused(String content, String options, String property) {
        assertEquals(List.of("messages[0].options." + property), refused(viber.send(content, options)));
    }

    @Test
    void aSeenReportGoesToItsOwnUrl() {
        ObjectNode request = viber.request(CARD);
        message(request).set("webhooks", tree(json("{'seen':{'url':'" + receiver.url("/seen") + "'}}")));
        message(request).set("options", tree(json("{'platform':{'entityId':'e'},'campaignReferenceId':'c'}")));
        delivered(viber.post(request), receiver);

        assertEquals(
                200,
                client.post("/_sandbox/seen", json("{'messageId':'auth-1'}")).status());

        WebhookReceiver.Post post = receiver.next();
        assertEquals("/seen", post.path());
        JsonNode report = post.result();
        assertEquals("auth-1", report.path("messageId").asText());
        assertEquals(PERSON, report.path("from").asText());
        assertEquals("MyBank", report.path("to").asText());
        assertTrue(report.path("seenAt").asText().endsWith("+0000"));
        assertEquals("e", report.path("entityId").asText());
        assertEquals("c", report.path("campaignReferenceId").asText());
    }

    @Test
    void aTextComesInWithTheTrackingDataOfTheAnsweredMessage() {
        delivered(viber.send("{'type':'TEXT','text':'Pay?'}", "{'trackingData':'t1'}"), receiver);
        reply("{'channel':'viber','from':'%s','text':'Y'}");

        assertEquals("SEEN", receiver.next().kind());
        JsonNode inbound = receiver.next().result();
        assertEquals(PERSON, inbound.path("sender").asText());
        assertFalse(inbound.has("from"));
        assertEquals("MyBank", inbound.path("to").asText());
        assertEquals("VIBER", inbound.path("integrationType").asText());
        assertEquals("auth-1", inbound.path("pairedMessageId").asText());
        assertEquals("TEXT", inbound.at("/message/type").asText());
        assertEquals("Y", inbound.at("/message/text").asText());
        assertEquals("t1", inbound.at("/message/trackingData").asText());
        assertTrue(inbound.has("price"));
    }

    @Test
    void aChosenOptionComesInAsItsText() {
        delivered(viber.send(CONFIRM), receiver);
        reply("{'channel':'viber','from':'%s','buttonPayload':'N'}");
        receiver.next();
        JsonNode message = receiver.next().result().path("message");
        assertEquals("N", message.path("text").asText());
        assertFalse(message.path("trackingData").asText().isEmpty());
        assertFalse(message.has("payload"));
    }

    @Test
    void aTemplateIsCreatedReadListedAndDeleted() {
        Answer created = client.post(TEMPLATES, OTP);
        assertEquals(201, created.status());
        String id = created.body().path("templateId").asText();
        assertEquals("PENDING", created.body().path("status").asText());
        assertTrue(created.body().path("createdAt").isIntegralNumber());
        assertEquals("pin", created.body().at("/params/0/name").asText());
        client.post(TEMPLATES, OTP);

        assertEquals(
                id, client.get(TEMPLATES + "/" + id).body().path("templateId").asText());
        JsonNode page =
                client.get(TEMPLATES + "?page=1&size=1&orderBy=createdAt,DESC").body();
        assertEquals(id, page.at("/templates/0/templateId").asText());
        assertEquals(2, page.at("/paging/totalPages").asInt());
        assertEquals(2, page.at("/paging/totalResults").asInt());
        assertFalse(page.at("/templates/0").has("createdAt"));

        assertEquals(
                204,
                client.call("DELETE", TEMPLATES + "/" + id, null, "App key").status());
        assertEquals(404, client.get(TEMPLATES + "/" + id).status());
        assertEquals(List.of("size"), refused(client.get(TEMPLATES + "?size=101")));
        assertEquals(List.of("orderBy"), refused(client.get(TEMPLATES + "?orderBy=mood,ASC")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'category':'NEWS','body':[]} | category
            {'category':'OTP'} | body,params
            {'category':'OTP','body':[]} | params
            {'category':'TRANSACTIONAL','body':[]} | body
            {'category':'TRANSACTIONAL','body':[{'language':'en','template':'a'},{'language':'de','template':'a'}]} | body
            {'category':'TRANSACTIONAL','body':[{'language':'tlh','template':'Hi'}]} | body[0].language
            {'category':'TRANSACTIONAL','body':[{'language':'en','template':'Hi {{a}}'}],'params':[{'type':'TEXT','name':'a','example':'b'}]} | body[0].template
            {'category':'TRANSACTIONAL','body':[{'language':'en','template':'Hi {{a}} there'}]} | params
            {'category':'TRANSACTIONAL','body':[{'language':'en','template':'Hi {{a}} there'}],'params':[{'type':'TEXT','name':'a'}]} | params[0].example
            """)
    void badTemplatesAreRefused(String body, String properties) {
        Answer answer = client.post(TEMPLATES, json(body));
        assertEquals(List.of(properties.split(",")).get(0), refused(answer).get(0));
    }

    @Test
    void aTemplateMustBeApprovedKnownAndFilled() {
        String id = client.post(TEMPLATES, OTP).body().path("templateId").asText();
        String good = "{'type':'TEMPLATE','templateId':'" + id + "','language':'en','parameters':{'pin':'482913'}}";
        assertEquals("EC_INVALID_TEMPLATE", fate(viber.send(good), receiver));
        assertEquals(400, decide(id, "REJECTED").status());
        assertEquals(200, decide(id, "APPROVED").status());
        assertEquals("NO_ERROR", fate(viber.send(good), receiver));
        assertEquals("NO_ERROR", fate(viber.send(good.replace("'language':'en',", "")), receiver));
        assertEquals("EC_INVALID_TEMPLATE", fate(viber.send(good.replace("'en'", "'de'")), receiver));
        assertEquals("EC_INVALID_TEMPLATE", fate(viber.send(good.replace(id, "other")), receiver));
        assertEquals("EC_INVALID_TEMPLATE_ARGS", fate(viber.send(good.replace("pin", "code")), receiver));
        JsonNode messages = client.get("/_sandbox/messages").body();
        assertEquals(
                "Your code is 482913. Keep it secret.", messages.at("/1/text").asText());
        assertEquals(200, decide(id, "DECLINED").status());
        assertEquals("EC_INVALID_TEMPLATE", fate(viber.send(good), receiver));
    }

    @Test
    void theControlApiListsTheTemplate() {
        client.post(TEMPLATES, OTP);
        JsonNode view = client.get("/_sandbox/templates").body().path(0);
        assertEquals("VIBER", view.path("channel").asText());
        assertEquals("MyBank", view.path("sender").asText());
        assertEquals("PENDING", view.path("status").asText());
        assertEquals("Your code is {{pin}}. Keep it secret.", view.path("text").asText());
    }

    private Answer decide(String id, String status) {
        return client.post("/_sandbox/templates/" + id + "/status", json("{'status':'" + status + "'}"));
    }

    private void reply(String body) {
        assertEquals(
                200,
                client.post("/_sandbox/reply", json(body.replace("%s", PERSON))).status());
    }
}
