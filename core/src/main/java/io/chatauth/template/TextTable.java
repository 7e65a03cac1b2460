package io.chatauth.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes rows of cells under each other; a cell has several lines, and long lines are wrapped, never cut. */
final class TextTable {
    private static final int WIDEST = 60;
    private static final String GAP = "  ";

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
                    .mapToInt(TextTable::width)
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
                    .append(" ".repeat(widths.get(column) - width(text)))
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
            for (String word : line.split(" ", -1)) {
                if (row.length() > 0 && width(row.toString()) + 1 + width(word) > WIDEST) {
                    out.add(row.toString());
                    row.setLength(0);
                } else if (row.length() > 0) {
                    row.append(' ');
                }
                row.append(word);
            }
            out.add(row.toString());
        }
        return Collections.unmodifiableList(out);
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
