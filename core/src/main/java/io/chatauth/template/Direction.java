package io.chatauth.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Keeps values readable in a text that runs from right to left. The Unicode Bidirectional Algorithm (UAX #9) would show the
 * groups of a phone number, or an amount before its currency, in the wrong order, since what stands around them decides. A
 * value between U+2068 (first strong isolate) and U+2069 (pop directional isolate) is ordered by itself, whatever its script.
 *
 * <p>The marks belong to the template, not to the value, so a channel that takes values alone gets them bare. Codes are never
 * marked: people copy them, and their letters and digits keep their order anyhow. Neither are links, whose end would be taken
 * for a part of them; they get a line of their own.
 */
final class Direction {
    private static final char BEGIN = '\u2068';
    private static final char END = '\u2069';

    /** Languages written from right to left unless a script in the code says otherwise. */
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi");

    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
            Set.of("adlm", "arab", "aran", "hebr", "nkoo", "rohg", "syrc", "thaa");

    private static final int SCRIPT = 4;

    private final boolean marks;
    private final boolean rightToLeft;
    private final Set<String> bare = new HashSet<>();
    private final Set<String> marked = new LinkedHashSet<>();

    Direction(Template template, Capabilities can) {
        rightToLeft = isRightToLeft(template.language());
        marks = rightToLeft && can.directionMarks();
        for (Button button : template.buttons()) {
            if (button instanceof Button.CopyCode copy) {
                bare.add(copy.placeholder());
            }
        }
        if (template.category() == Category.AUTHENTICATION) {
            bare.addAll(template.placeholders());
        }
    }

    /** Tells whether a language is written from right to left: by the script in its code, else by the language. */
    static boolean isRightToLeft(String language) {
        String[] parts = language.toLowerCase(Locale.ROOT).split("[_-]", -1);
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].length() == SCRIPT && Character.isLetter(parts[i].charAt(0))) {
                return RIGHT_TO_LEFT_SCRIPTS.contains(parts[i]);
            }
        }
        return RIGHT_TO_LEFT.contains(parts[0]);
    }

    /** Marks the placeholders of a text. */
    String text(String text) {
        if (!marks) {
            return text;
        }
        List<int[]> links = Links.places(text);
        Matcher matcher = Placeholders.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            boolean inLink = links.stream().anyMatch(link -> matcher.start() >= link[0] && matcher.start() < link[1]);
            boolean markedAlready = matcher.start() > 0 && isMark(text.charAt(matcher.start() - 1));
            if (inLink || markedAlready || bare.contains(name)) {
                matcher.appendReplacement(out, Matcher.quoteReplacement(matcher.group()));
            } else {
                marked.add("{{" + name + "}}");
                matcher.appendReplacement(out, Matcher.quoteReplacement(BEGIN + matcher.group() + END));
            }
        }
        return matcher.appendTail(out).toString();
    }

    /** Writes a label with a phone number behind it. */
    String number(String label, String number) {
        if (marks) {
            marked.add("the number");
        }
        return label + ": " + (marks ? BEGIN + number + END : number);
    }

    /** Writes a label with a link behind it, or below it where the directions differ. */
    String link(String label, String url) {
        return label + (rightToLeft ? ":\n" : ": ") + url;
    }

    /** Names what was marked. */
    List<String> marked() {
        return new ArrayList<>(marked);
    }

    /** Gives a text as one writes it in a note: in one line, without marks. */
    static String plain(String text) {
        return text.replace(String.valueOf(BEGIN), "")
                .replace(String.valueOf(END), "")
                .replace('\n', ' ');
    }

    private static boolean isMark(char c) {
        return c >= '\u2066' && c <= '\u2068';
    }
}
