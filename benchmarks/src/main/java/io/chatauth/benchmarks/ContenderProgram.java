package io.chatauth.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One contender in its own process. Each line of standard input, {@code <run-up> <measured>} in milliseconds, is a round with
 * a contender of its own; its figures are one line of standard output. Ends with its standard input.
 */
final class ContenderProgram {
    private ContenderProgram() {}

    /**
     * Runs the rounds.
     *
     * @param arguments the contender, the stub server's URL, the number of callers
     * @throws IOException if the input can't be read
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Contender.Kind kind = Contender.Kind.named(arguments[0]);
        URI stub = URI.create(arguments[1]);
        int callers = Integer.parseInt(arguments[2]);
        AtomicLong numbers = new AtomicLong();
        PrintStream out = System.out;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int gap = line.indexOf(' ');
            Duration runUp = Duration.ofMillis(Long.parseLong(line.substring(0, gap)));
            Duration measured = Duration.ofMillis(Long.parseLong(line.substring(gap + 1)));
            // What the round before left behind is nobody's cost in this one.
            System.gc();
            Round round;
            try (Contender contender = kind.open(stub)) {
                round = new ClosedLoop(contender, callers, numbers).run(runUp, measured);
            }
            out.println(round.toLine());
            out.flush();
        }
    }
}
