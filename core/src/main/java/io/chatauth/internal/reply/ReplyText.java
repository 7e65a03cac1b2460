package io.chatauth.internal.reply;

import io.chatauth.spi.AnswerContext.Choice;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a whole reply says: yes or no, or two digits, which mean yes, or both. Anything more is no answer: a sentence that holds
 * a yes is not one.
 *
 * @param choice yes or no
 * @param number the two digits, if there are any
 */
public record ReplyText(Choice choice, Optional<String> number) {
    private static final int LONGEST = 64;
    private static final Pattern NUMBER = Pattern.compile("(?:(.+?)[\\s\\p{P}]+)?(\\d\\d)");

    /**
     * Reads a reply.
     *
     * @param text what the person wrote; of more than 64 characters nothing is looked at
     * @return what it says; empty if it is no answer
     */
    public static Optional<ReplyText> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<Choice> word = ReplyWords.choice(text);
        if (word.isPresent()) {
            return word.map(choice -> new ReplyText(choice, Optional.empty()));
        }
        Matcher matcher = NUMBER.matcher(digits(ReplyWords.canonical(text)));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> number = Optional.of(matcher.group(2));
        return matcher.group(1) == null
                ? Optional.of(new ReplyText(Choice.YES, number))
                : ReplyWords.choice(matcher.group(1))
                        .filter(choice -> choice == Choice.YES)
                        .map(choice -> new ReplyText(choice, number));
    }

    /** Digits of any script as ASCII. */
    private static String digits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return out.toString();
    }

    /**
     * Says nothing of the number.
     *
     * @return a text that is safe to log
     */
    @Override
    public String toString() {
        return "ReplyText[" + choice + "]";
    }
}
