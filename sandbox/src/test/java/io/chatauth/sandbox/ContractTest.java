package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.SEND;
import static io.chatauth.sandbox.SandboxClient.TEMPLATES;
import static io.chatauth.sandbox.SandboxClient.batch;
import static io.chatauth.sandbox.SandboxClient.json;
import static io.chatauth.sandbox.SandboxClient.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatauth.sandbox.SandboxClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What breaks the OpenAPI documents that a sandbox is given fails whoever caused it. The document here is a small one. */
class ContractTest {
    private static final String DOCUMENT = json("""
            {'openapi':'3.1.0','paths':{
              '/whatsapp/1/message/template':{'post':{
                'requestBody':{'content':{'application/json':{'schema':{'type':'object','required':['messages'],'properties':{
                  'messages':{'type':'array','items':{'type':'object','required':['from'],'properties':{
                    'from':{'type':'string'},'to':{'type':'string'},'content':{'type':'object'}}}}}}}}},
                'responses':{'200':{'content':{'application/json':{'schema':{'type':'object'}}}}}}},
              '/whatsapp/2/senders/{sender}/templates':{'get':{
                'parameters':[{'name':'sender','in':'path','required':true,'schema':{'type':'string'}}],
                'responses':{'200':{'content':{'application/json':{'schema':{'type':'object','required':['items']}}}}}}}},
             'webhooks':{'receive-inbound-whatsapp-messages':{'post':{'requestBody':{'content':{'application/json':{
               'schema':{'type':'object','required':['nothing']}}}}}}}}
            """);

    @TempDir
    Path directory;

    private Sandbox sandbox;
    private SandboxClient client;

    @AfterEach
    void stop() {
        if (sandbox != null) {
            try {
                sandbox.close();
            } catch (IllegalStateException e) {
                assertTrue(e.getMessage().contains("broke Infobip's spec"), e::getMessage);
            }
        }
    }

    @Test
    void aRequestThatTheSandboxWouldAcceptIsAnsweredWithWhatIsWrong() throws IOException {
        start();
        ObjectNode message = message("card", "en");
        message.put("messageId", "m-1");

        Answer answer = client.post(SEND, batch(message));

        assertEquals(500, answer.status());
        assertTrue(
                answer.body().toString().contains("messages[0].messageId is not in the spec"),
                () -> answer.body().toString());
        assertTrue(client.get("/_sandbox/messages")
                .body()
                .path(0)
                .path("status")
                .asText()
                .equals("PENDING"));
        assertBroken("POST /whatsapp/1/message/template: messages[0].messageId is not in the spec");
    }

    @Test
    void aFaultHidesNothing() throws IOException {
        start();
        client.post("/_sandbox/faults", json("{'path':'/','status':429}"));

        assertEquals(500, client.post(SEND, "{}").status());
        assertBroken("messages is required");
    }

    @Test
    void whatTheSandboxRefusesItselfMayBeWrong() throws IOException {
        start();
        assertEquals(400, client.post(SEND, "{}").status());
        assertEquals(404, client.post("/whatsapp/9", "{}").status());
        assertEquals(200, client.post(SEND, batch(message("card", "en"))).status());
        sandbox.close();
    }

    @Test
    void anAnswerThatBreaksTheSpecIsTheSandboxsOwnMistake() throws IOException {
        start();
        assertEquals(500, client.get(TEMPLATES).status());
        assertBroken("answer 200: items is required");
    }

    @Test
    void aWebhookIsHeldAgainstItToo() throws IOException {
        start();
        client.call("PUT", "/_sandbox/webhook", json("{'url':'http://127.0.0.1:9/'}"), null);
        client.post("/_sandbox/reply", json("{'channel':'WHATSAPP','from':'1','to':'2','text':'Hi'}"));
        assertBroken("webhook WHATSAPP INBOUND_MESSAGE: nothing is required");
    }

    @Test
    void aDirectoryWithoutDocumentsIsAnError() {
        assertThrows(
                IllegalStateException.class,
                () -> Sandbox.builder().openApi(directory).build().start());
    }

    private void start() throws IOException {
        Files.writeString(directory.resolve("small.json"), DOCUMENT);
        sandbox = Sandbox.builder().openApi(directory).build().start();
        client = new SandboxClient(sandbox.baseUri());
    }

    private void assertBroken(String part) {
        IllegalStateException broken = assertThrows(IllegalStateException.class, sandbox::close);
        assertTrue(broken.getMessage().contains(part), broken::getMessage);
    }
}
