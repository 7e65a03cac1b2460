package io.chatauth.template;

import io.chatauth.internal.text.Deceptive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a value may be made of: nothing that deceives the eye, and nothing that the channel refuses. Errors never quote it. */
final class ValueRules {
    private ValueRules() {}

    /**
     * Checks one value.
     *
     * @param name the placeholder
     * @param value the value
     * @param can the channel's limits
     * @param isCode whether it is the code
     * @param inLink whether it becomes part of a URL
     * @return what is wrong, a sentence each
     */
    static List<String> problems(String name, String value, Capabilities can, boolean isCode, boolean inLink) {
        if (harmless(value, can, isCode)) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        String whose = "the value of {{" + name + "}} ";
        if (value.codePoints().allMatch(ValueRules::isSpace)) {
            problems.add(whose + "is blank; give it some text");
            return problems;
        }
        int length = can.lengthUnit().of(value);
        int most = isCode ? Math.min(can.maxCode(), can.maxValue()) : can.maxValue();
        if (length > most) {
            problems.add(whose + "has " + length + " characters, and at most " + most + " are allowed"
                    + (isCode ? " in a code" : "") + "; shorten it");
        }
        value.codePoints()
                .filter(c -> refused(c, can.multilineValues()))
                .distinct()
                .mapToObj(c -> whose + "has the character " + String.format(Locale.ROOT, "U+%04X", c) + ", " + why(c)
                        + "; leave it out")
                .forEach(problems::add);
        if (!can.multilineValues() && value.contains("    ")) {
            problems.add(whose + "has more than three spaces in a row, which the channel refuses; leave them out");
        }
        if (inLink && !Links.canCarry(value)) {
            problems.add(whose + "goes into a URL and has a character that a URL can't have; percent-encode it");
        }
        return problems;
    }

    /** Most values are short and made of ASCII letters and digits: no rule is against them, wherever they stand. */
    private static boolean harmless(String value, Capabilities can, boolean isCode) {
        if (value.isEmpty() || value.length() > (isCode ? Math.min(can.maxCode(), can.maxValue()) : can.maxValue())) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return true;
    }

    private static boolean refused(int c, boolean multiline) {
        return c == '\n' ? !multiline : Deceptive.character(c);
    }

    private static String why(int c) {
        if (c == '\n') {
            return "and the channel takes one line only";
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "a control character";
            case Character.UNASSIGNED, Character.SURROGATE, Character.PRIVATE_USE -> "which stands for nothing";
            default -> "which nobody sees and which can change how the text reads";
        };
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
