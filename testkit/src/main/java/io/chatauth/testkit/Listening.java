package io.chatauth.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** Hears what is printed. */
final class Listening {
    private Listening() {}

    /** Does it, and gives all that was printed meanwhile. */
    static String to(Runnable deed) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(deed, "listened to");
        thread.setUncaughtExceptionHandler((any, thrown) -> failure.set(thrown));
        try {
            String printed = whileRuns(thread);
            if (failure.get() != null) {
                throw new AssertionError(failure.get());
            }
            return printed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Starts a thread, waits for its end, and gives all that was printed meanwhile. */
    static String whileRuns(Thread thread) throws InterruptedException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream listening = new PrintStream(written, true, StandardCharsets.UTF_8);
        System.setOut(listening);
        System.setErr(listening);
        try {
            thread.start();
            thread.join();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return written.toString(StandardCharsets.UTF_8);
    }
}
