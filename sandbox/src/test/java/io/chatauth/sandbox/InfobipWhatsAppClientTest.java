package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.PERSON;
import static io.chatauth.sandbox.SandboxClient.SEND;
import static io.chatauth.sandbox.SandboxClient.SENDER;
import static io.chatauth.sandbox.SandboxClient.batch;
import static io.chatauth.sandbox.SandboxClient.buttons;
import static io.chatauth.sandbox.SandboxClient.json;
import static io.chatauth.sandbox.SandboxClient.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.infobip.ApiClient;
import com.infobip.ApiException;
import com.infobip.ApiKey;
import com.infobip.BaseUrl;
import com.infobip.JSON;
import com.infobip.api.WhatsAppApi;
import com.infobip.model.WhatsAppInteractiveBodyContent;
import com.infobip.model.WhatsAppInteractiveButtonsActionContent;
import com.infobip.model.WhatsAppInteractiveButtonsContent;
import com.infobip.model.WhatsAppInteractiveButtonsMessage;
import com.infobip.model.WhatsAppInteractiveReplyButtonContent;
import com.infobip.model.WhatsAppSingleMessageInfo;
import com.infobip.model.WhatsAppStatus;
import com.infobip.model.WhatsAppTemplateStatusPushEventChange;
import com.infobip.model.WhatsAppTemplateUpdatePushEvent;
import com.infobip.model.WhatsAppTextContent;
import com.infobip.model.WhatsAppTextMessage;
import com.infobip.model.WhatsAppWebhookButtonReplyContent;
import com.infobip.model.WhatsAppWebhookDeliveryReport;
import com.infobip.model.WhatsAppWebhookDeliveryResult;
import com.infobip.model.WhatsAppWebhookInboundMessageData;
import com.infobip.model.WhatsAppWebhookInboundMessageResult;
import com.infobip.model.WhatsAppWebhookInboundTextMessage;
import com.infobip.model.WhatsAppWebhookQuickReplyContent;
import com.infobip.model.WhatsAppWebhookReferralSourceType;
import com.infobip.model.WhatsAppWebhookSeenReport;
import com.infobip.model.WhatsAppWebhookSeenResult;
import com.infobip.model.WhatsAppWebhookSystemEventResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Infobip's official Java client sends within WhatsApp's window, and its models read all that comes back. */
class InfobipWhatsAppClientTest extends SandboxTestBase {
    private static final String CONFIRMED = "txn-7f3a:Y";

    @BeforeEach
    void listen() {
        client.call("PUT", "/_sandbox/webhook", json("{'url':'" + receiver.url("/account") + "'}"), null);
    }

    @Test
    void readsDeliverySeenAndTheQuickReplyBelowATemplate() {
        String template = client.approved(CONFIRM);
        WhatsAppTemplateUpdatePushEvent update =
                read(receiver.nextTemplateUpdate().toString(), WhatsAppTemplateUpdatePushEvent.class);
        assertEquals(template, Long.toString(update.getMessageTemplateId()));
        assertEquals(
                WhatsAppStatus.APPROVED,
                assertInstanceOf(WhatsAppTemplateStatusPushEventChange.class, update.getChange())
                        .getNewStatus());
        ObjectNode message = message("confirm_txn", "en", "EUR 1", "Shop").put("messageId", "auth-1");
        buttons(message).addObject().put("type", "QUICK_REPLY").put("parameter", CONFIRMED);
        buttons(message).addObject().put("type", "QUICK_REPLY").put("parameter", "txn-7f3a:N");
        buttons(message).addObject().put("type", "URL").put("parameter", "7f3a");
        client.post(SEND, batch(message));

        WhatsAppWebhookDeliveryReport delivery = read(receiver.next().raw(), WhatsAppWebhookDeliveryResult.class)
                .getResults()
                .get(0);
        assertEquals("auth-1", delivery.getMessageId());
        assertEquals("DELIVERED_TO_HANDSET", delivery.getStatus().getName());
        assertEquals("NO_ERROR", delivery.getError().getName());
        assertNotNull(delivery.getDoneAt());

        reply("'buttonPayload':'" + CONFIRMED + "'");

        WhatsAppWebhookSeenReport seen = read(receiver.next().raw(), WhatsAppWebhookSeenResult.class)
                .getResults()
                .get(0);
        assertEquals("auth-1", seen.getMessageId());
        assertNotNull(seen.getSeenAt());
        WhatsAppWebhookQuickReplyContent pressed = assertInstanceOf(
                WhatsAppWebhookQuickReplyContent.class, inbound().getMessage());
        assertEquals(CONFIRMED, pressed.getPayload());
        assertEquals("Yes", pressed.getText());
        assertEquals("auth-1", pressed.getContext().getId());
    }

    @Test
    void sendsWithinTheWindowAndReadsTheReply() throws ApiException {
        reply("'text':'Hello','to':'" + SENDER + "'");
        WhatsAppWebhookInboundMessageData hello = inbound();
        assertEquals(PERSON, hello.getFrom());
        assertEquals(
                "Hello",
                assertInstanceOf(WhatsAppWebhookInboundTextMessage.class, hello.getMessage())
                        .getText());

        WhatsAppSingleMessageInfo text = api().sendWhatsAppTextMessage(new WhatsAppTextMessage()
                        .from(SENDER)
                        .to(PERSON)
                        .content(new WhatsAppTextContent().text("Hi Ana")))
                .execute();
        assertEquals("PENDING_ENROUTE", text.getStatus().getName());
        assertEquals("NO_ERROR", delivered());

        WhatsAppSingleMessageInfo choice = api().sendWhatsAppInteractiveButtonsMessage(
                        new WhatsAppInteractiveButtonsMessage()
                                .from(SENDER)
                                .to(PERSON)
                                .content(new WhatsAppInteractiveButtonsContent()
                                        .body(new WhatsAppInteractiveBodyContent().text("Did you pay?"))
                                        .action(new WhatsAppInteractiveButtonsActionContent()
                                                .addButtonsItem(new WhatsAppInteractiveReplyButtonContent()
                                                        .id(CONFIRMED)
                                                        .title("Yes")))))
                .execute();
        assertEquals("NO_ERROR", delivered());

        reply("'buttonPayload':'" + CONFIRMED + "'");
        receiver.next();
        receiver.next();
        WhatsAppWebhookButtonReplyContent pressed = assertInstanceOf(
                WhatsAppWebhookButtonReplyContent.class, inbound().getMessage());
        assertEquals(CONFIRMED, pressed.getId());
        assertEquals("Yes", pressed.getTitle());
        assertEquals(choice.getMessageId(), pressed.getContext().getId());
    }

    @Test
    void readsTheReferralAndTheMovedAccount() {
        reply("'to':'" + SENDER + "','event':{'type':'REFERRAL','text':'Hello','sourceType':'POST',"
                + "'sourceUrl':'https://example.com/post'}");
        assertEquals(
                WhatsAppWebhookReferralSourceType.POST,
                assertInstanceOf(
                                WhatsAppWebhookInboundTextMessage.class,
                                inbound().getMessage())
                        .getReferral()
                        .getSourceType());

        client.post("/_sandbox/identity", json("{'channel':'WHATSAPP','from':'" + PERSON + "','to':'" + SENDER + "'}"));
        WhatsAppWebhookSystemEventResponse moved =
                read(receiver.next().raw(), WhatsAppWebhookSystemEventResponse.class);
        assertEquals(PERSON, moved.getContent().getUserNumber());

        reply("'to':'" + SENDER + "','text':'Hello'");
        assertEquals(moved.getContent().getHash(), inbound().getIdentity().getHash());
    }

    private WhatsAppApi api() {
        return new WhatsAppApi(ApiClient.forApiKey(ApiKey.from("any-key"))
                .withBaseUrl(BaseUrl.from(sandbox.baseUri().toString()))
                .build());
    }

    private WhatsAppWebhookInboundMessageData inbound() {
        return read(receiver.next().raw(), WhatsAppWebhookInboundMessageResult.class)
                .getResults()
                .get(0);
    }

    private String delivered() {
        return read(receiver.next().raw(), WhatsAppWebhookDeliveryResult.class)
                .getResults()
                .get(0)
                .getError()
                .getName();
    }

    private void reply(String what) {
        assertEquals(
                200,
                client.post("/_sandbox/reply", json("{'channel':'WHATSAPP','from':'" + PERSON + "'," + what + "}"))
                        .status());
    }

    private static <T> T read(String raw, Class<T> type) {
        return new JSON().deserialize(raw, type);
    }
}
