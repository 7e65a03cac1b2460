package io.chatauth.internal.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds what somebody may have meant who wrote a name that is not there. */
public final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /**
     * Names the known words that are near enough to be a slip: about one change in three characters.
     *
     * @param written what was written
     * @param known the words there are
     * @param most how many to name
     * @return the nearest first, those equally near in alphabetical order; empty if none is near
     */
    public static List<String> to(String written, Collection<String> known, int most) {
        String wanted = written.toLowerCase(Locale.ROOT);
        if (wanted.length() > LONGEST) {
            return List.of();
        }
        int allowed = Math.max(1, wanted.length() / 3);
        Map<String, Integer> near = new TreeMap<>();
        for (String word : known) {
            if (Math.abs(word.length() - wanted.length()) <= allowed) {
                int distance = distance(wanted, word.toLowerCase(Locale.ROOT));
                if (distance <= allowed) {
                    near.put(word, distance);
                }
            }
        }
        return near.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Names the one known word that is nearest.
     *
     * @param written what was written
     * @param known the words there are
     * @return the nearest, the first in the alphabet among equals; empty if none is near
     */
    public static Optional<String> to(String written, Collection<String> known) {
        return to(written, known, 1).stream().findFirst();
    }

    /** Counts insertions, deletions, replacements, and swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
