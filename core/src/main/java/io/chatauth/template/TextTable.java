package io.chatauth.template;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Writes rows of cells under each other; a cell has several lines, and long lines are wrapped, never cut. */
final class TextTable {
    private static final int WIDEST = 60;
    private static final String GAP = "  ";
    private static final int FIRST_BEYOND_LATIN = 0x250;

    private TextTable() {}

    /**
     * Writes a table.
     *
     * @param rows the rows, the first being the head; each a list of cells, each a list of lines
     * @return the table, without an end of line at the end
     */
    static String of(List<List<List<String>>> rows) {
        List<List<List<String>>> wrapped = rows.stream()
                .map(row -> row.stream().map(TextTable::wrapped).toList())
                .toList();
        int columns = rows.get(0).size();
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            int at = column;
            widths.add(wrapped.stream()
                    .flatMap(row -> row.get(at).stream())
                    .mapToInt(Columns::of)
                    .max()
                    .orElse(0));
        }
        List<String> lines = new ArrayList<>();
        for (List<List<String>> row : wrapped) {
            int height = Math.max(1, row.stream().mapToInt(List::size).max().orElse(1));
            for (int line = 0; line < height; line++) {
                lines.add(line(row, line, widths));
            }
            lines.add(rule(widths));
        }
        lines.remove(lines.size() - 1);
        return String.join("\n", lines);
    }

    private static String line(List<List<String>> row, int number, List<Integer> widths) {
        StringBuilder out = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            List<String> cell = row.get(column);
            String text = number < cell.size() ? cell.get(number) : "";
            out.append(text)
                    .append(" ".repeat(widths.get(column) - Columns.of(text)))
                    .append(GAP);
        }
        return out.toString().stripTrailing();
    }

    private static String rule(List<Integer> widths) {
        return String.join(GAP, widths.stream().map("-"::repeat).toList());
    }

    private static List<String> wrapped(List<String> lines) {
        List<String> out = new ArrayList<>();
        for (String line : lines) {
            StringBuilder row = new StringBuilder();
            for (String word : line.split("(?<= )", -1)) {
                for (String piece : pieces(word)) {
                    if (row.length() > 0 && Columns.of(row + piece.stripTrailing()) > WIDEST) {
                        out.add(row.toString().stripTrailing());
                        row.setLength(0);
                    }
                    row.append(piece);
                }
            }
            out.add(row.toString().stripTrailing());
        }
        return Collections.unmodifiableList(out);
    }

    /** Splits a word that is wider than a column where its script allows it: Chinese, Japanese and Thai have no spaces. */
    private static List<String> pieces(String word) {
        if (Columns.of(word) <= WIDEST || word.chars().allMatch(c -> c < FIRST_BEYOND_LATIN)) {
            return List.of(word);
        }
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(word);
        List<String> pieces = new ArrayList<>();
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            pieces.add(word.substring(from, to));
        }
        return pieces;
    }
}
