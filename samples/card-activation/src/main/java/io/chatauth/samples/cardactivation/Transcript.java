package io.chatauth.samples.cardactivation;

import java.io.PrintStream;
import java.nio.charset.Charset;

/** Prints what happened, step by step, and counts it. Not safe for use by many threads. */
final class Transcript {
    private static final String INDENT = "       ";

    private final PrintStream out;
    private final int steps;
    private final String done;
    private final String missing;
    private int happened;

    Transcript(PrintStream out, int steps) {
        this.out = out;
        this.steps = steps;
        boolean marks = Charset.forName(System.getProperty("native.encoding", "US-ASCII"))
                .newEncoder()
                .canEncode("✓✗");
        done = marks ? "✓" : "ok";
        missing = marks ? "✗" : "NO";
    }

    /** Prints a line that is no step. */
    void say(String line) {
        out.println(line);
    }

    /** Prints lines below a step. */
    void detail(String text) {
        text.lines().forEach(line -> out.println(INDENT + line));
    }

    /** Prints a step that happened. */
    void happened(String what) {
        happened++;
        out.printf("%2d  %s  %s%n", happened, done, what);
    }

    /** Prints why the next step did not happen. */
    void missing(String why) {
        out.printf("%2d  %s  %s%n", happened + 1, missing, why);
    }

    /** Prints the count, and tells whether all steps happened. */
    boolean finish() {
        out.println();
        out.println(happened + " of " + steps + " steps happened");
        out.flush();
        return happened == steps;
    }
}
