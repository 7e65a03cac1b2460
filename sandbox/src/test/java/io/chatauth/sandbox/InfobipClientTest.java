package io.chatauth.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.infobip.ApiClient;
import com.infobip.ApiException;
import com.infobip.ApiKey;
import com.infobip.BaseUrl;
import com.infobip.api.WhatsAppApi;
import com.infobip.model.WhatsAppAuthenticationBodyApiData;
import com.infobip.model.WhatsAppAuthenticationFooterApiData;
import com.infobip.model.WhatsAppAuthenticationTemplatePublicApiRequest;
import com.infobip.model.WhatsAppAuthenticationTemplateStructureApiData;
import com.infobip.model.WhatsAppBodyApiData;
import com.infobip.model.WhatsAppBulkMessage;
import com.infobip.model.WhatsAppBulkMessageInfo;
import com.infobip.model.WhatsAppCategory;
import com.infobip.model.WhatsAppCopyCodeButtonApiData;
import com.infobip.model.WhatsAppDefaultTemplateStructureApiData;
import com.infobip.model.WhatsAppDefaultUtilityTemplatePublicApiRequest;
import com.infobip.model.WhatsAppLanguage;
import com.infobip.model.WhatsAppMessage;
import com.infobip.model.WhatsAppPhoneNumberButtonApiData;
import com.infobip.model.WhatsAppStatus;
import com.infobip.model.WhatsAppTemplateApiResponse;
import com.infobip.model.WhatsAppTemplateBodyContent;
import com.infobip.model.WhatsAppTemplateContent;
import com.infobip.model.WhatsAppTemplateDataContent;
import com.infobip.model.WhatsAppTemplatePublicApiRequest;
import com.infobip.model.WhatsAppTemplateUrlButtonContent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Infobip's official Java client finds in the sandbox the API that it knows. */
class InfobipClientTest {
    private static final String SENDER = "447860099299";

    private Sandbox sandbox;
    private WhatsAppApi api;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().apiKey("right-key").build().start();
        api = client("right-key");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void createsListsAndGetsATemplate() throws ApiException {
        WhatsAppTemplateApiResponse created =
                api.createWhatsAppTemplate(SENDER, authenticationTemplate()).execute();

        assertEquals("login_code", created.getName());
        assertEquals(WhatsAppStatus.PENDING, created.getStatus());
        assertEquals(WhatsAppCategory.AUTHENTICATION, created.getCategory());
        assertNotNull(created.getCreatedAt());
        assertEquals(
                "*{{1}}* is your verification code. For your security, do not share this code.",
                created.getStructure().getBody().getText());

        List<WhatsAppTemplateApiResponse> listed =
                api.getWhatsAppTemplates(SENDER).execute().getTemplates();
        assertEquals(1, listed.size());
        assertEquals(created.getId(), listed.get(0).getId());
        assertEquals(
                WhatsAppLanguage.EN_GB,
                api.getWhatsappTemplate(SENDER, created.getId()).execute().getLanguage());
    }

    @Test
    void createsAndDeletesATemplateWithACallButton() throws ApiException {
        WhatsAppTemplateApiResponse created =
                api.createWhatsAppTemplate(SENDER, cardActivation()).execute();
        assertEquals(WhatsAppCategory.UTILITY, created.getCategory());

        api.deleteWhatsAppTemplate(SENDER, "card_activation").execute();

        assertEquals(List.of(), api.getWhatsAppTemplates(SENDER).execute().getTemplates());
        ApiException gone = assertThrows(
                ApiException.class,
                () -> api.getWhatsappTemplate(SENDER, created.getId()).execute());
        assertEquals(404, gone.responseStatusCode());
    }

    @Test
    void sendsOneMessage() throws ApiException {
        WhatsAppBulkMessageInfo info = api.sendWhatsAppTemplateMessage(
                        new WhatsAppBulkMessage().messages(List.of(message("447700900123", "auth-1"))))
                .execute();

        assertNull(info.getBulkId());
        assertEquals(1, info.getMessages().size());
        assertEquals("auth-1", info.getMessages().get(0).getMessageId());
        assertEquals("447700900123", info.getMessages().get(0).getTo());
        assertEquals(1, info.getMessages().get(0).getMessageCount());
        assertEquals("PENDING_ENROUTE", info.getMessages().get(0).getStatus().getName());
        assertEquals(7, info.getMessages().get(0).getStatus().getId());
        assertEquals(1, info.getMessages().get(0).getStatus().getGroupId());
    }

    @Test
    void sendsManyMessagesInOneBatch() throws ApiException {
        WhatsAppBulkMessageInfo info = api.sendWhatsAppTemplateMessage(new WhatsAppBulkMessage()
                        .messages(List.of(message("447700900123", "auth-1"), message("447700900124", "auth-2"))))
                .execute();

        assertNotNull(info.getBulkId());
        assertEquals(
                List.of("auth-1", "auth-2"),
                info.getMessages().stream()
                        .map(message -> message.getMessageId())
                        .toList());
    }

    @Test
    @SuppressWarnings("deprecation") // the only way to the old error body
    void getsItsTypedErrorForAWrongKey() {
        ApiException refused = assertThrows(
                ApiException.class,
                () -> client("wrong-key").getWhatsAppTemplates(SENDER).execute());

        assertEquals(401, refused.responseStatusCode());
        assertEquals("UNAUTHORIZED", refused.details().getMessageId());
    }

    @Test
    @SuppressWarnings("deprecation") // the only way to the old error body
    void getsItsTypedErrorWithViolations() {
        WhatsAppMessage message = message("447700900123", "auth-1");
        message.getContent().getTemplateData().getBody().setPlaceholders(List.of(""));

        ApiException refused = assertThrows(
                ApiException.class,
                () -> api.sendWhatsAppTemplateMessage(new WhatsAppBulkMessage().messages(List.of(message)))
                        .execute());

        assertEquals(400, refused.responseStatusCode());
        assertEquals("BAD_REQUEST", refused.details().getMessageId());
        assertEquals(
                List.of("content.templateData.body.placeholders"),
                List.copyOf(refused.details().getValidationErrors().keySet()));
    }

    private WhatsAppApi client(String key) {
        return new WhatsAppApi(ApiClient.forApiKey(ApiKey.from(key))
                .withBaseUrl(BaseUrl.from(sandbox.baseUri().toString()))
                .build());
    }

    private static WhatsAppTemplatePublicApiRequest cardActivation() {
        WhatsAppTemplatePublicApiRequest request = new WhatsAppDefaultUtilityTemplatePublicApiRequest();
        request.name("card_activation").language(WhatsAppLanguage.EN_GB);
        return request.structure(new WhatsAppDefaultTemplateStructureApiData()
                .body(new WhatsAppBodyApiData().text("Hello {{1}}, call us.").addExamplesItem("Ana"))
                .addButtonsItem(new WhatsAppPhoneNumberButtonApiData()
                        .text("Contact us")
                        .phoneNumber("+441123456789")));
    }

    private static WhatsAppAuthenticationTemplatePublicApiRequest authenticationTemplate() {
        WhatsAppAuthenticationTemplatePublicApiRequest request = new WhatsAppAuthenticationTemplatePublicApiRequest();
        request.name("login_code").language(WhatsAppLanguage.EN_GB);
        return request.structure(new WhatsAppAuthenticationTemplateStructureApiData()
                .body(new WhatsAppAuthenticationBodyApiData().addSecurityRecommendation(true))
                .footer(new WhatsAppAuthenticationFooterApiData().codeExpirationMinutes(5))
                .buttons(List.of(new WhatsAppCopyCodeButtonApiData().text("Copy code"))));
    }

    private static WhatsAppMessage message(String to, String messageId) {
        return new WhatsAppMessage()
                .from(SENDER)
                .to(to)
                .messageId(messageId)
                .content(new WhatsAppTemplateContent()
                        .templateName("login_code")
                        .language("en_GB")
                        .templateData(new WhatsAppTemplateDataContent()
                                .body(new WhatsAppTemplateBodyContent().placeholders(List.of("482913")))
                                .buttons(List.of(new WhatsAppTemplateUrlButtonContent().parameter("482913")))));
    }
}
