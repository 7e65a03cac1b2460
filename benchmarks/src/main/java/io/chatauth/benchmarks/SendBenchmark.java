package io.chatauth.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Measures what it costs to send: ChatAuth through its facade beside Infobip's own client for Java, each in a process of its
 * own, in turns, against the same stub server, which is a process too. Run it with {@code benchmarks/run}.
 */
public final class SendBenchmark {
    static final List<String> HEAP = List.of("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC");

    private static final Duration WARM_UP_ROUND = Duration.ofSeconds(10);

    private final Options options;
    private final PrintStream out;

    private SendBenchmark(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Measures and prints; ends with 1 if a message failed, with 2 if the command line is not understood.
     *
     * @param arguments the options; {@code --help} alone, or what is no option, prints what there is
     * @throws IOException if a process can't be started or the result can't be written
     */
    public static void main(String[] arguments) throws IOException {
        int failure = run(List.of(arguments), System.out, System.err);
        if (failure != 0) {
            System.exit(failure);
        }
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        if (arguments.equals(List.of("--help"))) {
            out.print(Options.USAGE);
            return 0;
        }
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(Options.USAGE);
            return 2;
        }
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Report report = new SendBenchmark(options, out).measure();
        List<String> problems = report.problems();
        out.println();
        out.println(report.table());
        out.println();
        out.println(report.verdict());
        problems.forEach(err::println);
        if (problems.isEmpty() && options.write().isPresent()) {
            Path file = options.write().get();
            Files.writeString(file, Document.of(report, options, arguments, load));
            out.println("Written to " + file);
        }
        return problems.isEmpty() ? 0 : 1;
    }

    private Report measure() throws IOException {
        String delay = Long.toString(options.delay().toMillis());
        try (ChildProcess stub = ChildProcess.start(StubServer.class, List.of(), List.of(delay))) {
            URI url = URI.create("http://127.0.0.1:" + stub.answer());
            try (ChildProcess chatAuth = start(Contender.Kind.CHATAUTH, url);
                    ChildProcess official = start(Contender.Kind.OFFICIAL, url)) {
                Series measured = new Series(Contender.Kind.CHATAUTH);
                Series yardstick = new Series(Contender.Kind.OFFICIAL);
                for (int i = 1; i <= options.rounds(); i++) {
                    out.println("round " + i + " of " + options.rounds());
                    add(measured, chatAuth, url);
                    add(yardstick, official, url);
                }
                return new Report(measured, yardstick);
            }
        }
    }

    private ChildProcess start(Contender.Kind kind, URI url) throws IOException {
        out.println("warm-up of " + kind.title());
        ChildProcess process = ChildProcess.start(
                ContenderProgram.class,
                HEAP,
                List.of(kind.name(), url.toString(), Integer.toString(options.callers())));
        // Short rounds, as those that are measured: a long one would fill the store of ChatAuth, and with it the heap.
        for (Duration left = options.warmUp(); !left.isZero(); left = left.minus(shorter(left, WARM_UP_ROUND))) {
            round(process, Duration.ZERO, shorter(left, WARM_UP_ROUND));
        }
        return process;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void add(Series series, ChildProcess process, URI url) throws IOException {
        StubStats before = StubStats.of(url);
        Round round = round(process, options.runUp(), options.measured());
        series.rounds().add(round);
        series.stub().add(StubStats.of(url).minus(before));
        out.printf("  %s: %,.0f messages/s%n", series.kind().title(), round.messagesPerSecond());
    }

    private static Round round(ChildProcess process, Duration runUp, Duration measured) throws IOException {
        process.ask(runUp.toMillis() + " " + measured.toMillis());
        return Round.of(process.answer());
    }
}
