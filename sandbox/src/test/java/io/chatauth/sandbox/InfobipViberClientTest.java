package io.chatauth.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.infobip.ApiClient;
import com.infobip.ApiException;
import com.infobip.ApiKey;
import com.infobip.BaseUrl;
import com.infobip.JSON;
import com.infobip.api.ViberApi;
import com.infobip.model.MessageResponse;
import com.infobip.model.ViberButton;
import com.infobip.model.ViberInboundTextContent;
import com.infobip.model.ViberMessage;
import com.infobip.model.ViberMessageOptions;
import com.infobip.model.ViberOutboundContent;
import com.infobip.model.ViberOutboundListContent;
import com.infobip.model.ViberOutboundTextContent;
import com.infobip.model.ViberRequest;
import com.infobip.model.ViberSeenReports;
import com.infobip.model.ViberToDestination;
import com.infobip.model.ViberWebhookInboundReportResponse;
import com.infobip.model.ViberWebhookReport;
import com.infobip.model.ViberWebhookReportsResponse;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Infobip's official Java client sends over Viber, and its models read the sandbox's webhooks. */
class InfobipViberClientTest extends SandboxTestBase {
    private static final String PERSON = "447700900123";

    @Override
    Sandbox.Builder configured(Sandbox.Builder builder) {
        return builder.apiKey("right-key");
    }

    @Test
    void sendsAndReadsWhatComesBack() throws ApiException {
        client.call("PUT", "/_sandbox/webhook", SandboxClient.json("{'url':'" + receiver.url("/account") + "'}"), null);
        MessageResponse answer = send(
                new ViberOutboundTextContent()
                        .text("Call us.")
                        .button(new ViberButton().title("Contact us").action("tel:+441123456789")),
                new ViberMessageOptions().trackingData("t1"));
        assertNotNull(answer.getBulkId());
        assertEquals("auth-1", answer.getMessages().get(0).getMessageId());
        assertEquals(PERSON, answer.getMessages().get(0).getDestination());
        assertEquals(26, answer.getMessages().get(0).getStatus().getId());

        ViberWebhookReport report = read(receiver.next().raw(), ViberWebhookReportsResponse.class)
                .getResults()
                .get(0);
        assertEquals("MyBank", report.getSender());
        assertEquals("NO_ERROR", report.getError().getName());
        assertNotNull(report.getDoneAt());

        client.post("/_sandbox/reply", SandboxClient.json("{'channel':'viber','from':'" + PERSON + "','text':'Y'}"));
        assertNotNull(read(receiver.next().raw(), ViberSeenReports.class)
                .getResults()
                .get(0)
                .getSeenAt());
        ViberInboundTextContent text = assertInstanceOf(
                ViberInboundTextContent.class,
                read(receiver.next().raw(), ViberWebhookInboundReportResponse.class)
                        .getResults()
                        .get(0)
                        .getMessage());
        assertEquals("Y", text.getText());
        assertEquals("t1", text.getTrackingData());
    }

    @Test
    void getsTheNewerErrorBody() {
        ApiException refused = assertThrows(
                ApiException.class,
                () -> send(
                        new ViberOutboundListContent().text("Pay?").options(List.of("Y")), new ViberMessageOptions()));
        assertEquals(400, refused.responseStatusCode());
        assertEquals(
                "messages[0].content.options",
                SandboxClient.tree(refused.rawResponseBody())
                        .at("/violations/0/property")
                        .asText());
    }

    private static <T> T read(String raw, Class<T> type) {
        return new JSON().deserialize(raw, type);
    }

    private MessageResponse send(ViberOutboundContent content, ViberMessageOptions options) throws ApiException {
        URI base = sandbox.baseUri();
        ViberApi api = new ViberApi(ApiClient.forApiKey(ApiKey.from("right-key"))
                .withBaseUrl(BaseUrl.from(base.toString()))
                .build());
        return api.sendViberMessages(new ViberRequest()
                        .messages(List.of(new ViberMessage()
                                .sender("MyBank")
                                .destinations(List.of(
                                        new ViberToDestination().to(PERSON).messageId("auth-1")))
                                .content(content)
                                .options(options))))
                .execute();
    }
}
