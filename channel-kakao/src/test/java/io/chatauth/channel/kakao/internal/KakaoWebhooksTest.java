package io.chatauth.channel.kakao.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.MessageStatus;
import io.chatauth.webhook.InboundEvent.Report;
import io.chatauth.webhook.InboundEvent.Unknown;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KakaoWebhooksTest {
    @Test
    void whatPeopleWriteIsUnknownAndTakesNoReportWithIt() {
        assertEquals(
                List.of(
                        new Unknown("inbound message of type 'TEXT'"),
                        new Report("m-1", MessageStatus.DELIVERED, Optional.empty(), Optional.empty())),
                KakaoSamples.FIXTURE.receive("""
                        {"results":[{"message":{"type":"TEXT","text":"Y"},"sender":"66855538125","messageId":"in-1"},
                        {"messageId":"m-1","status":{"groupId":3,"id":5}}]}"""));
    }

    @Test
    void deliveryReportsCanBeAskedFor() {
        assertEquals(
                "/kakao-alim/1/reports?limit=1000",
                KakaoSamples.FIXTURE.channel().reports().orElseThrow().request().target());
    }
}
