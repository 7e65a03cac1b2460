package io.chatauth.internal.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.BusyException;
import io.chatauth.FailureReason;
import io.chatauth.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DispatcherTest extends DispatcherFixture {
    @Test
    void aMessageThatFindsAFreeSlotLeavesAtOnceAndAlone() throws Exception {
        settings = settings.withRequestsPerLane(4);
        FakeShipment stalled = send("m0");
        FakeTransport.Call first = transport.next();
        FakeShipment other = send("m1");
        FakeTransport.Call second = transport.next();
        assertEquals(List.of("m0"), first.ids());
        assertEquals(List.of("m1"), second.ids());
        second.answer(200, "");
        assertTrue(other.await().accepted(), "a stalled request must not delay another while a slot is free");
        assertFalse(stalled.receipt.isDone());
        first.answer(200, "");
        assertTrue(stalled.await().accepted());
    }

    @Test
    void aFreedSlotTakesAllThatWaitUpToTheBatchSize() throws Exception {
        settings = settings.withRequestsPerLane(2);
        send("a");
        FakeTransport.Call first = transport.next();
        send("b");
        FakeTransport.Call second = transport.next();
        List<FakeShipment> waiting = sendAll("m", 130);
        assertTrue(transport.calls.isEmpty());
        first.answer(200, "");
        FakeTransport.Call third = transport.next();
        assertEquals(ids(waiting.subList(0, 100)), third.ids());
        second.answer(200, "");
        FakeTransport.Call fourth = transport.next();
        assertEquals(ids(waiting.subList(100, 130)), fourth.ids());
        third.answer(200, "");
        fourth.answer(200, "");
        for (FakeShipment shipment : waiting) {
            assertTrue(shipment.await().accepted());
        }
        assertEquals(4, transport.count.get());
    }

    @Test
    void endpointsDontWaitForEachOther() throws Exception {
        send("m0");
        FakeTransport.Call stalled = transport.next();
        FakeShipment other = send(new FakeShipment(channel, "m1", "other", Instant.MAX));
        transport.next().answer(200, "");
        assertTrue(other.await().accepted());
        stalled.answer(200, "");
    }

    @Test
    void aFullQueueAnswersTypedAndAnUnusedPlaceComesBack() throws Exception {
        settings = settings.withQueueCapacity(2);
        FakeShipment first = send("m0");
        FakeTransport.Call call = transport.next();
        Permit unused = dispatcher().reserve();
        BusyException e = assertThrows(BusyException.class, () -> dispatcher().reserve());
        assertEquals(
                "the queue is full: 2 messages wait or are being sent; try again later, or allow more by"
                        + " chatauth.dispatch.queue",
                e.getMessage());
        unused.close();
        unused.close();
        FakeShipment second = send("m1");
        assertThrows(BusyException.class, () -> dispatcher().reserve());
        call.answer(200, "");
        first.await();
        transport.next().answer(200, "");
        second.await();
        assertEquals(0, dispatcher().pending());
        assertThrows(IllegalStateException.class, () -> dispatcher().submit(unused, shipment("x", Duration.ZERO)));
    }

    @Test
    void aDeadlineEndsOnlyItsOwnWait() throws Exception {
        send("m0");
        FakeTransport.Call stalled = transport.next();
        FakeShipment hasty = send(shipment("m1", Duration.ofSeconds(1)));
        FakeShipment patient = send("m2");
        time.advance(Duration.ofSeconds(2));
        assertEquals(FailureReason.EXPIRED, hasty.reason());
        assertEquals(
                "its time ran out while it waited for a free request to fake (lane)",
                hasty.refused().failure().text());
        stalled.answer(200, "");
        FakeTransport.Call next = transport.next();
        assertEquals(List.of("m2"), next.ids());
        next.answer(200, "");
        assertTrue(patient.await().accepted());
    }

    @Test
    void whatIsNoLongerWantedLeavesTheQueueBeforeEncoding() throws Exception {
        send("m0");
        FakeTransport.Call stalled = transport.next();
        FakeShipment cancelled = send("m1");
        FakeShipment late = send(shipment("m2", Duration.ofMillis(100)));
        FakeShipment kept = send("m3");
        cancelled.wanted = false;
        time.advance(Duration.ofMillis(150));
        stalled.answer(200, "");
        FakeTransport.Call next = transport.next();
        assertEquals(List.of("m3"), next.ids());
        assertEquals(List.of("m0", "m3"), channel.encoded);
        assertEquals(FailureReason.NOT_NEEDED, cancelled.reason());
        assertEquals(FailureReason.EXPIRED, late.reason());
        next.answer(200, "");
        assertTrue(kept.await().accepted());
    }

    @Test
    void theTimeForARequestEndsWithTheLongestLifeInIt() throws Exception {
        FakeShipment shipment = send(shipment("m0", Duration.ofSeconds(7)));
        FakeTransport.Call call = transport.next();
        assertEquals(Duration.ofSeconds(7), call.timeout());
        send(shipment("m1", Duration.ofSeconds(5)));
        send(shipment("m2", Duration.ofSeconds(90)));
        call.answer(200, "");
        shipment.await();
        FakeTransport.Call batch = transport.next();
        assertEquals(List.of("m1", "m2"), batch.ids());
        assertEquals(Duration.ofSeconds(30), batch.timeout());
        batch.answer(200, "");
    }

    @Test
    void anAnswerThatCantBeReadIsNoReceipt() throws Exception {
        FakeShipment shipment = send("m0");
        transport.next().answer(200, "garbage");
        assertEquals(FailureReason.PROVIDER, shipment.reason());
        assertTrue(
                shipment.refused().failure().text().endsWith("may have been taken: expected an object at position 1"));
    }

    @Test
    void aMessageWithoutReceiptCountsAsRefused() throws Exception {
        send("m0");
        FakeTransport.Call stalled = transport.next();
        FakeShipment first = send("m1");
        FakeShipment second = send("m2");
        stalled.answer(200, "");
        transport.next().answer(200, "forget m1");
        assertEquals(FailureReason.PROVIDER, first.reason());
        assertTrue(second.await().accepted());
    }

    @Test
    void aThrowingCallbackHarmsNobody() throws Exception {
        send("m0");
        FakeTransport.Call stalled = transport.next();
        FakeShipment throwing = send(new FakeShipment(channel, "m1", "lane", Instant.MAX) {
            @Override
            public void settled(Receipt value) {
                super.settled(value);
                throw new AssertionError("a listener's own failure");
            }

            @Override
            public boolean wanted() {
                throw new IllegalStateException("a store's own failure");
            }
        });
        FakeShipment other = send("m2");
        stalled.answer(200, "");
        transport.next().answer(200, "");
        assertTrue(throwing.await().accepted());
        assertTrue(other.await().accepted());
        FakeShipment after = send("m3");
        transport.next().answer(200, "");
        assertTrue(after.await().accepted());
    }

    @Test
    void aChannelThatCantNameItsEndpointIsToldSo() throws Exception {
        FakeShipment shipment = send(new FakeShipment(channel, "m0", "broken", Instant.MAX));
        assertEquals(FailureReason.INVALID_REQUEST, shipment.reason());
        assertEquals(
                "the channel fake can't name its endpoint: java.lang.IllegalStateException",
                shipment.refused().failure().text());
        assertEquals(0, dispatcher().pending());
    }

    @Test
    void closingFinishesWhatIsInFlightAndLeavesTheRest() throws Exception {
        settings = settings.withRequestsPerLane(2);
        FakeShipment inFlight = send("m0");
        FakeTransport.Call call = transport.next();
        FakeShipment backingOff = send("m1");
        transport.next().answer(503, "");
        time.awaitScheduled();
        FakeShipment stalled = send("m2");
        FakeTransport.Call failing = transport.next();
        List<FakeShipment> waiting = sendAll("w", 5);
        Thread closing = new Thread(() -> dispatcher().close());
        closing.start();
        for (FakeShipment shipment : waiting) {
            assertTrue(shipment.left.get(30, TimeUnit.SECONDS));
        }
        assertTrue(backingOff.left.get(30, TimeUnit.SECONDS));
        call.answer(200, "");
        failing.answer(503, "");
        assertTrue(inFlight.await().accepted());
        assertTrue(stalled.left.get(30, TimeUnit.SECONDS), "a retry after closing is for the next start");
        closing.join();
        FakeShipment late = shipment("late", Duration.ofMinutes(1));
        assertThrows(IllegalStateException.class, () -> dispatcher().reserve());
        assertEquals(0, dispatcher().pending());
        assertEquals(0, late.ends.get());
        for (FakeShipment shipment : List.of(inFlight, backingOff, stalled, waiting.get(0))) {
            assertEquals(1, shipment.ends.get());
        }
    }

    @Test
    void closingInterruptsWhatTakesTooLong() throws Exception {
        settings = settings.withCloseTimeout(Duration.ofMillis(1));
        FakeShipment stalled = send("m0");
        transport.next();
        Permit permit = dispatcher().reserve();
        dispatcher().close();
        assertTrue(stalled.left.get(30, TimeUnit.SECONDS));
        FakeShipment late = shipment("late", Duration.ofMinutes(1));
        dispatcher().submit(permit, late);
        assertTrue(late.left.get(30, TimeUnit.SECONDS));
        assertEquals(0, dispatcher().pending());
    }

    @Test
    void settingsOutOfRangeNameTheProperty() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> DispatchSettings.defaults().withQueueCapacity(0));
        assertEquals("chatauth.dispatch.queue 0 is out of range: 1 to 10000000", e.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> DispatchSettings.defaults().withCloseTimeout(Duration.ZERO));
    }
}
