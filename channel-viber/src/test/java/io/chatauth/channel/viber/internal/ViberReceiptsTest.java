package io.chatauth.channel.viber.internal;

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

class ViberReceiptsTest {
    private final Channel channel = ViberSamples.channel();
    private final EncodeContext one = ViberSamples.context(
            ViberSamples.message(channel, "m-1", ViberSamples.optIn(), Map.of()).build());

    @Test
    void pendingMessageIsAccepted() {
        assertEquals(
                List.of(new Receipt.Accepted("m-1", Optional.empty())),
                channel.decodeResponse(one, ViberSamples.response()));
    }

    @Test
    void okMayRefuseAMessage() {
        Receipt.Refused refused = (Receipt.Refused) decode("""
                {"messages":[{"destination":"441134960001","messageId":"m-1","status":{"groupId":5,"id":12,
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
