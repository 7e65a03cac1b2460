package io.chatauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.internal.engine.MovableClock;
import io.chatauth.internal.guard.Figures;
import io.chatauth.internal.guard.Guard;
import io.chatauth.internal.guard.Limit;
import io.chatauth.internal.guard.Means;
import io.chatauth.internal.key.Keys;
import io.chatauth.store.InMemorySharedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the table of limits in docs/operating.md to the code; {@code -Dchatauth.docs.write=true} writes it. */
class LimitsTableTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("basedir", "."), "..", "docs", "operating.md");
    private static final String BEGIN = "<!-- limits: written by LimitsTableTest -->";
    private static final String END = "<!-- end of limits -->";

    private static Limits limits(Figures figures) {
        MovableClock clock = new MovableClock();
        Means means = new Means(
                clock,
                new InMemorySharedState(clock),
                new Keys(KeyRing.development()),
                event -> {},
                (channel, sender, address) -> List.of(),
                (channel, sender, address) -> List.of());
        try (Guard guard = new Guard(means, figures, Thread::new)) {
            return guard.limits();
        }
    }

    @Test
    void theTableInTheDocumentIsThatOfTheCode() throws IOException {
        StringBuilder table = new StringBuilder("\n");
        List<List<String>> rows = limits(Figures.DEFAULT).rows();
        for (int i = 0; i < rows.size(); i++) {
            table.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                table.append("|---".repeat(rows.get(0).size())).append("|\n");
            }
        }
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        if (Boolean.getBoolean("chatauth.docs.write")) {
            Files.writeString(DOCUMENT, document.substring(0, begin) + table + document.substring(end));
            return;
        }

        assertEquals(
                table.toString(),
                document.substring(begin, end),
                "docs/operating.md differs from the code; run this test with -Dchatauth.docs.write=true");
    }

    @Test
    void everyLimitIsListedWithItsFigure() {
        Limits limits = limits(Figures.DEFAULT.with(Limit.STARTS_PER_IP_10M, 17).with(Limit.SENDS_PER_PREFIX_1H, 0));

        for (Limit limit : Limit.values()) {
            assertTrue(limits.limit(limit.named()).isPresent(), limit.named());
        }
        assertEquals("17", limits.limit("starts-per-ip-10m").orElseThrow().figure());
        assertEquals(
                Limits.OFF, limits.limit("sends-per-prefix-1h").orElseThrow().figure());
        assertEquals(
                Limits.Limit.Counting.EXACT,
                limits.limit("failures-in-a-row").orElseThrow().counting());
        Limits.Limit day = limits.limit("sends-24h").orElseThrow();
        assertEquals(Limits.Limit.Counting.COARSE, day.counting());
        assertTrue(day.overshoot().contains("10s"), day.overshoot());
    }

    @Test
    void theTextIsATable() {
        List<String> lines = limits(Figures.DEFAULT).toString().lines().toList();

        assertTrue(lines.get(0).startsWith("limit "), lines.get(0));
        int figures = lines.get(0).indexOf("figure");
        lines.subList(1, lines.size() - 1)
                .forEach(line -> assertTrue(line.charAt(figures) != ' ' && line.charAt(figures - 1) == ' ', line));
        assertEquals("lists: 0 allowed, 0 denied", lines.get(lines.size() - 1));
    }
}
