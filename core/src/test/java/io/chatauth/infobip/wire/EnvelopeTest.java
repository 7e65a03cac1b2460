package io.chatauth.infobip.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.chatauth.Address;
import io.chatauth.spi.EncodeContext;
import io.chatauth.spi.OutboundMessage;
import io.chatauth.spi.OutboundMessage.SmsFailover;
import io.chatauth.template.AdaptedMessage;
import io.chatauth.template.AdaptedTemplate;
import io.chatauth.template.Template;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Envelope PLAIN = Envelope.of(
            (content, message) -> content.text("text", message.content().body()).text("type", "TEXT"));

    @Test
    void messageThatAsksForNothingHasNeitherOptionsNorWebhooks() {
        assertEquals("""
                {"messages":[{"sender":"Bank","destinations":[{"to":"441134960001","messageId":"m-1"}],\
                "content":{"text":"Hello","type":"TEXT"}}]}""", write(PLAIN, message("m-1").build()));
    }

    @Test
    void everyMessageIsAnElementOfItsOwn() {
        assertEquals(
                """
                {"messages":[{"sender":"Bank","destinations":[{"to":"441134960001","messageId":"m-1"}],\
                "content":{"text":"Hello","type":"TEXT"}},\
                {"sender":"Bank","destinations":[{"to":"441134960001","messageId":"m-2"}],\
                "content":{"text":"Hello","type":"TEXT"},"webhooks":{"callbackData":"order 7"}}]}""",
                write(
                        PLAIN,
                        message("m-1").build(),
                        message("m-2").callbackData("order 7").build()));
    }

    @Test
    void whatIsAskedForStandsInItsPlace() {
        Envelope envelope = PLAIN.messageOptions((options, message) -> options.text("label", "TRANSACTIONAL"))
                .requestOptions(options -> options.text("priority", "HIGH"))
                .untracked()
                .seenReports();

        assertEquals(
                """
                {"messages":[{"sender":"Bank","destinations":[{"to":"441134960001","messageId":"m-1"}],\
                "content":{"text":"Hello","type":"TEXT"},\
                "options":{"validityPeriod":{"amount":45,"timeUnit":"SECONDS"},\
                "smsFailover":{"sender":"BankSMS","text":"Hello by SMS",\
                "validityPeriod":{"amount":255,"timeUnit":"SECONDS"}},"label":"TRANSACTIONAL"},\
                "webhooks":{"delivery":{"url":"https://bank.example/hooks","intermediateReport":true},\
                "callbackData":"order 7","seen":{"url":"https://bank.example/hooks"}}}],\
                "options":{"priority":"HIGH","tracking":{"shortenUrl":false,"trackClicks":false}}}""",
                write(
                        envelope,
                        message("m-1")
                                .expiresAt(NOW.plusSeconds(300))
                                .smsFailover(new SmsFailover("BankSMS", "Hello by SMS"))
                                .notifyUrl(URI.create("https://bank.example/hooks"))
                                .callbackData("order 7")
                                .build()));
    }

    @Test
    void seenReportsNeedAUrl() {
        String json = write(PLAIN.seenReports(), message("m-1").build());

        assertFalse(json.contains("webhooks"), json);
    }

    @Test
    void validityIsWhatIsLeftWithinWhatTheApiTakes() {
        assertEquals(30, validity(Duration.ofSeconds(-5)));
        assertEquals(30, validity(Duration.ofSeconds(29)));
        assertEquals(299, validity(Duration.ofMillis(299_900)));
        assertEquals(172_800, validity(Duration.ofDays(90)));
    }

    @Test
    void smsHasAtLeastHalfOfTheTimeAndWhatTheChannelLeaves() {
        assertEquals("45 255", times(Duration.ofSeconds(300), SmsFailover.USUAL_WAIT));
        assertEquals("120 180", times(Duration.ofSeconds(300), Duration.ofMinutes(2)));
        assertEquals("150 150", times(Duration.ofSeconds(300), Duration.ofMinutes(5)));
        assertEquals("30 30", times(Duration.ofSeconds(40), SmsFailover.USUAL_WAIT));
        assertEquals("86400 172800", times(Duration.ofDays(7), Duration.ofDays(1)));
    }

    private static String times(Duration left, Duration after) {
        Matcher amounts = Pattern.compile("\"amount\":(\\d+)")
                .matcher(write(
                        PLAIN,
                        message("m-1")
                                .expiresAt(NOW.plus(left))
                                .smsFailover(new SmsFailover("Bank", "Hello", after))
                                .build()));
        return amounts.results().map(amount -> amount.group(1)).collect(Collectors.joining(" "));
    }

    private static long validity(Duration left) {
        String json = write(PLAIN, message("m-1").expiresAt(NOW.plus(left)).build());
        String before = "\"validityPeriod\":{\"amount\":";
        int start = json.indexOf(before) + before.length();
        return Long.parseLong(json.substring(start, json.indexOf(',', start)));
    }

    private static String write(Envelope envelope, OutboundMessage... messages) {
        return new String(envelope.write(EncodeContext.of(List.of(messages), NOW)), StandardCharsets.UTF_8);
    }

    private static OutboundMessage.Builder message(String id) {
        return OutboundMessage.of(id, "Bank", Address.phone("+441134960001"), content());
    }

    private static AdaptedMessage content() {
        Template source = Template.named("hello").body("Hello").build();
        AdaptedTemplate adapted =
                new AdaptedTemplate(source, Optional.empty(), "Hello", Optional.empty(), List.of(), false, List.of());
        return new AdaptedMessage(
                adapted, Optional.empty(), List.of(), "Hello", List.of(), Optional.empty(), List.of());
    }
}
