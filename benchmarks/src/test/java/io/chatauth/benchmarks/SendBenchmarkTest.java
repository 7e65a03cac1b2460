package io.chatauth.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program runs from end to end; its figures are not looked at. */
class SendBenchmarkTest {
    private static final List<String> ROWS = List.of(
            "messages per second",
            "CPU seconds for 100,000 messages",
            "a caller waits, median, µs",
            "a caller waits, 99th percentile, µs",
            "allocated bytes per message",
            "messages per request",
            "the stub's CPU seconds for 100,000 messages",
            "messages accepted in all rounds",
            "messages failed in all rounds");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void everyMessageOfBothContendersIsAcceptedAndWrittenDown() throws IOException {
        Path file = folder.resolve("benchmarks.md");
        int failure = run(
                "--callers",
                "3",
                "--rounds",
                "1",
                "--warm-up",
                "300",
                "--run-up",
                "50",
                "--measured",
                "500",
                "--write",
                file.toString());
        assertEquals("", text(err));
        assertEquals(0, failure);
        String page = Files.readString(file);
        for (String row : ROWS) {
            assertTrue(page.contains("| " + row + " "), () -> row + " is missing in " + page);
            assertTrue(text(out).contains("| " + row + " "), () -> row + " is missing in " + text(out));
        }
        assertTrue(page.contains("benchmarks/run --callers 3 --rounds 1"), page);
        assertTrue(page.contains("6.2.0, synchronous"), page);
    }

    @Test
    void anOptionThatIsNotThereIsNamedAndNothingIsMeasured() throws IOException {
        assertEquals(2, run("--turns", "3"));
        assertTrue(text(err).startsWith("there is no option '--turns'"), text(err));
        assertEquals("", text(out));
    }

    @Test
    void aNumberOutOfRangeIsRefusedWithItsRange() throws IOException {
        assertEquals(2, run("--callers", "0"));
        assertTrue(text(err).startsWith("--callers 0 is out of range: expected a number from 1 to 10000"), text(err));
    }

    @Test
    void aMessageThatFailedIsAProblemThatSaysWhy() {
        Round good = new Round(10, 1_000, 1_000, 100, 5, 9, 12, 0, "");
        Round bad = Round.of(new Round(10, 1_000, 1_000, 100, 5, 9, 12, 2, "refused\nby the stub").toLine());
        StubStats seen = new StubStats(12, 12, 500);
        Series chatAuth = new Series(Contender.Kind.CHATAUTH, List.of(bad), List.of(seen));
        Series official = new Series(Contender.Kind.OFFICIAL, List.of(good), List.of(new StubStats(11, 11, 500)));
        Report report = new Report(chatAuth, official);
        assertEquals(
                List.of(
                        "2 messages of ChatAuth were not accepted, the first: refused by the stub",
                        "Infobip's client counts 12 accepted messages, the stub server answered 11"),
                report.problems());
        assertFalse(report.verdict().contains("MISSED"), report.verdict());
    }

    @Test
    void ratiosAreTakenPairByPair() {
        Series measured = series(Contender.Kind.CHATAUTH, 30, 10, 40);
        Series yardstick = series(Contender.Kind.OFFICIAL, 10, 10, 80);
        Series.Spread ratio = measured.ratio(yardstick, Round::messagesPerSecond);
        assertEquals(new Series.Spread(0.5, 1, 3), ratio);
    }

    private static Series series(Contender.Kind kind, long... messages) {
        Series series = new Series(kind);
        for (long count : messages) {
            series.rounds().add(new Round(count, 1_000_000_000, 1, 1, 1, 1, count, 0, ""));
        }
        return series;
    }

    @Test
    void helpIsNoError() throws IOException {
        assertEquals(0, run("--help"));
        assertEquals(Options.USAGE, text(out));
        assertEquals("", text(err));
    }

    private int run(String... arguments) throws IOException {
        try (PrintStream o = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream e = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            return SendBenchmark.run(List.of(arguments), o, e);
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
