package io.chatauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.internal.config.Resolved;
import io.chatauth.internal.discovery.Wish;
import io.chatauth.webhook.WebhookAuth;
import io.chatauth.webhook.WebhookRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WebhookSettingsTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void withoutSettingsThereIsNoWay() {
        assertEquals(List.of(), resolve(Map.of()).webhookAuth());
    }

    @Test
    void allThatIsConfiguredIsAcceptedAndSoIsWhatTheBuilderWasGiven() {
        Resolved resolved = resolve(
                Map.of(
                        "hmac.secret", SECRET,
                        "hmac.previous-secret", SECRET + "old",
                        "hmac.header", "X-Hub-Signature",
                        "hmac.algorithm", "sha-512",
                        "hmac.encoding", "base64",
                        "username", "infobip",
                        "password", "p",
                        "bearer", SECRET,
                        "peer", "CN=hooks.example,O=Example"),
                WebhookAuth.bearer(Secret.of(SECRET + "2")));

        assertEquals(List.of(), resolved.problems());
        assertEquals(
                List.of(
                        "Bearer",
                        "HMAC sha_512 in X-Hub-Signature",
                        "HMAC sha_512 in X-Hub-Signature",
                        "Basic",
                        "Bearer",
                        "client certificate of CN=hooks.example,O=Example"),
                resolved.webhookAuth().stream().map(Object::toString).toList());
        WebhookRequest bearer =
                WebhookRequest.of("POST", "/x", Map.of("Authorization", "Bearer " + SECRET), new byte[0]);
        assertTrue(resolved.webhookAuth().stream().anyMatch(way -> way.accepts(bearer, Instant.EPOCH)));
    }

    @Test
    void halvesAndTyposAreProblems() {
        assertProblem(
                "chatauth.webhook.hmac.secret is set alone: set chatauth.webhook.hmac.header", "hmac.secret", SECRET);
        assertProblem(
                "chatauth.webhook.hmac.header is set alone: set chatauth.webhook.hmac.secret", "hmac.header", "X");
        assertProblem("chatauth.webhook.username is set alone: set chatauth.webhook.password", "username", "infobip");
        assertProblem("chatauth.webhook.password is set alone: set chatauth.webhook.username", "password", "secret");
        assertProblem("chatauth.webhook.bearer: the bearer token has less than 16", "bearer", "short");
        assertProblem("chatauth.webhook.peer: the subject 'hooks' is no distinguished name", "peer", "hooks");
        assertProblem(
                "chatauth.webhook.hmac.algorithm is none of the words",
                "hmac.secret",
                SECRET,
                "hmac.header",
                "X",
                "hmac.algorithm",
                "sha-1");
        assertProblem(
                "belong together: set both or neither",
                "hmac.secret",
                SECRET,
                "hmac.header",
                "X",
                "hmac.base",
                "{timestamp}{body}");
    }

    private static void assertProblem(String problem, String... settings) {
        Map<String, String> all = new java.util.LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        List<String> problems = resolve(all).problems();
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).contains(problem), problems::toString);
        assertTrue(!problems.get(0).contains(SECRET), problems::toString);
    }

    private static Resolved resolve(Map<String, String> settings, WebhookAuth... ways) {
        Properties properties = new Properties();
        settings.forEach((name, value) -> properties.setProperty("chatauth.webhook." + name, value));
        return new ChatAuthBuilder()
                .channel(FakeChannel.provider("viber"))
                .baseUrl("http://127.0.0.1:9")
                .apiKey(Secret.of("k"))
                .sender("viber", "x")
                .webhookAuth(ways)
                .properties(properties)
                .resolve(Wish.BuiltIn.NONE);
    }
}
