package io.chatauth.internal.text;

import java.util.List;

/** Joins words for sentences. */
public final class Sentences {
    private Sentences() {}

    /**
     * Joins alternatives: {@code a}, {@code a or b}, {@code a, b or c}.
     *
     * @param words at least one
     * @return the words, joined
     */
    public static String or(List<String> words) {
        return join(words, " or ");
    }

    /**
     * Joins what belongs together: {@code a}, {@code a and b}, {@code a, b and c}.
     *
     * @param words at least one
     * @return the words, joined
     */
    public static String and(List<String> words) {
        return join(words, " and ");
    }

    private static String join(List<String> words, String by) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + by + words.get(last);
    }
}
