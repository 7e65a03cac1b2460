package io.chatauth.sandbox;

import static io.chatauth.sandbox.EnvelopeClient.message;
import static io.chatauth.sandbox.EnvelopeClient.refused;
import static io.chatauth.sandbox.SandboxClient.json;
import static io.chatauth.sandbox.SandboxClient.tree;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that are asked for, and the SMS that takes the place of a message. */
class ReportsTest extends SandboxTestBase {
    private static final String PERSON = "447700900123";

    private EnvelopeClient viber;

    @BeforeEach
    void viber() {
        viber = new EnvelopeClient(client, "/viber/2/messages", "MyBank", PERSON);
    }

    @Test
    void aReportIsReturnedOnce() {
        send("auth-1");

        assertEquals(List.of("auth-1"), ids("/viber/2/reports"));
        assertEquals(List.of(), ids("/viber/2/reports"));
    }

    @Test
    void theLatestReportsComeFirstAndNoMoreThanAskedFor() {
        List.of("auth-1", "auth-2", "auth-3").forEach(this::send);

        assertEquals(List.of("auth-3", "auth-2"), ids("/viber/2/reports?limit=2"));
        assertEquals(List.of("auth-1"), ids("/viber/2/reports"));
    }

    @Test
    void aReportThatIsNotAskedForIsKept() {
        List.of("auth-1", "auth-2").forEach(this::send);

        assertEquals(List.of("auth-1"), ids("/viber/2/reports?messageId=auth-1"));
        assertEquals(List.of(), ids("/viber/2/reports?bulkId=another"));
        assertEquals(List.of("auth-2"), ids("/viber/2/reports"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/line/1/reports", "/kakao-alim/1/reports"})
    void anotherChannelHasItsOwn(String path) {
        send("auth-1");

        assertEquals(List.of(), ids(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "many"})
    void anotherLimitIsRefused(String limit) {
        assertEquals(List.of("limit"), refused(client.get("/viber/2/reports?limit=" + limit)));
    }

    @Test
    void whoHasNotTheAppGetsTheSmsAndTheReportTellsOfIt() {
        reach(false);
        ObjectNode request = viber.request("{'type':'TEXT','text':'Hello'}");
        message(request).set("options", tree(json("{'smsFailover':{'sender':'Bank','text':'By SMS'}}")));
        viber.post(request);

        JsonNode report = client.get("/viber/2/reports").body().at("/results/0");
        assertEquals("DELIVERED", report.at("/status/groupName").asText());
        JsonNode sms = client.get("/_sandbox/messages?channel=sms").body();
        assertEquals("By SMS", sms.at("/0/text").asText());
        assertEquals("Bank", sms.at("/0/from").asText());
        assertEquals(PERSON, sms.at("/0/to").asText());
    }

    @Test
    void whoHasNotTheAppGetsNothingElse() {
        reach(false);
        send("auth-1");
        reach(true);
        send("auth-2");

        JsonNode reports = client.get("/viber/2/reports").body().path("results");
        assertEquals("NO_ERROR", reports.at("/0/error/name").asText());
        assertEquals("EC_UNKNOWN_USER", reports.at("/1/error/name").asText());
        assertEquals(0, client.get("/_sandbox/messages?channel=sms").body().size());
    }

    private void reach(boolean there) {
        assertEquals(
                200,
                client.call(
                                "PUT",
                                "/_sandbox/reach",
                                json("{'channel':'viber','person':'" + PERSON + "','reachable':" + there + "}"),
                                null)
                        .status());
    }

    private void send(String messageId) {
        ObjectNode request = viber.request("{'type':'TEXT','text':'Hello'}");
        ((ObjectNode) request.at("/messages/0/destinations/0")).put("messageId", messageId);
        assertEquals(200, viber.post(request).status());
    }

    private List<String> ids(String path) {
        return client.get(path).body().path("results").findValuesAsText("messageId");
    }
}
