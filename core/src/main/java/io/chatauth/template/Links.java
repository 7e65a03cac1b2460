package io.chatauth.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links of a template, which a value must not turn elsewhere. */
final class Links {
    /** Ends at a space, a quote, or where an East Asian sentence goes on without one. */
    private static final Pattern LINK = Pattern.compile("(?i:https?)://[^\\s\"<>\\p{IsIdeographic}"
            + "\\p{InCJK_Symbols_and_Punctuation}\\p{InHalfwidth_and_Fullwidth_Forms}]+");

    private static final Pattern HOST_IS_FIXED = Pattern.compile("(?i:https?)://[^/?#{}\\s]+([/?#].*)?");
    /** RFC 3986, section 2: what a URL may be made of. */
    private static final Pattern URL_CHARACTERS = Pattern.compile("[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]*");

    private Links() {}

    /** Finds the links of a text that have placeholders. */
    static List<String> variable(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            if (matcher.group().contains("{{")) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    /** Finds where the links of a text begin and end. */
    static List<int[]> places(String text) {
        List<int[]> found = new ArrayList<>();
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            found.add(new int[] {matcher.start(), matcher.end()});
        }
        return found;
    }

    /** Tells whether no placeholder can change where a link leads: the first comes after the host. */
    static boolean hostIsFixed(String link) {
        return HOST_IS_FIXED.matcher(link).matches();
    }

    /** Tells whether a value may stand in a link as it is. */
    static boolean canCarry(String value) {
        return URL_CHARACTERS.matcher(value).matches();
    }

    /** Gives what all people's links have in common: the text before the first placeholder. */
    static String fixedPrefix(String link) {
        int variable = link.indexOf("{{");
        return variable < 0 ? link : link.substring(0, variable);
    }
}
