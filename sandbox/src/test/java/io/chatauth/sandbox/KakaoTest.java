package io.chatauth.sandbox;

import static io.chatauth.sandbox.EnvelopeClient.delivered;
import static io.chatauth.sandbox.EnvelopeClient.fate;
import static io.chatauth.sandbox.EnvelopeClient.refused;
import static io.chatauth.sandbox.SandboxClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.SandboxClient.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AlimTalk's messages and the templates that are declared for them. */
class KakaoTest extends SandboxTestBase {
    private static final String LINK = "{'type':'TEMPLATE','templateCode':'link','text':'[MyBank] Hello 민수, sign in.',"
            + "'title':'Sign in','buttons':["
            + "{'type':'URL','name':'Sign in','urlMobile':'https://a.b/l/k9Z','target':'out'}]}";
    private static final String DECLARED = "{'templates':[{'sender':'@mybank','templateCode':'link',"
            + "'text':'[MyBank] Hello #{이름}, sign in.','title':'Sign in',"
            + "'buttons':[{'type':'URL','name':'Sign in','urlMobile':'https://a.b/l/#{token}'}]}]}";

    private EnvelopeClient kakao;

    @BeforeEach
    void webhook() {
        kakao = new EnvelopeClient(client, "/kakao-alim/1/messages", "@mybank", "821012345678");
        client.call("PUT", "/_sandbox/webhook", json("{'url':'" + receiver.url("/account") + "'}"), null);
    }

    @Test
    void aRenderedTemplateIsOnThePhone() {
        ObjectNode request = kakao.request(LINK);
        request.withObject("/options").put("priority", "HIGH");
        Answer answer = kakao.post(request);
        assertEquals(
                "PENDING_ENROUTE", answer.body().at("/messages/0/status/name").asText());
        assertEquals("@mybank", delivered(answer, receiver).path("sender").asText());

        JsonNode shown = client.get("/_sandbox/messages?channel=KAKAO").body().path(0);
        assertEquals("Sign in", shown.at("/header/text").asText());
        assertEquals("https://a.b/l/k9Z", shown.at("/buttons/0/url").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'TEXT','templateCode':'a','text':'b'} | type
            {'type':'TEMPLATE','text':'b'} | templateCode
            {'type':'TEMPLATE','templateCode':'1234567890123456789012345678901','text':'b'} | templateCode
            {'type':'TEMPLATE','templateCode':'a'} | text
            {'type':'TEMPLATE','templateCode':'a','text':'b','title':'123456789012345678901234567890123456789012345678901'} | title
            {'type':'TEMPLATE','templateCode':'a','text':'b','buttons':[{'type':'CALL','name':'x'}]} | buttons[0].type
            {'type':'TEMPLATE','templateCode':'a','text':'b','buttons':[{'type':'URL','name':'x'}]} | buttons[0].urlMobile
            {'type':'TEMPLATE','templateCode':'a','text':'b','buttons':[{'type':'URL','urlMobile':'x'}]} | buttons[0].name
            {'type':'TEMPLATE','templateCode':'a','text':'b','buttons':[{'type':'URL','name':'x','urlMobile':'x','target':'_blank'}]} | buttons[0].target
            {'type':'TEMPLATE','templateCode':'a','text':'b','buttons':[{'type':'APP_LINK','name':'x','urlMobile':'x'}]} | buttons[0].schemeAndroid
            {'type':'TEMPLATE','templateCode':'a','text':'b','buttons':[{'type':'ADD_CHANNEL','name':'12345678901234567890123456789'}]} | buttons[0].name
            """)
    void badContentIsRefused(String content, String property) {
        assertEquals(List.of("messages[0].content." + property), refused(kakao.send(content)));
    }

    @Test
    void manyButtonsLongTextsAndUnknownPrioritiesAreRefused() {
        String six = "{'type':'ADD_CHANNEL','name':'x'},".repeat(6);
        String content = "{'type':'TEMPLATE','templateCode':'a','text':'" + "x".repeat(1001) + "','buttons':["
                + six.substring(0, six.length() - 1) + "]}";
        assertEquals(List.of("messages[0].content.text", "messages[0].content.buttons"), refused(kakao.send(content)));
        ObjectNode request = kakao.request(LINK);
        request.withObject("/options").put("priority", "URGENT");
        assertEquals(List.of("options.priority"), refused(kakao.post(request)));
    }

    @Test
    void aCallLinkIsACallButton() {
        delivered(
                kakao.send(
                        "{'type':'TEMPLATE','templateCode':'a','text':'b','buttons':[{'type':'APP_LINK','name':'Call',"
                                + "'schemeAndroid':'tel:+821','schemeIos':'tel:+821'},{'type':'BOT_KEYWORD','name':'Y'}]}"),
                receiver);
        JsonNode buttons = client.get("/_sandbox/messages").body().at("/0/buttons");
        assertEquals("+821", buttons.at("/0/phoneNumber").asText());
        assertEquals("BOT_KEYWORD", buttons.at("/1/action").asText());
    }

    @Test
    void whatDiffersFromTheApprovedTemplateFailsByReport() {
        assertEquals(200, declare(DECLARED).status());
        assertEquals("NO_ERROR", fate(kakao.send(LINK), receiver));
        for (String[] change : new String[][] {
            {"Hello 민수", "Hi 민수"},
            {"'title':'Sign in',", ""},
            {"민수", ""},
            {"'name':'Sign in'", "'name':'Log in'"},
            {"https://a.b/l/k9Z", "https://evil.example"},
            {",'buttons':[{'type':'URL','name':'Sign in','urlMobile':'https://a.b/l/k9Z','target':'out'}]", ""}
        }) {
            assertEquals(
                    "EC_INVALID_TEMPLATE_ARGS",
                    fate(kakao.send(LINK.replace(change[0], change[1])), receiver),
                    change[0]);
        }
        assertEquals("EC_INVALID_TEMPLATE", fate(kakao.send(LINK.replace("'link'", "'other'")), receiver));
    }

    @Test
    void aDeclarationReplacesTheOneBefore() {
        declare(DECLARED);
        declare("{'templates':[]}");
        assertEquals(0, client.get("/_sandbox/templates").body().size());
        assertEquals("NO_ERROR", fate(kakao.send(LINK.replace("Hello", "Hi")), receiver));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {} | templates
            {'templates':[],'mode':'x'} | mode
            {'templates':[{'templateCode':'a','text':'b'}]} | templates[0].sender
            {'templates':[{'sender':'s','templateCode':'a'}]} | templates[0].text
            {'templates':[{'sender':'s','templateCode':'a','text':'b'},{'sender':'s','templateCode':'a','text':'b'}]} | templates[1].templateCode
            """)
    void aWrongDeclarationGetsASentence(String body, String property) {
        Answer answer = declare(body);
        assertEquals(400, answer.status());
        assertTrue(answer.body().path("error").asText().startsWith(property + " "), answer.body()::toString);
    }

    @Test
    void nobodyCanAnswer() {
        delivered(kakao.send(LINK), receiver);
        assertEquals(
                400,
                client.post("/_sandbox/reply", json("{'channel':'kakao','from':'821012345678','text':'Y'}"))
                        .status());
    }

    private Answer declare(String body) {
        return client.call("PUT", "/_sandbox/kakao-templates", json(body), null);
    }
}
