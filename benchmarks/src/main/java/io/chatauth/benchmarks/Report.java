package io.chatauth.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Two contenders side by side.
 *
 * @param measured the one that the report is about
 * @param yardstick the other
 */
record Report(Series measured, Series yardstick) {
    private static final double HUNDRED_THOUSAND = 1e5;

    /** The table, in Markdown that can be read as it is. */
    String table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "median (least–most)",
                measured.kind().title(),
                yardstick.kind().title(),
                "ratio, pair by pair: median (least–most)"));
        rows.add(row("messages per second", Report::whole, Round::messagesPerSecond));
        rows.add(row("CPU seconds for 100,000 messages", Report::two, Round::cpuSeconds));
        rows.add(row("a caller waits, median, µs", Report::whole, round -> round.p50() / 1e3));
        rows.add(row("a caller waits, 99th percentile, µs", Report::whole, round -> round.p99() / 1e3));
        rows.add(row("allocated bytes per message", Report::whole, Round::bytesPerMessage));
        rows.add(stubRow("messages per request", stats -> (double) stats.messages() / stats.requests()));
        rows.add(stubRow(
                "the stub's CPU seconds for 100,000 messages",
                stats -> stats.cpuNanos() / 1e9 / stats.messages() * HUNDRED_THOUSAND));
        rows.add(List.of("messages accepted in all rounds", count(measured.sent()), count(yardstick.sent()), ""));
        rows.add(List.of("messages failed in all rounds", count(measured.failed()), count(yardstick.failed()), ""));
        return aligned(rows);
    }

    /** Says whether ChatAuth is at least level in messages per second and in CPU per message. */
    String verdict() {
        double rate = measured.ratio(yardstick, Round::messagesPerSecond).median();
        double cpu = measured.ratio(yardstick, Round::cpuSeconds).median();
        return String.format(
                Locale.ROOT,
                "Goal: at least the messages per second of %s: %s (x%.2f). At most its CPU per message: %s (x%.2f).",
                yardstick.kind().title(),
                rate >= 1 ? "reached" : "MISSED",
                rate,
                cpu <= 1 ? "reached" : "MISSED",
                cpu);
    }

    /** What went wrong; empty if every message of every round was taken, and the stub server saw each of them. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (Series series : List.of(measured, yardstick)) {
            String who = series.kind().title();
            if (series.rounds().stream().anyMatch(round -> round.messages() == 0)) {
                problems.add(who + " sent nothing in a round; measure for longer");
            }
            if (series.failed() > 0) {
                String first = series.rounds().stream()
                        .map(Round::problem)
                        .filter(problem -> !problem.isEmpty())
                        .findFirst()
                        .orElse("");
                problems.add(series.failed() + " messages of " + who + " were not accepted, the first: " + first);
            }
            if (series.answered() < series.sent()) {
                problems.add(who + " counts " + series.sent() + " accepted messages, the stub server answered "
                        + series.answered());
            }
        }
        return problems;
    }

    private List<String> row(String name, DoubleFunction<String> format, ToDoubleFunction<Round> figure) {
        return List.of(
                name,
                text(measured.spread(figure), format),
                text(yardstick.spread(figure), format),
                text(measured.ratio(yardstick, figure), Report::times));
    }

    private List<String> stubRow(String name, ToDoubleFunction<StubStats> figure) {
        return List.of(
                name,
                text(measured.stubSpread(figure), Report::two),
                text(yardstick.stubSpread(figure), Report::two),
                "");
    }

    private static String text(Series.Spread spread, DoubleFunction<String> format) {
        return format.apply(spread.median()) + " (" + format.apply(spread.least()) + "–" + format.apply(spread.most())
                + ")";
    }

    private static String whole(double figure) {
        return String.format(Locale.ROOT, "%,.0f", figure);
    }

    private static String count(long figure) {
        return String.format(Locale.ROOT, "%,d", figure);
    }

    private static String two(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }

    private static String times(double figure) {
        return String.format(Locale.ROOT, "x%.2f", figure);
    }

    private static String aligned(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines =
                rows.stream().map(row -> line(row, widths)).collect(Collectors.toCollection(ArrayList::new));
        lines.add(1, Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining(" | ", "| ", " |")));
        return String.join("\n", lines);
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            line.append(' ')
                    .append(cells.get(i))
                    .append(" ".repeat(widths[i] - cells.get(i).length()))
                    .append(" |");
        }
        return line.toString();
    }
}
