package io.chatauth.channel.kakao.internal;

import io.chatauth.Receipt;
import io.chatauth.infobip.wire.SendAnswers;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.WireResponse;
import java.util.List;

/** Reads the answer to a send, the one that Infobip's channels share. */
final class KakaoReceipts {
    private KakaoReceipts() {}

    static List<Receipt> decode(EncodeContext context, WireResponse response) {
        return SendAnswers.receipts("kakao", context, response);
    }
}
