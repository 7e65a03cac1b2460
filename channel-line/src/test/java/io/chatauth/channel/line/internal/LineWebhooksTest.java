package io.chatauth.channel.line.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineWebhooksTest {
    @Test
    void deliveryReportsCanBeAskedFor() {
        assertEquals(
                "/line/1/reports?limit=1000",
                LineSamples.FIXTURE.channel().reports().orElseThrow().request().target());
    }
}
