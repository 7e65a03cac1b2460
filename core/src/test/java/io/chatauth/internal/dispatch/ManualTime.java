package io.chatauth.internal.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A clock and a timer that stand still until the test moves them; due tasks run on the test's thread. */
final class ManualTime extends Clock implements Timer {
    private record Task(Instant at, Runnable work) {}

    private final List<Task> tasks = new ArrayList<>();
    private final BlockingQueue<Duration> scheduled = new LinkedBlockingQueue<>();
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    @Override
    public synchronized void after(Duration delay, Runnable task) {
        tasks.add(new Task(now.plus(delay), task));
        if (!delay.equals(Duration.ofMillis(250))) {
            scheduled.add(delay);
        }
    }

    /** Waits until something beside the sweep is scheduled. */
    Duration awaitScheduled() throws InterruptedException {
        return Optional.ofNullable(scheduled.poll(30, TimeUnit.SECONDS)).orElseThrow();
    }

    void advance(Duration time) {
        Instant end = instant().plus(time);
        for (Optional<Task> due = take(end); due.isPresent(); due = take(end)) {
            due.get().work().run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized Optional<Task> take(Instant end) {
        Optional<Task> due =
                tasks.stream().filter(task -> !task.at().isAfter(end)).min(Comparator.comparing(Task::at));
        due.ifPresent(task -> {
            tasks.remove(task);
            now = task.at().isAfter(now) ? task.at() : now;
        });
        return due;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public void close() {}
}
