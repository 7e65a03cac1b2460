package io.chatauth.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Hears what is printed. */
final class Listening {
    private Listening() {}

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
