package io.chatauth.channel.zalo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.FailureReason;
import io.chatauth.Receipt;
import io.chatauth.spi.Channel;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.WireResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZaloReceiptsTest {
    private final Channel channel = ZaloSamples.channel();
    private final EncodeContext one = ZaloSamples.context(
            ZaloSamples.message("m-1", ZaloSamples.LAN, ZaloSamples.cardActivation(), Map.of("name", "Lan"))
                    .build());

    @Test
    void pendingMessageIsAccepted() {
        assertEquals(
                List.of(new Receipt.Accepted("m-1", Optional.empty())),
                channel.decodeResponse(one, ZaloSamples.response()));
    }

    @Test
    void okMayRefuseAMessage() {
        Receipt.Refused refused = (Receipt.Refused) decode("""
                {"messages":[{"destination":"84912345678","messageId":"m-1","status":{"groupId":5,"id":12,
                "groupName":"REJECTED","name":"REJECTED_NOT_ENOUGH_CREDITS","description":"Not enough credits"}}]}""").get(0);

        assertEquals(FailureReason.ACCOUNT, refused.failure().reason());
    }

    @Test
    void whateverComesBackThrowsNothingButMalformed() {
        for (String body : List.of("", "[]", "{", "{}", "{\"messages\":{}}")) {
            assertThrows(MalformedResponseException.class, () -> decode(body), body);
        }
    }

    private List<Receipt> decode(String body) {
        return channel.decodeResponse(one, WireResponse.of(200, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
}
