package io.chatauth.internal.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.FailureReason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest extends DispatcherFixture {
    private static final Duration OPEN_FOR = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.EPOCH;

    @Test
    void opensWhenHalfOfAtLeastTwentyFailed() {
        Breaker breaker = new Breaker(OPEN_FOR);
        for (int i = 0; i < 19; i++) {
            assertEquals(Breaker.Change.NONE, breaker.record(true, false, NOW));
        }
        assertTrue(breaker.tryPass(NOW));
        assertEquals(Breaker.Change.OPENED, breaker.record(true, false, NOW));
        assertFalse(breaker.tryPass(NOW.plusMillis(29_999)));
    }

    @Test
    void looksAtTheLastFiftyOnly() {
        Breaker breaker = new Breaker(OPEN_FOR);
        for (int i = 0; i < 100; i++) {
            breaker.record(false, false, NOW);
        }
        for (int i = 0; i < 24; i++) {
            assertEquals(Breaker.Change.NONE, breaker.record(true, false, NOW));
        }
        assertEquals(Breaker.Change.OPENED, breaker.record(true, false, NOW));
    }

    @Test
    void letsOneProbeThroughAndBelievesNobodyElse() {
        Breaker breaker = new Breaker(OPEN_FOR);
        for (int i = 0; i < 20; i++) {
            breaker.record(true, false, NOW);
        }
        Instant later = NOW.plus(OPEN_FOR);
        assertTrue(breaker.tryPass(later));
        assertFalse(breaker.tryPass(later));
        assertEquals(Breaker.Change.NONE, breaker.record(false, false, later));
        assertEquals(Breaker.Change.OPENED, breaker.record(true, true, later));
        assertFalse(breaker.tryPass(later));
        Instant again = later.plus(OPEN_FOR);
        assertTrue(breaker.tryPass(again));
        breaker.probeUnused();
        assertTrue(breaker.tryPass(again), "a probe that asked nobody is followed by the next");
        assertEquals(Breaker.Change.CLOSED, breaker.record(false, true, again));
        assertTrue(breaker.isClosed());
    }

    private void openTheBreaker() throws Exception {
        settings = settings.withTries(1, Duration.ofMinutes(2)).withRequestsPerLane(4);
        transport.script = call -> FakeTransport.response(500, "");
        for (int i = 0; i < 20; i++) {
            assertEquals(FailureReason.UNREACHABLE, send("f" + i).reason());
        }
        assertEquals(OPEN_FOR, time.awaitScheduled());
        transport.script = call -> null;
        transport.count.set(0);
    }

    @Test
    void whileOpenMessagesWaitUntilOneProbeSucceeds() throws Exception {
        openTheBreaker();
        FakeShipment hasty = send(shipment("hasty", Duration.ofSeconds(5)));
        FakeShipment first = send("m0");
        time.advance(Duration.ofSeconds(29));
        assertEquals(FailureReason.EXPIRED, hasty.reason());
        assertEquals(0, transport.count.get());
        time.advance(Duration.ofSeconds(1));
        FakeTransport.Call probe = transport.next();
        FakeShipment second = send("m1");
        time.advance(Duration.ofSeconds(1));
        assertEquals(1, transport.count.get(), "one probe only");
        probe.answer(200, "");
        transport.next().answer(200, "");
        assertTrue(first.await().accepted());
        assertTrue(second.await().accepted());
    }

    @Test
    void aProbeThatFailsLeavesTheEndpointAloneAgain() throws Exception {
        openTheBreaker();
        FakeShipment probe = send("m0");
        time.advance(OPEN_FOR);
        transport.next().answer(503, "");
        assertEquals(FailureReason.UNREACHABLE, probe.reason());
        assertEquals(OPEN_FOR, time.awaitScheduled());
        FakeShipment next = send("m1");
        time.advance(Duration.ofSeconds(29));
        assertEquals(1, transport.count.get());
        time.advance(Duration.ofSeconds(1));
        transport.next().answer(200, "");
        assertTrue(next.await().accepted());
    }

    @Test
    void aProbeThatNobodyWantsMakesRoomForTheNext() throws Exception {
        openTheBreaker();
        FakeShipment cancelled = send("m0");
        cancelled.wanted = false;
        time.advance(OPEN_FOR);
        assertEquals(FailureReason.NOT_NEEDED, cancelled.reason());
        FakeShipment next = send("m1");
        time.advance(Duration.ofSeconds(1));
        transport.next().answer(200, "");
        assertTrue(next.await().accepted());
    }
}
