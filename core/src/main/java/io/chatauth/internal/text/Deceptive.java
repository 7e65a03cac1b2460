package io.chatauth.internal.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that read as something else than they are. */
public final class Deceptive {
    /** Signs of Arabic, Syriac and Kaithi that Unicode counts as format characters, and that people see. */
    private static final Set<Integer> VISIBLE =
            Set.of(0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD);
    /** Letters that show nothing: the grapheme joiner, the Hangul fillers, the empty Braille pattern. */
    private static final Set<Integer> INVISIBLE = Set.of(0x34F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

    /** Scripts whose letters are drawn alike (Unicode TR 39, "mixed-script confusables"). */
    private static final Set<UnicodeScript> ALIKE =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARMENIAN);

    private static final Pattern LINK = Pattern.compile("(?i)://|\\bwww\\.");

    private Deceptive() {}

    /** Tells whether a character must not stand in a text that people trust: they don't see it, or it stands for nothing. */
    public static boolean character(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.UNASSIGNED,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> !VISIBLE.contains(c);
            default -> INVISIBLE.contains(c);
        };
    }

    /**
     * Says what is wrong with a name that people trust.
     *
     * @param name the name
     * @return the predicate of a sentence, without the name; empty if all is well
     */
    public static Optional<String> name(String name) {
        Optional<String> hidden = name.codePoints()
                .filter(Deceptive::character)
                .mapToObj(c -> String.format(
                        Locale.ROOT, "has the character U+%04X, which can change how it reads; leave it out", c))
                .findFirst();
        if (hidden.isPresent()) {
            return hidden;
        }
        if (LINK.matcher(name).find()) {
            return Optional.of("has a link; leave it out");
        }
        for (String word : name.split("[^\\p{L}\\p{M}]+", -1)) {
            Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
            word.codePoints()
                    .mapToObj(UnicodeScript::of)
                    .filter(ALIKE::contains)
                    .forEach(scripts::add);
            if (scripts.size() > 1) {
                return Optional.of(
                        "has a word with letters of " + scripts + ", some of which look alike; write it in one script");
            }
        }
        return Optional.empty();
    }
}
