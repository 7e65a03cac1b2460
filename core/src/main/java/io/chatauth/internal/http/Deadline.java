package io.chatauth.internal.http;

import java.time.Duration;

/** The time that one exchange has, with all that has to be asked before it. */
final class Deadline {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final long end;

    Deadline(Duration time) {
        end = System.nanoTime() + (time.compareTo(LONGEST) < 0 ? time : LONGEST).toNanos();
    }

    /** What is left, at least a millisecond. */
    Duration left() {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        Duration least = Duration.ofMillis(1);
        return left.compareTo(least) < 0 ? least : left;
    }

    boolean isOver() {
        return end - System.nanoTime() <= 0;
    }
}
