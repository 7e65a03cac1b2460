package io.chatauth.samples.cardactivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChatAuth;
import io.chatauth.ChatAuthBuilder;
import io.chatauth.Secret;
import io.chatauth.WebhookPlan;
import io.chatauth.channel.kakao.KakaoChannelProvider;
import io.chatauth.channel.line.LineChannelProvider;
import io.chatauth.channel.viber.ViberChannelProvider;
import io.chatauth.channel.whatsapp.WhatsAppChannelProvider;
import io.chatauth.channel.zalo.ZaloChannelProvider;
import io.chatauth.sandbox.Sandbox;
import io.chatauth.spi.ChannelProvider;
import io.chatauth.webhook.WebhookAuth;
import io.chatauth.webhook.WebhookStep;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What all five channels declare for subscriptions is taken by the API, once. */
class WebhookPlanTest {
    private static final List<ChannelProvider> CHANNELS = List.of(
            new KakaoChannelProvider(),
            new LineChannelProvider(),
            new ViberChannelProvider(),
            new WhatsAppChannelProvider(),
            new ZaloChannelProvider());

    @Test
    void everyChannelIsSetUpOnce() {
        try (Sandbox sandbox = Sandbox.builder().apiKey("sandbox-key").build().start()) {
            ChatAuthBuilder builder = ChatAuth.builder()
                    .baseUrl(sandbox.baseUri().toString())
                    .apiKey(Secret.of("sandbox-key"))
                    .webhookUrl(URI.create("http://127.0.0.1:9/chatauth"))
                    .webhookAuth(WebhookAuth.basic("infobip", Secret.of("sandbox-password")));
            CHANNELS.forEach(
                    provider -> builder.channel(provider).sender(provider.id().value(), "bank"));
            try (ChatAuth chatAuth = builder.build()) {
                WebhookPlan plan = chatAuth.webhooks().plan();
                Map<String, Integer> steps = new TreeMap<>();
                for (WebhookStep step : plan.steps()) {
                    assertEquals(WebhookStep.Action.CREATE, step.action(), step.toString());
                    steps.merge(step.channel().map(Object::toString).orElse("all"), 1, Integer::sum);
                }
                assertEquals("{all=1, kakao=2, line=2, viber=3, whatsapp=3, zalo=4}", steps.toString());

                WebhookPlan after = plan.apply();
                assertTrue(after.isUnchanged(), after.toString());
            }
        }
    }
}
