package io.chatauth.internal.dispatch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.FailureReason;
import io.chatauth.TransportException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest extends DispatcherFixture {
    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void everyRetryCarriesTheSameMessageAndBody(int status) throws Exception {
        FakeShipment shipment = send("m0");
        byte[] body = null;
        for (long wait : new long[] {200, 400, 800}) {
            FakeTransport.Call call = transport.next();
            assertTrue(body == null || body == call.request().body(), "the request is made once");
            body = call.request().body();
            call.answer(status, "");
            assertEquals(Duration.ofMillis(wait), time.awaitScheduled());
            time.advance(Duration.ofMillis(wait - 1));
            assertTrue(transport.calls.isEmpty());
            time.advance(Duration.ofMillis(1));
        }
        FakeTransport.Call last = transport.next();
        assertArrayEquals("m0".getBytes(), last.request().body());
        last.answer(status, "busy");
        assertEquals(status == 429 ? FailureReason.RATE_LIMITED : FailureReason.UNREACHABLE, shipment.reason());
        assertEquals(
                "HTTP " + status + ", busy (try 4 of 4)",
                shipment.refused().failure().text());
        assertEquals(4, transport.count.get());
        assertEquals(List.of("m0"), channel.encoded);
    }

    @Test
    void aLostAnswerIsTriedAgain() throws Exception {
        FakeShipment shipment = send("m0");
        transport.next().fail(new TransportException("the connection broke", true, null));
        time.advance(time.awaitScheduled());
        transport.next().answer(200, "");
        assertTrue(shipment.await().accepted());
    }

    @Test
    void lostAnswersEndAsUnreachable() throws Exception {
        settings = settings.withTries(2, Duration.ofSeconds(30));
        FakeShipment shipment = send("m0");
        transport.next().fail(new TransportException("x refused the connection", false, null));
        time.advance(time.awaitScheduled());
        transport.next().fail(new TransportException("x refused the connection", false, null));
        assertEquals(FailureReason.UNREACHABLE, shipment.reason());
        assertEquals(
                "x refused the connection (try 2 of 2)",
                shipment.refused().failure().text());
    }

    @Test
    void retryAfterInSecondsIsTheLeastAndHoldsTheWholeEndpoint() throws Exception {
        FakeShipment shipment = send("m0");
        transport.next().answer(429, "", "Retry-After", "7");
        assertEquals(Duration.ofSeconds(7), time.awaitScheduled());
        assertEquals(Duration.ofSeconds(7), time.awaitScheduled());
        FakeShipment other = send("m1");
        time.advance(Duration.ofMillis(6_999));
        assertTrue(transport.calls.isEmpty(), "neither the same message nor another goes before");
        time.advance(Duration.ofMillis(1));
        transport.next().answer(200, "");
        transport.next().answer(200, "");
        assertTrue(shipment.await().accepted());
        assertTrue(other.await().accepted());
    }

    @Test
    void retryAfterAsADateIsReadToo() throws Exception {
        FakeShipment shipment = send("m0");
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                time.instant().plusSeconds(12).atZone(ZoneOffset.UTC));
        transport.next().answer(503, "", "Retry-After", date);
        assertEquals(Duration.ofSeconds(12), time.awaitScheduled());
        time.awaitScheduled();
        time.advance(Duration.ofSeconds(12));
        transport.next().answer(200, "");
        assertTrue(shipment.await().accepted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "", "99999999999999999999", "Sun, 99 Nov 2026 10:00:00 GMT"})
    void aRetryAfterThatMeansNothingIsPassedOver(String value) throws Exception {
        send("m0");
        transport.next().answer(503, "", "Retry-After", value);
        assertEquals(Duration.ofMillis(200), time.awaitScheduled());
    }

    @Test
    void aRetryAfterBeyondTheDeadlineRefusesAtOnce() throws Exception {
        FakeShipment shipment = send(shipment("m0", Duration.ofSeconds(5)));
        transport.next().answer(429, "", "Retry-After", "5");
        assertEquals(FailureReason.RATE_LIMITED, shipment.reason());
        assertEquals(
                "HTTP 429 (try 1 of 4); the provider asks to wait 5 s",
                shipment.refused().failure().text());
    }

    @Test
    void aRetryAfterBeyondTheTimeForAllTriesRefusesAtOnce() throws Exception {
        FakeShipment shipment = send("m0");
        transport.next().answer(503, "", "Retry-After", "3600");
        assertEquals(FailureReason.UNREACHABLE, shipment.reason());
    }

    @Test
    void aBatchThatBacksOffHoldsNoSlot() throws Exception {
        FakeShipment shipment = send("m0");
        transport.next().answer(503, "");
        Duration wait = time.awaitScheduled();
        FakeShipment other = send("m1");
        transport.next().answer(200, "");
        assertTrue(other.await().accepted());
        time.advance(wait);
        transport.next().answer(200, "");
        assertTrue(shipment.await().accepted());
    }

    @Test
    void inABatchADeadlineEndsOnlyItsOwnTries() throws Exception {
        send("first");
        FakeTransport.Call first = transport.next();
        FakeShipment hasty = send(shipment("m0", Duration.ofSeconds(3)));
        FakeShipment cancelled = send("m1");
        FakeShipment patient = send("m2");
        first.answer(200, "");
        transport.next().answer(503, "", "Retry-After", "4");
        assertEquals(FailureReason.UNREACHABLE, hasty.reason());
        cancelled.wanted = false;
        time.awaitScheduled();
        time.awaitScheduled();
        time.advance(Duration.ofSeconds(4));
        FakeTransport.Call retry = transport.next();
        assertEquals(List.of("m2"), retry.ids());
        retry.answer(200, "");
        assertEquals(FailureReason.NOT_NEEDED, cancelled.reason());
        assertTrue(patient.await().accepted());
    }

    @Test
    void oneTimeCoversAllTries() throws Exception {
        settings = settings.withTries(20, Duration.ofSeconds(3));
        FakeShipment shipment = send("m0");
        for (long wait : new long[] {200, 400, 800}) {
            transport.next().answer(503, "");
            assertEquals(Duration.ofMillis(wait), time.awaitScheduled());
            time.advance(Duration.ofMillis(wait));
        }
        FakeTransport.Call last = transport.next();
        assertEquals(Duration.ofMillis(1600), last.timeout());
        last.answer(503, "");
        assertEquals(FailureReason.UNREACHABLE, shipment.reason());
        assertEquals("HTTP 503 (try 4 of 20)", shipment.refused().failure().text());
    }
}
