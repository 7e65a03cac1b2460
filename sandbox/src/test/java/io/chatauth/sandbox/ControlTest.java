package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.PERSON;
import static io.chatauth.sandbox.SandboxClient.SEND;
import static io.chatauth.sandbox.SandboxClient.TEMPLATES;
import static io.chatauth.sandbox.SandboxClient.batch;
import static io.chatauth.sandbox.SandboxClient.json;
import static io.chatauth.sandbox.SandboxClient.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatauth.sandbox.SandboxClient.Answer;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What drives the sandbox: its record, its webhook, its faults, its reset. */
class ControlTest extends SandboxTestBase {
    private static final String VIBER_TEMPLATES = "/viber/1/senders/MyBank/templates";

    @Test
    void itSaysThatItIsUp() {
        assertEquals("UP", client.get("/_sandbox/health").body().path("status").asText());
    }

    @Test
    void aLinkBecomesAQrCodeThatAPageCanShow() {
        String svg = client.get("/_sandbox/qr?text=https%3A%2F%2Fwa.me%2F44")
                .body()
                .path("svg")
                .asText();

        // 17 bytes at level M need version 2, which has 25 modules, and 4 light ones on each side (ISO/IEC 18004).
        assertTrue(svg.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 33 33\">"), svg);
        // The finder pattern's upper edge: seven dark modules.
        assertTrue(
                svg.contains("M4,4h1v1h-1zM5,4h1v1h-1zM6,4h1v1h-1zM7,4h1v1h-1zM8,4h1v1h-1zM9,4h1v1h-1zM10,4h1v1h-1z"));
        assertEquals(400, client.get("/_sandbox/qr").status());
        assertEquals(400, client.get("/_sandbox/qr?text=" + "x".repeat(3000)).status());
    }

    @Test
    void requestsAreRecordedOldestFirstWithoutCredentials() {
        client.call("GET", VIBER_TEMPLATES + "?size=7", null, "App very-secret", "X-Mine", "yes");
        client.call("POST", SEND, "no json", "Basic c2VjcmV0OnNlY3JldA==");
        client.get("/_sandbox/messages");

        JsonNode requests = client.get("/_sandbox/requests").body();
        assertEquals(2, requests.size());
        JsonNode first = requests.get(0);
        assertEquals("GET", first.path("method").asText());
        assertEquals(VIBER_TEMPLATES, first.path("path").asText());
        assertEquals("size=7", first.path("query").asText());
        assertEquals(200, first.path("status").asInt());
        assertEquals("yes", first.at("/headers/X-Mine").asText());
        assertEquals("App", first.at("/headers/Authorization").asText());
        assertTrue(first.path("at").asText().endsWith("+0000"));
        assertEquals("Basic", requests.get(1).at("/headers/Authorization").asText());
        assertEquals("no json", requests.get(1).path("body").asText());
        assertEquals(400, requests.get(1).path("status").asInt());
        assertTrue(!requests.toString().contains("secret"));
    }

    @Test
    void aFaultAnswersInsteadAsOftenAsItWasToldTo() {
        fault("{'path':'/whatsapp/1','status':429,'retryAfter':7,'times':2}");

        for (int i = 0; i < 2; i++) {
            Answer answer = client.post(SEND, batch(message("any", "en")));
            assertEquals(429, answer.status());
            assertEquals(
                    "TOO_MANY_REQUESTS",
                    answer.body().at("/requestError/serviceException/messageId").asText());
            assertEquals(
                    "7", answer.response().headers().firstValue("Retry-After").orElse(""));
        }
        assertEquals(200, client.get(TEMPLATES).status());
        assertEquals(200, client.post(SEND, batch(message("any", "en"))).status());
        assertEquals(1, client.get("/_sandbox/messages").body().size());
    }

    @ParameterizedTest
    @CsvSource({"500,GENERAL_ERROR", "503,SERVICE_UNAVAILABLE", "403,FORBIDDEN"})
    void aFaultHasTheApisBody(int status, String messageId) {
        fault("{'path':'/','status':" + status + ",'times':1}");
        Answer answer = client.get(TEMPLATES);
        assertEquals(status, answer.status());
        assertEquals(
                messageId,
                answer.body().at("/requestError/serviceException/messageId").asText());
    }

    @Test
    void aDroppedRequestGetsNoAnswerAndIsNotHandled() {
        fault("{'path':'/whatsapp','drop':true,'times':1}");
        assertThrows(UncheckedIOException.class, () -> client.post(SEND, batch(message("any", "en"))));
        assertEquals(0, client.get("/_sandbox/messages").body().size());
        assertTrue(client.get("/_sandbox/requests").body().at("/0/status").isNull());
    }

    @Test
    void aDroppedRequestCanBeHandledWithOnlyItsAnswerLost() {
        fault("{'path':'/whatsapp','drop':true,'handled':true,'times':1}");
        assertThrows(UncheckedIOException.class, () -> client.post(SEND, batch(message("any", "en"))));
        assertEquals(1, client.get("/_sandbox/messages").body().size());
    }

    @Test
    void aDelayedAnswerComesInTheEnd() {
        fault("{'path':'/whatsapp','delayMs':50,'times':1}");
        long before = System.nanoTime();
        assertEquals(200, client.post(SEND, batch(message("any", "en"))).status());
        assertTrue(System.nanoTime() - before >= 50_000_000L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | /_sandbox/faults  | {'status':500}
            POST | /_sandbox/faults  | {'path':'x','status':500}
            POST | /_sandbox/faults  | {'path':'/x'}
            POST | /_sandbox/faults  | {'path':'/x','status':200}
            POST | /_sandbox/faults  | {'path':'/x','status':'500'}
            POST | /_sandbox/faults  | {'path':'/x','status':500,'times':0}
            POST | /_sandbox/faults  | {'path':'/x','status':500,'retryAfter':1}
            POST | /_sandbox/faults  | {'path':'/x','status':500,'drop':true}
            POST | /_sandbox/faults  | {'path':'/x','delayMs':1,'handled':true}
            POST | /_sandbox/faults  | {'path':'/x','status':500,'other':1}
            PUT  | /_sandbox/webhook | {}
            PUT  | /_sandbox/webhook | {'url':'somewhere'}
            PUT  | /_sandbox/webhook | {'url':'http://a.b','header':'X'}
            PUT  | /_sandbox/webhook | {'url':'http://a.b','hmacSecret':'s','hmacAlgorithm':'CRC'}
            PUT  | /_sandbox/webhook | {'url':'http://a.b','hmacSecret':'s','header':'a b'}
            PUT  | /_sandbox/webhook | {'url':'http://a.b','hmacSecret':'s','encoding':'octal'}
            PUT  | /_sandbox/batch-refusal | {'mode':'never'}
            POST | /_sandbox/seen    | {'messageId':''}
            POST | /_sandbox/templates/1/status | {'status':'GOOD'}
            """)
    void aBadBodyGetsAPlainSentence(String method, String path, String body) {
        Answer answer = client.call(method, path, json(body), null);
        assertEquals(400, answer.status());
        assertTrue(answer.body().path("error").asText().contains(" "));
    }

    @Test
    void unknownPathsAndMethodsAreToldToo() {
        assertEquals(404, client.get("/_sandbox/nothing").status());
        assertEquals(
                404,
                client.post("/_sandbox/templates/1/status", json("{'status':'APPROVED'}"))
                        .status());
        Answer answer = client.get("/_sandbox/faults");
        assertEquals(405, answer.status());
        assertEquals("POST", answer.response().headers().firstValue("Allow").orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "HMAC_SHA_256,HmacSHA256,hex,X-Infobip-Signature",
        "HMAC_SHA_512,HmacSHA512,base64,X-Signature",
        "HMAC_SHA_1,HmacSHA1,hex,X-Hub-Signature"
    })
    void theWebhookIsSignedOverItsRawBody(String algorithm, String name, String encoding, String header)
            throws Exception {
        client.call(
                "PUT",
                "/_sandbox/webhook",
                json("{'url':'" + receiver.url("/in") + "','hmacSecret':'s3cret','hmacAlgorithm':'" + algorithm
                        + "','header':'" + header + "','encoding':'" + encoding + "'}"),
                null);

        inbound("Ünicode");

        WebhookReceiver.Post post = receiver.next();
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), name));
        byte[] signature = mac.doFinal(post.raw().getBytes(StandardCharsets.UTF_8));
        assertEquals(
                encoding.equals("hex")
                        ? HexFormat.of().formatHex(signature)
                        : Base64.getEncoder().encodeToString(signature),
                post.headers().get(header));
    }

    @Test
    void aWebhookThatIsNotAnsweredWith2xxComesAgain() {
        client.call("PUT", "/_sandbox/webhook", json("{'url':'" + receiver.url("/in") + "'}"), null);
        receiver.answerNext(500);
        receiver.answerNext(302);

        inbound("Y");

        String first = receiver.next().raw();
        assertEquals(first, receiver.next().raw());
        assertEquals(first, receiver.next().raw());
        receiver.assertNothingMore();
    }

    @Test
    void aResetForgetsEverything() {
        client.call("PUT", "/_sandbox/webhook", json("{'url':'" + receiver.url("/in") + "'}"), null);
        client.approved(CARD_ACTIVATION);
        client.post(SEND, batch(message("card_activation", "en_GB", "Ana")));
        receiver.next();
        fault("{'path':'/','status':500,'times':9}");

        assertEquals(200, client.post("/_sandbox/reset", "").status());

        assertEquals(0, client.get("/_sandbox/messages").body().size());
        assertEquals(0, client.get("/_sandbox/requests").body().size());
        assertEquals(0, client.get("/_sandbox/templates").body().size());
        assertEquals(200, client.get(TEMPLATES).status());
        inbound("Y");
        client.call("PUT", "/_sandbox/webhook", json("{'url':'" + receiver.url("/later") + "'}"), null);
        inbound("Z");
        assertEquals("Z", receiver.next().result().at("/message/text").asText());
    }

    @Test
    void onlyTheNewestRequestsAreKept() {
        try (Sandbox small = Sandbox.builder().history(2).build().start()) {
            client = new SandboxClient(small.baseUri());
            for (int i = 0; i < 3; i++) {
                client.get(VIBER_TEMPLATES + "?page=" + i);
            }
            JsonNode requests = client.get("/_sandbox/requests").body();
            assertEquals(2, requests.size());
            assertEquals("page=1", requests.at("/0/query").asText());
        }
    }

    private void fault(String body) {
        assertEquals(200, client.post("/_sandbox/faults", json(body)).status());
    }

    private void inbound(String text) {
        String body = json("{'channel':'WHATSAPP','from':'" + PERSON + "','to':'1','text':'" + text + "'}");
        assertEquals(200, client.post("/_sandbox/reply", body).status());
    }
}
