package io.chatauth.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chatauth.ChatAuth;
import io.chatauth.webhook.WebhookRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signatures and time stamps of webhooks. */
class WebhookHeaderFuzzTest {
    private static final ChatAuth CHAT_AUTH = Bench.chatAuth().build();

    @FuzzTest(maxDuration = "1m")
    void webhookHeader(FuzzedDataProvider data) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("X-Hub-Signature", values(data));
        headers.put("X-Timestamp", values(data));
        headers.put("Authorization", values(data));
        String path = "/whatsapp" + data.consumeString(120);
        WebhookRequest request =
                WebhookRequest.received("POST", path, headers, data.consumeRemainingAsBytes(), Optional.empty());
        Bench.survive(() -> {
            int status = CHAT_AUTH.webhooks().receive(request).status();
            Bench.check(status >= 400 && status < 500, "answered with " + status);
        });
    }

    private static List<String> values(FuzzedDataProvider data) {
        String value = data.consumeString(120);
        return data.consumeBoolean() ? List.of(value) : List.of(value, data.consumeString(20));
    }
}
