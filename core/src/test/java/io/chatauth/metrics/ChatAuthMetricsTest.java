package io.chatauth.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.Assurance;
import io.chatauth.ChallengeId;
import io.chatauth.ChallengeState;
import io.chatauth.ChannelId;
import io.chatauth.Consent;
import io.chatauth.DeliveryFailure;
import io.chatauth.FailureReason;
import io.chatauth.FlowId;
import io.chatauth.MessageStatus;
import io.chatauth.Tenant;
import io.chatauth.event.ChatAuthEvent;
import io.chatauth.spi.AnswerContext;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChatAuthMetricsTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("basedir", "."), "..", "docs", "operating.md");
    private static final String BEGIN = "<!-- meters: written by ChatAuthMetricsTest -->\n";
    private static final String END = "<!-- end of meters -->";
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Tenant ACME = Tenant.of("acme");
    private static final ChallengeId ID = ChallengeId.of("challenge-1");
    private static final FlowId FLOW = FlowId.of("verification-code");
    private static final ChannelId VIBER = ChannelId.of("viber");
    private static final Optional<String> GB = Optional.of("GB");
    private static final Optional<String> WHO = Optional.of("+44*******01");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private void tell(ChatAuthMetrics metrics) {
        metrics.bindTo(registry);
        metrics.on(new ChatAuthEvent.ChallengeStarted(AT, ACME, ID, FLOW, VIBER, "+44*******01", GB));
        metrics.on(new ChatAuthEvent.ChallengeStarted(AT, ACME, ID, FLOW, VIBER, "+44*******01", Optional.empty()));
        for (MessageStatus status : List.of(MessageStatus.SENT, MessageStatus.DELIVERED, MessageStatus.SEEN)) {
            metrics.on(moved(status, Optional.empty()));
        }
        DeliveryFailure failure = new DeliveryFailure(FailureReason.WINDOW_CLOSED, "1", "closed");
        metrics.on(moved(MessageStatus.FAILED, Optional.of(failure)));
        metrics.on(new ChatAuthEvent.DeliveryFailed(AT, ACME, ID, failure));
        metrics.on(new ChatAuthEvent.Answered(
                AT,
                ACME,
                ID,
                FLOW,
                VIBER,
                AnswerContext.Kind.TYPED,
                "WrongAnswer",
                Optional.empty(),
                Optional.empty()));
        metrics.on(ended(ChallengeState.APPROVED, Optional.of(Assurance.SECRET), 12));
        metrics.on(ended(ChallengeState.APPROVED, Optional.of(Assurance.SECRET), -2));
        metrics.on(ended(ChallengeState.EXPIRED, Optional.empty(), 300));
        metrics.on(new ChatAuthEvent.LimitReached(AT, ACME, "sends-per-recipient-10m", Optional.empty()));
        metrics.on(new ChatAuthEvent.WebhookRefused(AT, Optional.empty(), "a path that is not ours"));
        metrics.on(new ChatAuthEvent.FraudReported(AT, ACME, ID, VIBER, "+44*******01"));
        metrics.on(new ChatAuthEvent.OperatorAlert(AT, "mend it"));
        metrics.on(new ChatAuthEvent.KeyCompromised(AT, "k1", 3));
        metrics.on(new ChatAuthEvent.GuessesExhausted(
                AT, ACME, ID, FLOW, VIBER, "+44*******01", ChatAuthEvent.GuessesExhausted.Whose.RECIPIENT, true));
        metrics.on(new ChatAuthEvent.ConsentGiven(
                AT, Optional.of(ACME), VIBER, "Bank", "+44*******01", Consent.Source.OPT_IN, Optional.of(ID)));
        metrics.on(new ChatAuthEvent.ConsentWithdrawn(
                AT, Optional.empty(), VIBER, "Bank", "+44*******01", Consent.Source.WORD));
        metrics.on(new ChatAuthEvent.AnswerUnclear(AT, VIBER, "Bank", "+44*******01", "two are open"));
        metrics.on(new ChatAuthEvent.IdentityChanged(AT, VIBER, "+44*******01"));
    }

    private static ChatAuthEvent moved(MessageStatus status, Optional<DeliveryFailure> failure) {
        return new ChatAuthEvent.MessageMoved(
                AT, ACME, ID, "challenge-1-0-0", VIBER, status, failure, WHO, GB, Optional.empty());
    }

    private static ChatAuthEvent ended(ChallengeState state, Optional<Assurance> assurance, int seconds) {
        return new ChatAuthEvent.ChallengeEnded(
                AT.plusSeconds(seconds), ACME, ID, FLOW, VIBER, state, assurance, AT, WHO, GB, "k1");
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    @Test
    void whatHappenedIsCounted() {
        ChatAuthMetrics metrics = new ChatAuthMetrics();
        metrics.dropped(() -> 7);
        tell(metrics);

        String[] where = {"flow", "verification-code", "channel", "viber", "country", "GB"};
        assertEquals(1, count("chatauth.challenges.started", where));
        assertEquals(1, count("chatauth.challenges.started", "country", "unknown"));
        assertEquals(2, count("chatauth.challenges.ended", "state", "approved"));
        assertEquals(1, count("chatauth.challenges.ended", "state", "expired"));
        assertEquals(1, count("chatauth.messages", "status", "seen", "channel", "viber", "country", "GB"));
        assertEquals(1, count("chatauth.messages", "status", "failed", "reason", "window-closed"));
        assertEquals(1, count("chatauth.answers", "kind", "typed", "result", "WrongAnswer"));
        assertEquals(1, count("chatauth.challenges.undelivered"));
        assertEquals(1, count("chatauth.limits.reached", "limit", "sends-per-recipient-10m"));
        assertEquals(1, count("chatauth.webhooks.refused", "channel", "none"));
        assertEquals(1, count("chatauth.fraud.reports", "channel", "viber"));
        assertEquals(1, count("chatauth.guesses.exhausted", "channel", "viber", "whose", "recipient", "told", "yes"));
        assertEquals(1, count("chatauth.consents.changed", "channel", "viber", "change", "given", "source", "opt-in"));
        assertEquals(
                1, count("chatauth.consents.changed", "channel", "viber", "change", "withdrawn", "source", "word"));
        assertEquals(1, count("chatauth.answers.unclear", "channel", "viber"));
        assertEquals(1, count("chatauth.operator.alerts"));
        assertEquals(1, count("chatauth.keys.compromised"));
        assertEquals(
                7, registry.get("chatauth.events.dropped").functionCounter().count());
        var timer = registry.get("chatauth.answer.time").tags(where).timer();
        assertEquals(2, timer.count());
        assertEquals(12, timer.totalTime(TimeUnit.SECONDS), "a clock that went back counts as nothing");
    }

    @Test
    void metersAndTagsAreThoseOfTheTable() {
        tell(new ChatAuthMetrics());

        Set<String> expected = Arrays.stream(ChatAuthMeter.values())
                .map(meter -> meter.meter() + new TreeSet<>(meter.tags()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = registry.getMeters().stream()
                .map(ChatAuthMetricsTest::shape)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, found);
    }

    private static String shape(Meter meter) {
        return meter.getId().getName()
                + meter.getId().getTags().stream()
                        .map(tag -> tag.getKey())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noTagHoldsATenantAnIdOrANumber() {
        tell(new ChatAuthMetrics());

        String all = registry.getMetersAsString();
        assertFalse(all.contains("acme") || all.contains("challenge-1") || all.contains("+44"), all);
    }

    @Test
    void tenantsAreATagIfWished() {
        tell(ChatAuthMetrics.withTenants());

        assertEquals(1, count("chatauth.challenges.ended", "tenant", "acme", "state", "expired"));
        assertTrue(registry.get("chatauth.operator.alerts")
                .counter()
                .getId()
                .getTags()
                .isEmpty());
    }

    @Test
    void theTableInTheDocumentIsThatOfTheCode() throws IOException {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        if (Boolean.getBoolean("chatauth.docs.write")) {
            Files.writeString(DOCUMENT, document.substring(0, begin) + table() + document.substring(end));
            return;
        }

        assertEquals(table(), document.substring(begin, end), "run this test with -Dchatauth.docs.write=true");
    }

    private static String table() {
        return "| meter | type | tags | what it is |\n|---|---|---|---|\n"
                + Arrays.stream(ChatAuthMeter.values())
                        .map(meter -> "| `" + meter.meter() + "` | " + meter.type() + " | "
                                + String.join(", ", meter.tags()) + " | " + meter.description() + " |\n")
                        .collect(Collectors.joining());
    }
}
