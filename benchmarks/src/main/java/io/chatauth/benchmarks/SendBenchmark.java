package io.chatauth.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Measures what it costs to send: ChatAuth through its facade beside Infobip's own client for Java, each in a process of its
 * own, in turns, against the same stub server, which is a process too. Run it with {@code benchmarks/run}.
 */
public final class SendBenchmark {
    static final String HEAP = "-Xmx2g";

    private final Options options;
    private final PrintStream out;

    private SendBenchmark(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Measures and prints; ends with 1 if a message failed, with 2 if the command line is not understood.
     *
     * @param arguments the options; any that is not one prints what there is
     * @throws IOException if a process can't be started or the result can't be written
     */
    public static void main(String[] arguments) throws IOException {
        int failure = run(List.of(arguments), System.out, System.err);
        if (failure != 0) {
            System.exit(failure);
        }
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(Options.USAGE);
            return 2;
        }
        Report report = new SendBenchmark(options, out).measure();
        List<String> problems = report.problems();
        out.println();
        out.println(report.table());
        out.println();
        out.println(report.verdict());
        problems.forEach(err::println);
        if (problems.isEmpty() && options.write().isPresent()) {
            Path file = options.write().get();
            Files.writeString(file, Document.of(report, options, arguments));
            out.println("Written to " + file);
        }
        return problems.isEmpty() ? 0 : 1;
    }

    private Report measure() throws IOException {
        Map<Contender.Kind, Series> series = new EnumMap<>(Contender.Kind.class);
        Map<Contender.Kind, ChildProcess> processes = new EnumMap<>(Contender.Kind.class);
        try (ChildProcess stub = ChildProcess.start(
                StubServer.class,
                List.of(),
                List.of(Long.toString(options.delay().toMillis())))) {
            URI url = URI.create("http://127.0.0.1:" + stub.answer());
            try {
                for (Contender.Kind kind : Contender.Kind.values()) {
                    series.put(kind, new Series(kind));
                    processes.put(kind, start(kind, url));
                    out.println("warm-up of " + kind.title());
                    round(processes.get(kind), Duration.ZERO, options.warmUp());
                }
                for (int i = 1; i <= options.rounds(); i++) {
                    for (Contender.Kind kind : Contender.Kind.values()) {
                        StubStats before = StubStats.of(url);
                        Round round = round(processes.get(kind), options.runUp(), options.measured());
                        series.get(kind).rounds().add(round);
                        series.get(kind).stub().add(StubStats.of(url).minus(before));
                        out.printf("round %d, %s: %,.0f messages/s%n", i, kind.title(), round.messagesPerSecond());
                    }
                }
            } finally {
                processes.values().forEach(ChildProcess::close);
            }
        }
        return new Report(series.get(Contender.Kind.CHATAUTH), series.get(Contender.Kind.OFFICIAL));
    }

    private ChildProcess start(Contender.Kind kind, URI url) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(kind.name(), url.toString(), Integer.toString(options.callers())));
        return ChildProcess.start(ContenderProgram.class, List.of(HEAP), arguments);
    }

    private static Round round(ChildProcess process, Duration runUp, Duration measured) throws IOException {
        process.ask(runUp.toMillis() + " " + measured.toMillis());
        return Round.of(process.answer());
    }
}
