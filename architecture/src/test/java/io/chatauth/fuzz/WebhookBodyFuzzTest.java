package io.chatauth.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chatauth.spi.Channel;
import io.chatauth.webhook.WebhookRequest;
import java.util.List;
import java.util.Map;

/** Bodies of webhooks, for each channel. */
class WebhookBodyFuzzTest {
    private static final List<Channel> CHANNELS = Bench.channels();

    @FuzzTest(maxDuration = "1m")
    void webhookBody(FuzzedDataProvider data) {
        Channel channel = CHANNELS.get(data.consumeInt(0, CHANNELS.size() - 1));
        WebhookRequest request = WebhookRequest.of(
                "POST", "/channel", Map.of("Content-Type", "application/json"), data.consumeRemainingAsBytes());
        Bench.survive(() -> Bench.check(channel.decodeWebhook(request) != null, "null was read"));
    }
}
