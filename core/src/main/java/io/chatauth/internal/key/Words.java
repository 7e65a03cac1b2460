package io.chatauth.internal.key;

import io.chatauth.Tenant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The look-up keys of an application's own words under one root: a few words, asked for with every challenge. Bounded: beyond
 * it each is made anew. Safe for use by many threads.
 */
final class Words {
    private static final int REMEMBERED = 1_000;

    private final Map<Word, String> made = new ConcurrentHashMap<>();

    /**
     * A word.
     *
     * @param purpose what its look-up key is for
     * @param tenant whose word it is
     * @param word the word
     */
    record Word(String purpose, Tenant tenant, String word) {
        /** By hand, because this is asked for every message: what the compiler makes goes over method handles. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Word same
                    && word.equals(same.word)
                    && tenant.value().equals(same.tenant.value())
                    && purpose.equals(same.purpose);
        }

        @Override
        public int hashCode() {
            return (word.hashCode() * 31 + tenant.value().hashCode()) * 31 + purpose.hashCode();
        }
    }

    String get(Word word, Supplier<String> make) {
        String known = made.get(word);
        if (known == null) {
            known = make.get();
            if (made.size() < REMEMBERED) {
                made.put(word, known);
            }
        }
        return known;
    }
}
