package io.chatauth.channel.viber.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.Address;
import io.chatauth.MessageStatus;
import io.chatauth.webhook.InboundEvent;
import io.chatauth.webhook.InboundEvent.Reply;
import io.chatauth.webhook.InboundEvent.Report;
import io.chatauth.webhook.InboundEvent.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViberWebhooksTest {
    @Test
    void deliveryReportsCanBeAskedFor() {
        assertEquals(
                "/viber/2/reports?limit=1000",
                ViberSamples.FIXTURE.channel().reports().orElseThrow().request().target());
    }

    @Test
    void seenReportIsRead() {
        assertEquals(
                List.of(new Report(
                        "m-1",
                        MessageStatus.SEEN,
                        Optional.of(Instant.parse("2026-11-23T12:00:09Z")),
                        Optional.empty())),
                decode(ViberSamples.GOLDEN.text("webhook-seen.json")));
    }

    @Test
    void trackingDataAndPairingAreNeitherPayloadNorQuote() {
        assertEquals(
                List.of(new Reply(
                        "in-1",
                        Address.phone("+441134960001"),
                        "MyBank",
                        Optional.of("Y"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Instant.parse("2026-11-23T12:01:00Z")))),
                decode(ViberSamples.GOLDEN.text("webhook-text.json")));
    }

    @Test
    void otherKindsSurviveByName() {
        assertEquals(List.of(new Unknown("FILE"), new Unknown("message without type")), decode("""
                        {"results":[{"sender":"441134960001","messageId":"in-1","message":{"type":"FILE","url":"x"}},
                        {"sender":"441134960001","messageId":"in-2","message":{"text":"Y"}}]}"""));
    }

    private static List<InboundEvent> decode(String json) {
        return ViberSamples.FIXTURE.receive(json);
    }
}
