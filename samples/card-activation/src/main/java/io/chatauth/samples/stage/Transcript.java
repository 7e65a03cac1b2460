package io.chatauth.samples.stage;

import java.io.PrintStream;
import java.nio.charset.Charset;

/** Prints what happened, step by step, and counts it. Not safe for use by many threads. */
public final class Transcript {
    private static final String INDENT = "       ";

    private final PrintStream out;
    private final int steps;
    private final String done;
    private final String missing;
    private int happened;

    /**
     * Begins.
     *
     * @param out where it is printed
     * @param steps how many steps there are
     */
    public Transcript(PrintStream out, int steps) {
        this.out = out;
        this.steps = steps;
        boolean marks = Charset.forName(System.getProperty("native.encoding", "US-ASCII"))
                .newEncoder()
                .canEncode("✓✗");
        done = marks ? "✓" : "ok";
        missing = marks ? "✗" : "NO";
    }

    /**
     * Prints a line that is no step.
     *
     * @param line the line
     */
    public void say(String line) {
        out.println(line);
    }

    /**
     * Prints lines below a step.
     *
     * @param text the lines
     */
    public void detail(String text) {
        text.lines().forEach(line -> out.println(INDENT + line));
    }

    /**
     * Prints a step that happened.
     *
     * @param what what happened
     */
    public void happened(String what) {
        happened++;
        out.printf("%2d  %s  %s%n", happened, done, what);
    }

    /**
     * Prints why the next step did not happen.
     *
     * @param why what happened instead
     */
    public void missing(String why) {
        out.printf("%2d  %s  %s%n", happened + 1, missing, why);
    }

    /**
     * Prints the count.
     *
     * @return whether all steps happened
     */
    public boolean finish() {
        out.println();
        out.println(happened + " of " + steps + " steps happened");
        out.flush();
        return happened == steps;
    }
}
