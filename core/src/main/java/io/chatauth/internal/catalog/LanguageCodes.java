package io.chatauth.internal.catalog;

import io.chatauth.internal.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Compares language codes: {@code en-GB}, {@code en_GB} and {@code EN_gb} are one. */
final class LanguageCodes {
    private static final int MOST = 6;

    private LanguageCodes() {}

    /** Writes a code the way all spellings of it are compared. */
    static String normal(String code) {
        return code.replace('-', '_').toLowerCase(Locale.ROOT);
    }

    /** Finds a code among others, in their spelling. */
    static Optional<String> find(String code, Collection<String> among) {
        if (among.contains(code)) {
            return Optional.of(code);
        }
        String wanted = normal(code);
        return among.stream().filter(one -> normal(one).equals(wanted)).findFirst();
    }

    /** Names the parents of a code, nearest first: of {@code zh_Hant_TW}, {@code zh_Hant} and {@code zh}. */
    static List<String> parents(String code) {
        List<String> parents = new ArrayList<>();
        String rest = code.replace('-', '_');
        for (int cut = rest.lastIndexOf('_'); cut > 0; cut = rest.lastIndexOf('_')) {
            rest = rest.substring(0, cut);
            parents.add(rest);
        }
        return parents;
    }

    /** Finds a code or the nearest of its parents among others, in their spelling. */
    static Optional<String> findNearest(String code, Collection<String> among) {
        Optional<String> exact = find(code, among);
        return exact.isPresent()
                ? exact
                : parents(code).stream()
                        .flatMap(parent -> find(parent, among).stream())
                        .findFirst();
    }

    /**
     * Says what may have been meant by a code that is not known: the codes of that region with their languages, and the
     * regions of that language; else what is spelled alike; else all, if they are few.
     */
    static List<String> suggestions(String code, Collection<String> known) {
        String wanted = normal(code);
        NavigableSet<String> related = new TreeSet<>();
        String language = wanted.split("_", 2)[0];
        for (String one : known) {
            String normal = normal(one);
            if (normal.endsWith("_" + wanted)) {
                related.add(one);
                parents(one).forEach(parent -> find(parent, known).ifPresent(related::add));
            }
            if (normal.startsWith(language + "_") || normal.equals(language)) {
                related.add(one);
            }
        }
        if (!related.isEmpty()) {
            return related.stream().limit(MOST).toList();
        }
        List<String> near = Nearest.to(code.replace('-', '_'), known, MOST);
        return !near.isEmpty() || known.size() > MOST
                ? near
                : new TreeSet<>(known).stream().toList();
    }
}
