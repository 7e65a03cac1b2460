package io.chatauth.internal.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.chatauth.BusyException;
import io.chatauth.Receipt;
import io.chatauth.TransportException;
import io.chatauth.spi.WireResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Many threads, real time, a provider that fails in every way: every message ends, and only once. */
class StormTest {
    private static final int THREADS = 4;
    private static final int MESSAGES = 3_000;

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.chatauth");
    private final Random random = new Random(20261123);
    private final FakeTransport transport = new FakeTransport();
    private final FakeChannel channel = new FakeChannel(20);
    private final CountDownLatch ended = new CountDownLatch(THREADS * MESSAGES);
    private final AtomicInteger endedTwice = new AtomicInteger();
    private final AtomicInteger leftOver = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();

    private final class Counted extends FakeShipment {
        Counted(String id, String lane, Instant deadline) {
            super(channel, id, lane, deadline);
        }

        @Override
        public void settled(Receipt receipt) {
            accepted.addAndGet(receipt.accepted() ? 1 : 0);
            end();
        }

        @Override
        public void left() {
            leftOver.incrementAndGet();
            end();
        }

        private void end() {
            endedTwice.addAndGet(ends.getAndIncrement());
            ended.countDown();
        }
    }

    @BeforeEach
    void hush() {
        logger.setLevel(Level.ERROR);
    }

    @AfterEach
    void speakAgain() {
        logger.setLevel(null);
    }

    private WireResponse storm(FakeTransport.Call call) {
        int dice = random.nextInt(100);
        if (dice < 55) {
            return FakeTransport.response(200, "");
        }
        if (dice < 65) {
            throw new TransportException("broke", true, null);
        }
        return dice < 80
                ? FakeTransport.response(503, "")
                : FakeTransport.response(dice < 90 ? 400 : 429, "", "Retry-After", "0");
    }

    private Dispatcher dispatcher() {
        transport.script = this::storm;
        DispatchSettings settings = new DispatchSettings(
                4,
                500,
                8,
                4,
                Duration.ofSeconds(5),
                Duration.ofMillis(1),
                Duration.ofMillis(4),
                Duration.ofMillis(5),
                Duration.ofMinutes(1));
        return new Dispatcher(transport, settings, Clock.systemUTC(), Thread::new);
    }

    private List<Thread> submitAll(Dispatcher dispatcher) {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int number = t;
            Thread thread = new Thread(() -> {
                for (int i = 0; i < MESSAGES; i++) {
                    submit(
                            dispatcher,
                            new Counted(
                                    number + "-" + i,
                                    "lane" + i % 3,
                                    i % 50 == 0 ? Instant.now() : Instant.now().plusSeconds(60)));
                }
            });
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private void submit(Dispatcher dispatcher, Counted shipment) {
        while (true) {
            try {
                dispatcher.submit(dispatcher.reserve(), shipment);
                return;
            } catch (BusyException e) {
                Thread.onSpinWait();
            } catch (IllegalStateException e) {
                shipment.left();
                return;
            }
        }
    }

    @Test
    void everyMessageEndsOnce() throws Exception {
        try (Dispatcher dispatcher = dispatcher()) {
            submitAll(dispatcher);
            assertTrue(ended.await(2, TimeUnit.MINUTES), ended.getCount() + " messages never ended");
            assertEquals(0, dispatcher.pending());
        }
        assertEquals(0, endedTwice.get());
        assertEquals(0, leftOver.get());
        assertTrue(accepted.get() > 0);
    }

    @Test
    void everyMessageEndsOnceWhenClosedInTheMiddle() throws Exception {
        CountDownLatch some = new CountDownLatch(300);
        Dispatcher dispatcher = dispatcher();
        transport.script = call -> {
            some.countDown();
            return storm(call);
        };
        List<Thread> threads = submitAll(dispatcher);
        assertTrue(some.await(2, TimeUnit.MINUTES));
        dispatcher.close();
        for (Thread thread : threads) {
            thread.join();
        }
        assertTrue(ended.await(2, TimeUnit.MINUTES), ended.getCount() + " messages never ended");
        assertEquals(0, endedTwice.get());
        assertEquals(0, dispatcher.pending());
        assertTrue(leftOver.get() > 0);
    }
}
