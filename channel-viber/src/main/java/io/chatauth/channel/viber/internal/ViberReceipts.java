package io.chatauth.channel.viber.internal;

import io.chatauth.Receipt;
import io.chatauth.infobip.wire.SendAnswers;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.WireResponse;
import java.util.List;

/** Reads the answer to a send: schema {@code ResponseEnvelope}, the one that Infobip's channels share. */
final class ViberReceipts {
    private ViberReceipts() {}

    static List<Receipt> decode(EncodeContext context, WireResponse response) {
        return SendAnswers.receipts("viber", context, response);
    }
}
