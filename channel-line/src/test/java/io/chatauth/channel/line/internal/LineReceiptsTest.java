package io.chatauth.channel.line.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.FailureReason;
import io.chatauth.Receipt;
import io.chatauth.spi.Channel;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.WireResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineReceiptsTest {
    private final Channel channel = LineSamples.channel();
    private final EncodeContext one = LineSamples.context(message("m-1"));

    @Test
    void pendingMessageIsAccepted() {
        assertEquals(
                List.of(new Receipt.Accepted("m-1", Optional.empty())),
                channel.decodeResponse(one, LineSamples.response()));
    }

    @Test
    void okMayRefuseSingleMessages() {
        EncodeContext two = LineSamples.context(message("m-1"), message("m-2"));

        List<Receipt> receipts = decode(two, """
                {"messages":[
                  {"destination":"66855538125","messageId":"m-2","status":{"groupId":1,"groupName":"PENDING","id":26}},
                  {"destination":"66855538125","messageId":"m-1","status":{"groupId":5,"groupName":"REJECTED","id":12,
                   "name":"REJECTED_NOT_ENOUGH_CREDITS","description":"Not enough credits"}}]}""");

        Receipt.Refused refused = (Receipt.Refused) receipts.get(0);
        assertEquals("m-1", refused.messageId());
        assertEquals(FailureReason.ACCOUNT, refused.failure().reason());
        assertEquals("12 REJECTED_NOT_ENOUGH_CREDITS", refused.failure().code());
        assertEquals(new Receipt.Accepted("m-2", Optional.empty()), receipts.get(1));
    }

    @Test
    void whateverComesBackThrowsNothingButMalformed() {
        for (String body :
                List.of("", "null", "[]", "7", "{", "{}", "{\"messages\":{}}", "{\"messages\":7}", "\u0000\u0001")) {
            assertThrows(MalformedResponseException.class, () -> decode(one, body), body);
        }
    }

    private OutboundMessage message(String id) {
        return LineSamples.message(id, channel, LineSamples.cardActivation(), Map.of("name", "Mali"))
                .build();
    }

    private List<Receipt> decode(EncodeContext context, String body) {
        return channel.decodeResponse(context, WireResponse.of(200, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
}
