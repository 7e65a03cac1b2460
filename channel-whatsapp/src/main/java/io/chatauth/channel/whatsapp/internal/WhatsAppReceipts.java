package io.chatauth.channel.whatsapp.internal;

import io.chatauth.Receipt;
import io.chatauth.infobip.wire.SendAnswers;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.WireResponse;
import java.util.List;

/**
 * Reads the answer to a send: schema {@code BulkMessageInfo}, the one that Infobip's channels share; for what goes without a
 * template {@code SingleMessageInfo}, one of its messages alone.
 */
final class WhatsAppReceipts {
    private WhatsAppReceipts() {}

    static List<Receipt> decode(EncodeContext context, WireResponse response) {
        return context.messages().get(0).windowForm().isPresent()
                ? SendAnswers.single("whatsapp", context.messages().get(0), response)
                : SendAnswers.receipts("whatsapp", context, response);
    }
}
