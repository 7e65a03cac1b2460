package io.chatauth.template;

import java.util.List;

/**
 * What people will see of one template on every channel there is. Its text is a table, for people.
 *
 * @param rows one explanation for each channel
 */
public record ExplanationTable(List<Explanation> rows) {
    /** Copies the rows. */
    public ExplanationTable {
        rows = List.copyOf(rows);
    }

    /**
     * Writes the table.
     *
     * @return a text of several lines, without an end of line at the end
     */
    @Override
    public String toString() {
        return Explanation.table(rows);
    }
}
