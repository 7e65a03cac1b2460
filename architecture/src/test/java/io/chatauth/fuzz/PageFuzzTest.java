package io.chatauth.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chatauth.ChatAuth;
import io.chatauth.webhook.WebhookRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests for pages: paths, tokens, cookies, forms. */
class PageFuzzTest {
    private static final ChatAuth CHAT_AUTH = Bench.chatAuth().build();

    @FuzzTest(maxDuration = "1m")
    void page(FuzzedDataProvider data) {
        String method = data.pickValue(new String[] {"GET", "HEAD", "POST", "PUT", "get"});
        String path = data.pickValue(new String[] {"/_page/", "/", ""}) + data.consumeString(200);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Content-Type", data.pickValue(new String[] {"application/x-www-form-urlencoded", "text/plain", ""}));
        headers.put("Cookie", data.consumeString(300));
        headers.put("Accept-Language", data.consumeString(60));
        WebhookRequest request = WebhookRequest.of(method, path, headers, data.consumeRemainingAsBytes());
        Bench.survive(() -> {
            int status = CHAT_AUTH.webhooks().receive(request).status();
            Bench.check(status >= 400 && status < 500, "answered with " + status);
        });
    }
}
