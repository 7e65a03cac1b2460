package io.chatauth.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Callers that each send a message, wait until it is taken, and send the next. */
final class ClosedLoop {
    private enum Phase {
        RUN_UP,
        MEASURED,
        WAY_OUT,
        OVER
    }

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Contender contender;
    private final AtomicLong numbers;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile String problem = "";
    private final List<Caller> callers = new ArrayList<>();
    private volatile Phase phase = Phase.RUN_UP;

    /**
     * Prepares a round.
     *
     * @param contender sends
     * @param callers how many threads
     * @param numbers the next message's number
     */
    ClosedLoop(Contender contender, int callers, AtomicLong numbers) {
        this.contender = contender;
        this.numbers = numbers;
        for (int i = 0; i < callers; i++) {
            this.callers.add(new Caller(i));
        }
    }

    /** Runs the round: opens connections during the run-up, then measures. */
    Round run(Duration runUp, Duration measured) throws InterruptedException {
        callers.forEach(Caller::start);
        Thread.sleep(runUp.toMillis());
        Map<Long, Long> allocatedBefore = allocatedBytes();
        long cpu = SYSTEM.getProcessCpuTime();
        long begin = System.nanoTime();
        phase = Phase.MEASURED;
        Thread.sleep(measured.toMillis());
        phase = Phase.WAY_OUT;
        long nanos = System.nanoTime() - begin;
        cpu = SYSTEM.getProcessCpuTime() - cpu;
        // The callers go on until here: what a thread allocated can't be asked when it has ended.
        long allocated = allocatedSince(allocatedBefore);
        phase = Phase.OVER;
        for (Caller caller : callers) {
            caller.join();
        }
        long[] waits = callers.stream()
                .flatMapToLong(caller -> Arrays.stream(caller.waits, 0, caller.count))
                .sorted()
                .toArray();
        return new Round(
                waits.length,
                nanos,
                cpu,
                allocated,
                percentile(waits, 0.50),
                percentile(waits, 0.99),
                sent.get(),
                failed.get(),
                problem);
    }

    private static long percentile(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(part * sorted.length) - 1];
    }

    private static Map<Long, Long> allocatedBytes() {
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        Map<Long, Long> byThread = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            byThread.put(ids[i], Math.max(0, bytes[i]));
        }
        return byThread;
    }

    /** All threads that send live through the whole window; what one that ended in it had allocated is not known. */
    private static long allocatedSince(Map<Long, Long> before) {
        return allocatedBytes().entrySet().stream()
                .mapToLong(now -> Math.max(0, now.getValue() - before.getOrDefault(now.getKey(), 0L)))
                .sum();
    }

    private final class Caller extends Thread {
        private long[] waits = new long[1 << 14];
        private int count;

        Caller(int number) {
            super("caller-" + number);
        }

        @Override
        public void run() {
            while (phase != Phase.OVER) {
                long begin = System.nanoTime();
                try {
                    contender.send(numbers.getAndIncrement());
                } catch (Exception e) {
                    if (failed.getAndIncrement() == 0) {
                        problem = e.toString();
                    }
                    continue;
                }
                sent.incrementAndGet();
                if (phase == Phase.MEASURED) {
                    note(System.nanoTime() - begin);
                }
            }
        }

        private void note(long wait) {
            if (count == waits.length) {
                waits = Arrays.copyOf(waits, count * 2);
            }
            waits[count++] = wait;
        }
    }
}
