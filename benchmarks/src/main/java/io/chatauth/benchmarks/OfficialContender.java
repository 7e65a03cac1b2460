package io.chatauth.benchmarks;

import com.infobip.ApiClient;
import com.infobip.ApiException;
import com.infobip.ApiKey;
import com.infobip.BaseUrl;
import com.infobip.api.WhatsAppApi;
import com.infobip.model.WhatsAppBulkMessage;
import com.infobip.model.WhatsAppBulkMessageInfo;
import com.infobip.model.WhatsAppMessage;
import com.infobip.model.WhatsAppTemplateBodyContent;
import com.infobip.model.WhatsAppTemplateContent;
import com.infobip.model.WhatsAppTemplateDataContent;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Infobip's client for Java as its documentation shows it: default settings, synchronous, one message per call. */
final class OfficialContender implements Contender {
    private final ApiClient client;
    private final WhatsAppApi api;

    OfficialContender(URI stub) {
        client = ApiClient.forApiKey(ApiKey.from("benchmark"))
                .withBaseUrl(BaseUrl.from(stub.toString()))
                .build();
        api = new WhatsAppApi(client);
    }

    @Override
    public void send(long number) throws IOException, ApiException {
        String id = "00000000000000000000000000-" + number;
        WhatsAppMessage message = new WhatsAppMessage()
                .from(SENDER)
                .to(Contender.recipient(number))
                .messageId(id)
                .content(new WhatsAppTemplateContent()
                        .templateName(TEMPLATE)
                        .templateData(new WhatsAppTemplateDataContent()
                                .body(new WhatsAppTemplateBodyContent().addPlaceholdersItem(NAME)))
                        .language("en"));
        WhatsAppBulkMessageInfo info = api.sendWhatsAppTemplateMessage(
                        new WhatsAppBulkMessage().messages(List.of(message)))
                .execute();
        if (info.getMessages().size() != 1
                || !id.equals(info.getMessages().get(0).getMessageId())) {
            throw new IOException("the answer is not about message " + id + ": " + info);
        }
    }

    @Override
    public void close() {
        client.httpClient().dispatcher().executorService().shutdown();
        client.httpClient().connectionPool().evictAll();
    }
}
