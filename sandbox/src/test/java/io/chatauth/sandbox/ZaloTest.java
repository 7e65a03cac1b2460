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
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zalo's messages and webhooks. */
class ZaloTest extends SandboxTestBase {
    static final String OA = "1234567890123456789";
    static final String TEMPLATES = "/zalo/2/sender/" + OA + "/templates";
    static final String CARD = json("""
            {'templateName':'Card activation','note':'To activate a card','trackingId':'t-1',
             'params':[{'type':'CUSTOMER_NAME','name':'name','sampleValue':'Ana'}],
             'templateContent':{'type':'CUSTOM','tag':'TRANSACTION','title':{'value':'Activate your card'},
               'paragraphs':[{'value':'Hello <name>, call us to activate it.'}],
               'table':{'rows':[{'title':'Card','value':'Gold'},{'title':'Holder','value':'<name>'}]},
               'buttons':{'items':[{'type':'MAKE_PHONE_CALL','title':'Contact us','content':'+441123456789'}]}}}
            """);
    private static final String UID = "7654321098765432109";

    private EnvelopeClient zalo;

    @BeforeEach
    void webhook() {
        zalo = new EnvelopeClient(client, "/zalo/2/messages", OA, "84912345678");
        client.call("PUT", "/_sandbox/webhook", json("{'url':'" + receiver.url("/account") + "'}"), null);
    }

    @Test
    void aTemplateIsOnThePhoneAndReportedFlat() {
        ObjectNode request = zalo.request(content(approved(), "{'name':'Ana'}"));
        message(request).set("options", tree(json("{'platform':{'entityId':'e','applicationId':'a'}}")));
        Answer answer = zalo.post(request);
        assertEquals(
                "PENDING_ENROUTE", answer.body().at("/messages/0/status/name").asText());

        JsonNode report = delivered(answer, receiver);
        assertEquals("ZALO_NOTIFICATION_SERVICE", report.path("channel").asText());
        assertEquals("e", report.path("entityId").asText());
        assertEquals("a", report.path("applicationId").asText());
        assertFalse(report.has("platform"));
        assertFalse(report.has("sender"));

        JsonNode shown = client.get("/_sandbox/messages?channel=zalo").body().path(0);
        assertEquals("Activate your card", shown.at("/header/text").asText());
        assertEquals(
                "Hello Ana, call us to activate it.",
                shown.at("/card/paragraphs/0").asText());
        assertEquals("Ana", shown.at("/card/table/1/value").asText());
        assertEquals("+441123456789", shown.at("/buttons/0/phoneNumber").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'TEMPLATE'} | templateName
            {'type':'TEMPLATE','templateName':'322301'} | templateName
            {'type':'TEMPLATE','templateName':3000000000} | templateName
            {'type':'TEMPLATE','templateName':1,'templateData':[]} | templateData
            {'type':'TEXT'} | text
            {'type':'STICKER','id':'x'} | type
            """)
    void badContentIsRefused(String content, String property) {
        assertEquals(List.of("messages[0].content." + property), refused(zalo.send(content)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'encrypted':true} | encrypted
            {'sendingMode':'FAST'} | sendingMode
            {'smsFailover':{'text':'x','destinationMatching':[{'initial':'x'}]}} | smsFailover.destinationMatching[0].failover
            """)
    void badOptionsAreRefused(String options, String property) {
        assertEquals(
                List.of("messages[0].options." + property), refused(zalo.send("{'type':'TEXT','text':'x'}", options)));
    }

    @Test
    void aTemplateMustBeKnownApprovedAndFilled() {
        String id = create();
        assertEquals("EC_INVALID_TEMPLATE", fate(zalo.send(content(id, "{'name':'Ana'}")), receiver));
        decide(id, "ENABLE");
        assertEquals("NO_ERROR", fate(zalo.send(content(id, "{'name':'Ana'}")), receiver));
        assertEquals("EC_INVALID_TEMPLATE", fate(zalo.send(content("1", "{'name':'Ana'}")), receiver));
        for (String data :
                List.of("{}", "{'name':''}", "{'name':'Ana','age':5}", "{'name':'" + "x".repeat(31) + "'}")) {
            assertEquals("EC_INVALID_TEMPLATE_ARGS", fate(zalo.send(content(id, data)), receiver), data);
        }
    }

    @Test
    void aTextNeedsAConversation() {
        zalo = new EnvelopeClient(client, "/zalo/2/messages", OA, UID);
        String text = "{'type':'TEXT','text':'Pay? Reply Y.'}";
        assertEquals("EC_NO_SESSION", fate(zalo.send(text), receiver));
        reply("{'channel':'zalo','from':'" + UID + "','to':'" + OA + "','text':'Hello'}");
        receiver.next();
        assertEquals("NO_ERROR", fate(zalo.send(text), receiver));

        reply("{'channel':'zalo','from':'" + UID + "','text':'Y'}");

        JsonNode inbound = receiver.next().result();
        assertEquals(UID, inbound.path("sender").asText());
        assertEquals(OA, inbound.path("to").asText());
        assertEquals(
                "ZALO_NOTIFICATION_SERVICE", inbound.path("integrationType").asText());
        assertEquals("auth-1", inbound.path("pairedMessageId").asText());
        assertEquals("TEXT", inbound.at("/message/type").asText());
        assertEquals("Y", inbound.at("/message/text").asText());
    }

    @Test
    void whoWasReachedByPhoneWritesAsAUser() {
        delivered(zalo.send(content(approved(), "{'name':'Ana'}")), receiver);
        reply("{'channel':'zalo','from':'84912345678','text':'Hi'}");
        String uid = receiver.next().result().path("sender").asText();
        assertEquals(19, uid.length());
        reply("{'channel':'zalo','from':'84912345678','text':'Hi'}");
        assertEquals(uid, receiver.next().result().path("sender").asText());

        zalo = new EnvelopeClient(client, "/zalo/2/messages", OA, uid);
        assertEquals("NO_ERROR", fate(zalo.send("{'type':'TEXT','text':'Hello'}"), receiver));
    }

    @Test
    void eventsComeInAsTheSpecHasThem() {
        event("{'type':'FOLLOW','source':'qr'}");
        assertEquals(
                tree(json("{'type':'FOLLOW','source':'qr'}")),
                receiver.next().result().path("message"));
        event("{'type':'USER_SUBMIT_INFO','name':'Ana','phone':'84912345678'}");
        assertEquals(
                "84912345678", receiver.next().result().at("/message/phone").asText());
        event("{'type':'RESPONSE_BUTTON','eventName':'e','buttonType':'b','buttonText':'Yes','trackingId':'t'}");
        JsonNode pressed = receiver.next().result().path("message");
        assertEquals("Yes", pressed.path("buttonText").asText());
        assertTrue(pressed.path("submitTime").asText().endsWith("+0000"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'channel':'zalo','from':'1','to':'2','event':{'type':'DANCE'}}
            {'channel':'zalo','from':'1','to':'2','event':{'type':'FOLLOW'}}
            {'channel':'zalo','from':'1','to':'2','event':{'type':'FOLLOW','source':'x','other':'y'}}
            {'channel':'zalo','from':'1','to':'2','event':{'type':'RESPONSE_BUTTON','buttonText':'x'}}
            {'channel':'zalo','from':'1','to':'2','event':'FOLLOW'}
            {'channel':'zalo','from':'1','to':'2','text':'x','event':{'type':'FOLLOW','source':'x'}}
            {'channel':'viber','from':'1','to':'2','event':{'type':'FOLLOW','source':'x'}}
            """)
    void badEventsGetAPlainSentence(String body) {
        Answer answer = client.post("/_sandbox/reply", json(body));
        assertEquals(400, answer.status());
        assertTrue(answer.body().path("error").asText().contains(" "));
    }

    @Test
    void theQuotaCountsDown() {
        String id = approved();
        JsonNode before = client.get("/zalo/1/sender/" + OA + "/quota").body();
        delivered(zalo.send(content(id, "{'name':'Ana'}")), receiver);
        JsonNode after = client.get("/zalo/1/sender/" + OA + "/quota").body();
        assertEquals(
                before.path("remainingDailyQuota").asInt() - 1,
                after.path("remainingDailyQuota").asInt());
        assertTrue(after.has("dailyQuota"));
        assertTrue(after.has("monthlyPromotionQuota"));
    }

    @Test
    void anUnknownSenderHasZalosErrorCode() {
        try (Sandbox strict = Sandbox.builder().senders(Set.of("42")).build().start()) {
            Answer answer = new SandboxClient(strict.baseUri()).get("/zalo/1/sender/" + OA + "/quota");
            assertEquals(404, answer.status());
            assertEquals("ZALO-RSA404", answer.body().path("errorCode").asText());
        }
        assertEquals(List.of("sender"), refused(client.get("/zalo/1/sender/bank/quota")));
    }

    private static String content(String id, String data) {
        return "{'type':'TEMPLATE','templateName':" + id + ",'templateData':" + data + "}";
    }

    private String create() {
        Answer created = client.post(TEMPLATES, CARD);
        assertEquals(200, created.status(), () -> created.body().toString());
        return created.body().path("templateId").asText();
    }

    private String approved() {
        String id = create();
        decide(id, "ENABLE");
        return id;
    }

    private void decide(String id, String status) {
        assertEquals(
                200,
                client.post("/_sandbox/templates/" + id + "/status", json("{'status':'" + status + "'}"))
                        .status());
    }

    private void event(String event) {
        reply("{'channel':'zalo','from':'" + UID + "','to':'" + OA + "','event':" + event + "}");
    }

    private void reply(String body) {
        Answer answer = client.post("/_sandbox/reply", json(body));
        assertEquals(200, answer.status(), () -> answer.body().toString());
    }
}
