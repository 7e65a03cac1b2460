package io.chatauth.internal.discovery;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody may have meant. */
public final class Nearest {
    private Nearest() {}

    /**
     * Finds the name that is the fewest typing errors away, at most one in three characters.
     *
     * @param asked what was written
     * @param known what could have been meant
     * @return the nearest, the first in the alphabet among equals; empty if none is near
     */
    public static Optional<String> to(String asked, Collection<String> known) {
        int most = Math.max(1, asked.length() / 3);
        return known.stream()
                .filter(name -> distance(asked, name) <= most)
                .min(Comparator.<String>comparingInt(name -> distance(asked, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
