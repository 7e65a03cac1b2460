package io.chatauth.channel.kakao.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.MessageStatus;
import io.chatauth.spi.Channel;
import io.chatauth.spi.MalformedResponseException;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.InboundEvent.Report;
import io.chatauth.webhook.InboundEvent.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KakaoWebhooksTest {
    private final Channel channel = KakaoSamples.channel();

    @Test
    void deliveryReportIsRead() {
        assertEquals(
                List.of(new Report(
                        "m-1",
                        MessageStatus.DELIVERED,
                        Optional.of(Instant.parse("2023-09-26T10:52:15.799Z")),
                        Optional.empty())),
                channel.decodeWebhook(KakaoSamples.webhook(Golden.bytes("webhook-delivered.json"))));
    }

    @Test
    void fieldsMayComeInAnyOrderAndNewOnesArePassedOver() {
        assertEquals(
                List.of(new Report(
                        "m-1",
                        MessageStatus.FAILED,
                        Optional.empty(),
                        Optional.of(new DeliveryFailure(
                                FailureReason.NOT_ON_CHANNEL, "7002 EC_UNKNOWN_USER", "User 66*******25 is unknown")))),
                decode("""
                        {"future":[{}],"results":[{"newField":{"a":[1,null,true]},"messageId":"m-1","error":{"permanent":true,
                        "description":"User 66855538125 is unknown","name":"EC_UNKNOWN_USER","id":7002},
                        "status":{"id":9,"groupName":"UNDELIVERABLE","groupId":2}}]}"""));
    }

    @Test
    void lateReportsOfOneMessageKeepTheirOrder() {
        assertEquals(
                List.of(MessageStatus.DELIVERED, MessageStatus.SENT),
                decode("""
                        {"results":[{"messageId":"m-1","status":{"groupId":3,"id":5}},
                        {"messageId":"m-1","status":{"groupId":1,"id":7}}]}""").stream().map(event -> ((Report) event).status()).toList());
    }

    @Test
    void whatPeopleWriteIsUnknownAndTakesNoReportWithIt() {
        assertEquals(
                List.of(
                        new Unknown("inbound message of type 'TEXT'"),
                        new Unknown("result without message, status or seenAt"),
                        new Report("m-1", MessageStatus.DELIVERED, Optional.empty(), Optional.empty())),
                decode("""
                        {"results":[{"message":{"type":"TEXT","text":"Y"},"sender":"66855538125","messageId":"in-1"},null,
                        {"messageId":"m-1","status":{"groupId":3,"id":5}}]}"""));
        assertEquals(List.of(new Unknown("webhook without results")), decode("{}"));
    }

    @Test
    void bodyThatIsNoJsonObjectIsMalformed() {
        for (String body : List.of("", "[]", "\"results\"", "{\"results\":[", "{} {}", "<xml/>", "[".repeat(5000))) {
            MalformedResponseException malformed =
                    assertThrows(MalformedResponseException.class, () -> decode(body), body);
            assertFalse(malformed.getMessage().contains("xml"), malformed.getMessage());
        }
    }

    @Test
    void damagedBytesThrowNothingElse() {
        Random random = new Random(20261123);
        int read = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = Golden.bytes("webhook-delivered.json");
            for (int hit = 0; hit <= round % 4; hit++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            read += assertDoesNotThrow(() -> readOrMalformed(bytes)) ? 1 : 0;
        }
        assertFalse(read == 0 || read == 3000, "the damage was never or always fatal");
    }

    private boolean readOrMalformed(byte[] bytes) {
        try {
            channel.decodeWebhook(KakaoSamples.webhook(bytes));
            return true;
        } catch (MalformedResponseException e) {
            return false;
        }
    }

    private List<InboundEvent> decode(String json) {
        return channel.decodeWebhook(KakaoSamples.webhook(json));
    }
}
