package io.chatauth.sandbox;

import static io.chatauth.sandbox.SandboxClient.SEND;
import static io.chatauth.sandbox.SandboxClient.batch;
import static io.chatauth.sandbox.SandboxClient.json;
import static io.chatauth.sandbox.SandboxClient.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A webhook that isn't answered with 2xx comes again, as at Infobip: after 1 min + 1 min × n². */
class RetryTest extends SandboxTestBase {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Override
    Sandbox.Builder configured(Sandbox.Builder builder) {
        return builder.retryUnit(Duration.ofMinutes(1)).clock(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void theWaitsGrowAndTheClockCanBeMovedBeyondThem() {
        receiver.answerNext(503);
        receiver.answerNext(500);
        receiver.answerNext(302);
        send();
        String first = receiver.next().raw();

        assertEquals("2026-01-01T12:01:00.000+0000", waiting().path("due").asText());
        advance(60);
        assertEquals(first, receiver.next().raw());

        JsonNode second = waiting();
        assertEquals("2026-01-01T12:03:00.000+0000", second.path("due").asText());
        assertEquals(2, second.path("tried").asInt());
        assertEquals("DELIVERY", second.path("event").asText());
        advance(119);
        receiver.assertNothingMore();
        assertEquals(2, waiting().path("tried").asInt());
        advance(1);
        assertEquals(first, receiver.next().raw());

        assertEquals("2026-01-01T12:08:00.000+0000", waiting().path("due").asText());
        advance(300);
        assertEquals(first, receiver.next().raw());
        assertTrue(client.get("/_sandbox/webhooks").body().isEmpty());
    }

    @Test
    void aResetForgetsWhatWaitsAndTheMovedClock() {
        receiver.answerNext(503);
        send();
        receiver.next();
        waiting();
        advance(10);

        client.post("/_sandbox/reset", "{}");

        assertTrue(client.get("/_sandbox/webhooks").body().isEmpty());
        assertEquals(
                "2026-01-01T12:00:00.000+0000",
                client.get("/_sandbox/clock").body().path("now").asText());
        assertEquals(
                400, client.post("/_sandbox/clock", json("{'advanceMs':-1}")).status());
    }

    private void send() {
        client.approved(CARD_ACTIVATION);
        client.call("PUT", "/_sandbox/webhook", json("{'url':'" + receiver.url("/hook") + "'}"), null);
        client.post(SEND, batch(message("card_activation", "en_GB", "Ana")));
    }

    /** Gives the post that waits, once the receiver's refusal came back. */
    private JsonNode waiting() {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            JsonNode list = client.get("/_sandbox/webhooks").body();
            if (!list.isEmpty()) {
                return list.get(0);
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nothing waits");
    }

    private void advance(int seconds) {
        client.post("/_sandbox/clock", "{\"advanceMs\":" + seconds * 1000L + "}");
    }
}
