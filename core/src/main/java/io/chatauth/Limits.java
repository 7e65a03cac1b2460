package io.chatauth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Every limit that holds, in one place, as it is configured now. Its text is a table, for people.
 *
 * @param all the limits, the narrow ones first
 * @param recordOnly whether they are only counted and told, and nothing is refused
 * @param lists how many are always or never written to
 */
public record Limits(List<Limit> all, boolean recordOnly, String lists) {
    /** The figure of a limit that is turned off. */
    public static final String OFF = "off";

    /**
     * One limit.
     *
     * @param name its name, as in events and, after {@code chatauth.limit.}, in the configuration
     * @param figure what it allows; {@link #OFF} if it is turned off
     * @param window in which time; empty if it is no count in a time
     * @param scope what it is counted for
     * @param counting how exactly it is counted
     * @param overshoot by how much more may pass if it is coarse, else empty
     * @param source where its default comes from
     */
    public record Limit(
            String name,
            String figure,
            Optional<Duration> window,
            String scope,
            Counting counting,
            String overshoot,
            String source) {
        /** How exactly a limit is counted. */
        public enum Counting {
            /** All nodes together, to the last one. */
            EXACT,
            /** Each node in its own memory; the nodes tell each other now and then. */
            COARSE
        }

        /** Checks that all parts are there. */
        public Limit {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(figure, "figure");
            Objects.requireNonNull(window, "window");
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(counting, "counting");
            Objects.requireNonNull(overshoot, "overshoot");
            Objects.requireNonNull(source, "source");
        }

        private String[] cells() {
            String exactness = counting == Counting.EXACT ? "exactly" : "per node, may pass " + overshoot;
            return new String[] {name, figure, window.map(Limits::inWords).orElse(""), scope, exactness, source};
        }
    }

    private static final String[] HEAD = {"limit", "figure", "in", "for each", "counted", "default from"};

    /** Copies the list. */
    public Limits {
        all = List.copyOf(all);
        Objects.requireNonNull(lists, "lists");
    }

    /**
     * Writes a duration in its greatest whole unit.
     *
     * @param duration the duration
     * @return such as {@code 10m} or {@code 24h}
     */
    public static String inWords(Duration duration) {
        long seconds = duration.toSeconds();
        if (duration.toNanosPart() != 0) {
            return duration.toMillis() + "ms";
        }
        if (seconds > 0 && seconds % 86_400 == 0) {
            return seconds == 86_400 ? "24h" : seconds / 86_400 + "d";
        }
        if (seconds > 0 && seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /**
     * Finds a limit.
     *
     * @param name its name
     * @return the limit; empty if there is none of that name
     */
    public Optional<Limit> limit(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /**
     * Writes the rows of the table, the head first.
     *
     * @return for each row: name, figure, window, scope, how it is counted, where the default comes from
     */
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(HEAD));
        all.forEach(limit -> rows.add(List.of(limit.cells())));
        return rows;
    }

    /**
     * Writes the table.
     *
     * @return a text of several lines, without an end of line at the end
     */
    @Override
    public String toString() {
        List<List<String>> rows = rows();
        int[] widths = new int[HEAD.length];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.append("lists: ")
                .append(lists)
                .append(recordOnly ? "\nONLY RECORDED: nothing is refused" : "")
                .toString();
    }
}
