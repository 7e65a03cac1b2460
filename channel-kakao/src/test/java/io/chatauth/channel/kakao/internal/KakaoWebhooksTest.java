package io.chatauth.channel.kakao.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class KakaoWebhooksTest {
    @Test
    void deliveryReportsCanBeAskedFor() {
        assertEquals(
                "/kakao-alim/1/reports?limit=1000",
                KakaoSamples.FIXTURE.channel().reports().orElseThrow().request().target());
    }
}
