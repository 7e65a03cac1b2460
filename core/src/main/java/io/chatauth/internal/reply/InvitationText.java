package io.chatauth.internal.reply;

import io.chatauth.internal.key.Keys;
import io.chatauth.spi.SecretSpec;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what may be an invitation's code in what a person wrote: whatever stands around it, in either case, with white space,
 * hyphens, line breaks or marks in between, in wide letters or the digits of another script, with O for 0 and I or L for 1.
 * Letters of other scripts, and words with a letter that no code has, end a code.
 *
 * <p>The work is bounded: of a text the first {@value #LOOKED_AT} characters, of these the {@value #MOST} likeliest codes.
 */
public final class InvitationText {
    private static final int LOOKED_AT = 2000;
    private static final int MOST = 8;
    private static final char BREAK = '|';
    private static final char GAP = ' ';
    private static final char NOTHING = 0;

    /** A piece without gaps, and whether nothing but a gap is between it and the one before. */
    private record Piece(String text, boolean follows) {}

    private InvitationText() {}

    /**
     * Finds the likely codes.
     *
     * @param text what the person wrote
     * @return in their one form, of 13 or 8 characters; those of the fewest pieces first, the long ones before the short ones
     */
    public static Set<String> codes(String text) {
        List<Piece> pieces = pieces(text);
        Set<String> codes = new LinkedHashSet<>();
        for (int count = 1; count <= Keys.WHOLE_INVITATION; count++) {
            for (int length : new int[] {Keys.WHOLE_INVITATION, Keys.TYPED_INVITATION}) {
                for (int first = 0; first + count <= pieces.size() && codes.size() < MOST; first++) {
                    String joined = join(pieces, first, count);
                    if (joined.length() == length && certain(joined)) {
                        codes.add(joined);
                    }
                }
            }
        }
        return codes;
    }

    /**
     * Tells whether a code has what sets it apart from words and numbers; others are given to nobody, and not looked up.
     *
     * @param code the code
     * @return true if among the characters that are looked up there is a digit from 2 to 9, which no letter is taken for, and a
     *     letter
     */
    public static boolean certain(String code) {
        String first = code.substring(0, Keys.TYPED_INVITATION);
        return first.chars().anyMatch(c -> c >= '2' && c <= '9')
                && first.chars().anyMatch(c -> c >= 'A');
    }

    private static String join(List<Piece> pieces, int first, int count) {
        StringBuilder joined = new StringBuilder();
        for (int i = first; i < first + count; i++) {
            Piece piece = pieces.get(i);
            if ((i > first && !piece.follows) || joined.length() + piece.text.length() > Keys.WHOLE_INVITATION) {
                return "";
            }
            joined.append(piece.text);
        }
        return joined.toString();
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        String plain = plain(text);
        boolean follows = false;
        int end = 0;
        for (int at = 0; at < plain.length(); at = end) {
            end = endOfWord(plain, at);
            String word = plain.substring(at, end);
            if (end == at) {
                follows &= plain.charAt(at) == GAP;
                end = at + 1;
            } else if (word.length() <= Keys.WHOLE_INVITATION && word.indexOf('U') < 0) {
                pieces.add(new Piece(read(word), follows));
                follows = true;
            } else {
                follows = false;
            }
        }
        return pieces;
    }

    private static int endOfWord(String plain, int from) {
        int end = from;
        while (end < plain.length() && plain.charAt(end) != GAP && plain.charAt(end) != BREAK) {
            end++;
        }
        return end;
    }

    private static String read(String word) {
        return word.replace('O', '0').replace('I', '1').replace('L', '1');
    }

    /** Capitals and digits, gaps, and breaks. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.substring(0, Math.min(text.length(), LOOKED_AT)).codePoints().forEach(c -> {
            char read = c < 128 ? ascii((char) c) : other(c);
            if (read != NOTHING) {
                plain.append(read);
            }
        });
        return plain.toString();
    }

    private static char ascii(char c) {
        char capital = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
        return (capital >= 'A' && capital <= 'Z') || (c >= '0' && c <= '9') ? capital : GAP;
    }

    private static char other(int c) {
        int type = Character.getType(c);
        if (type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return NOTHING;
        }
        if (Character.isDigit(c)) {
            return SecretSpec.DIGITS.charAt(Character.digit(c, 10));
        }
        String same = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT);
        if (same.length() == 1 && same.charAt(0) < 128) {
            return ascii(same.charAt(0));
        }
        return Character.isLetter(c) ? BREAK : GAP;
    }
}
