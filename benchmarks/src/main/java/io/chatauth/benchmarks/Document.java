package io.chatauth.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a report down with all that is needed to judge it and to make it again. */
final class Document {
    private Document() {}

    /** Gives the page; the system's load is that before the run. */
    static String of(Report report, Options options, List<String> arguments, double load) {
        return String.join(
                "\n",
                "# Benchmarks",
                "",
                "Written by the program itself; figures of another machine or another day can't be compared with these.",
                "",
                "## Sending: ChatAuth and Infobip's client for Java",
                "",
                "| what | how |",
                "| --- | --- |",
                "| date | " + LocalDate.now(ZoneOffset.UTC) + " |",
                "| commit | " + commit() + " |",
                "| command | `" + String.join(" ", command(arguments)) + "` |",
                "| machine | " + machine() + " |",
                "| its load before | "
                        + String.format(Locale.ROOT, "%.1f processes (a quiet machine has less than 1)", load) + " |",
                "| against | `com.infobip:infobip-api-java-client` " + officialVersion() + ", synchronous |",
                "| load | " + load(options) + " |",
                "",
                report.table(),
                "",
                report.verdict(),
                "",
                meaning(report, options),
                "");
    }

    private static String load(Options options) {
        return options.callers() + " callers, each waits for its message before it sends the next; " + options.rounds()
                + " rounds each, in turns, of " + options.measured().toMillis() + " ms after "
                + options.warmUp().toMillis() + " ms of warm-up and "
                + options.runUp().toMillis()
                + " ms of run-up; the stub answers "
                + (options.delay().isZero()
                        ? "at once"
                        : "after " + options.delay().toMillis() + " ms");
    }

    private static String meaning(Report report, Options options) {
        double perRequest = report.measured()
                .stubSpread(stats -> (double) stats.messages() / stats.requests())
                .median();
        return String.format(
                Locale.ROOT,
                """
                What it means: Infobip's client sends one message per request, as one calls it. ChatAuth has at most %d requests
                in flight; while they are under way, further messages gather and leave together, here %.1f to a request. That
                saves it requests; with a single caller there is nothing to gather, and a message costs what a request costs.
                Against that, ChatAuth does more for each message: it reads the phone number, adapts the template, counts
                against limits, seals a challenge and stores it in memory, where it stays, and records the answer. The callers,
                the stub server and the measured process share the same %d processors, all over the loopback interface, without
                TLS and %s: the real API answers in tens of milliseconds, over TLS, and may limit the rate. So this says what
                the library costs, not how fast messages arrive. What a caller waits is that of a closed loop at full load.""",
                ChatAuthContender.REQUESTS,
                perRequest,
                Runtime.getRuntime().availableProcessors(),
                options.delay().isZero() ? "without network delay" : "with the delay named above only");
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("benchmarks/run"));
        command.addAll(arguments);
        return command;
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", Java " + Runtime.version() + ", "
                + String.join(" ", SendBenchmark.HEAP)
                + " for each contender";
    }

    private static String officialVersion() {
        Package official = com.infobip.ApiClient.class.getPackage();
        String version = official.getImplementationVersion();
        return version == null ? jarVersion() : version;
    }

    /** The client's manifest names no version, its jar does. */
    private static String jarVersion() {
        String jar = com.infobip.ApiClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return jar.replaceAll(".*infobip-api-java-client-(.*)\\.jar", "$1");
    }

    private static String commit() {
        String commit = git("rev-parse", "HEAD");
        if (commit.isEmpty()) {
            return "unknown";
        }
        boolean changed = !git("status", "--porcelain", "--untracked-files=no").isEmpty();
        return commit + (changed ? ", with changes that are not committed" : "");
    }

    private static String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return process.waitFor() == 0 ? said : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
