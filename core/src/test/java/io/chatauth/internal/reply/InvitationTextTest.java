package io.chatauth.internal.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.SecretSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTextTest {
    private static final String CODE = "7K3MQ0T1XBWE9";
    private static final int RUNS = 20_000;
    private static final List<String> AROUND = List.of(
            "",
            "I agree that bank.example writes to me in this chat. Code: ",
            "Ich bin einverstanden. Code: ",
            "코드: ",
            "รหัส: ",
            "أوافق. الرمز: ",
            "コード：",
            "\uD83D\uDE00\uD83C\uDDEC\uD83C\uDDE7 ",
            "\n\n> quoted\n",
            "*",
            "_~`");
    private static final List<String> AFTER =
            List.of("", ".", "\n", " thanks! \uD83D\uDE4F", "。", " ขอบคุณ", "*", " I started this myself", " شكرا");
    private static final List<String> BETWEEN =
            List.of("", "-", " ", "\n", " - ", "\u200B", "\u00A0", ".", "\u2013", "\u2060");

    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7K3MQ0T1XBWE9",
                "7k3mq0t1xbwe9",
                "7K3M-Q0T1-XBWE9",
                "7K3M Q0T1\nXBWE 9",
                "7K3MQOTIXBWE9",
                "7k3mqotlxbwe9",
                "\uFF17\uFF2B\uFF13\uFF2D\uFF31\uFF10\uFF34\uFF11\uFF38\uFF22\uFF37\uFF25\uFF19",
                "7K\u200B3MQ\u200D0T1\uFEFFXBWE9",
                "\u0667K\u0663MQ\u0660T\u0661XBWE\u0669",
                "Code 7K3MQ0T1XBWE9!",
                "รหัส7K3MQ0T1XBWE9ขอบคุณ",
                "7\uFE0F\u20E3K3MQ0T1XBWE9"
            })
    void codeIsFoundHoweverItIsWritten(String text) {
        assertTrue(InvitationText.codes(text).contains(CODE), () -> text + " gives " + InvitationText.codes(text));
    }

    @Test
    void everyCodeIsFoundInEveryText() {
        for (int i = 0; i < RUNS; i++) {
            int length = random.nextBoolean() ? 13 : 8;
            String code = code(length);
            String text = pick(AROUND) + written(code) + pick(AFTER);
            assertTrue(
                    InvitationText.codes(text).contains(code),
                    () -> code + " is not found in '" + text + "', only " + InvitationText.codes(text));
        }
    }

    @Test
    void oneCodeInOneWordComesFirst() {
        assertEquals(
                CODE,
                InvitationText.codes(
                                "I agree that bank.example writes to me. Code: " + CODE + ". I started 2 minutes ago")
                        .iterator()
                        .next());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "tomorrow",
                "I will call you tomorrow, is that fine? Please send messages",
                "MESSAGES",
                "482913",
                "+44 113 496 0001",
                "10.10.2010",
                "7K3MQ0T1XBWE99",
                "7K3MQ0U1"
            })
    void wordsNumbersAndOtherCodesAreNone(String text) {
        assertEquals(Set.of(), InvitationText.codes(text));
    }

    @Test
    void hostileTextsTakeLittleTimeAndGiveFewCodes() {
        List<String> hostile = new ArrayList<>(List.of(
                "2".repeat(100_000),
                "2 ".repeat(100_000),
                "2-".repeat(5_000) + CODE,
                (CODE + " ").repeat(5_000),
                "\u0301".repeat(100_000),
                "2\u0301".repeat(50_000),
                "\uFDFA".repeat(50_000),
                "\uD800".repeat(50_000),
                "\uDC00\uD800".repeat(50_000),
                "\u202E" + CODE + "\u202C",
                "\0".repeat(100_000),
                "|".repeat(100_000),
                "2|".repeat(50_000),
                "\uD83D\uDE00".repeat(50_000)));
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(4_000);
            for (int j = 0; j < length; j++) {
                text.append((char) random.nextInt(0x10000));
            }
            hostile.add(text.toString());
        }
        InvitationText.codes(CODE);
        for (String text : hostile) {
            Set<String> codes = assertTimeout(Duration.ofSeconds(5), () -> InvitationText.codes(text));
            assertTrue(codes.size() <= 8, () -> codes.size() + " codes");
            codes.forEach(code -> assertTrue(code.matches("[0-9A-HJKMNP-TV-Z]{8}([0-9A-HJKMNP-TV-Z]{5})?"), code));
        }
    }

    @Test
    void aCodeThatCouldBeAWordOrANumberIsNoCode() {
        assertTrue(InvitationText.certain("7ABCDEFG"));
        assertFalse(InvitationText.certain("ABCDEFGH"));
        assertFalse(InvitationText.certain("AB0DEF1H23456"));
        assertFalse(InvitationText.certain("23456789ABCDE"));
    }

    private String code(int length) {
        String code;
        do {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.append(SecretSpec.LETTERS.charAt(random.nextInt(SecretSpec.LETTERS.length())));
            }
            code = text.toString();
        } while (!InvitationText.certain(code));
        return code;
    }

    /** With separators, in either case, with letters for digits that look alike. */
    private String written(String code) {
        String between = pick(BETWEEN);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            String c = code.substring(i, i + 1);
            if (random.nextInt(4) == 0) {
                c = c.replace('0', 'O').replace('1', random.nextBoolean() ? 'I' : 'L');
            }
            text.append(i > 0 && i % 4 == 0 ? between : "")
                    .append(random.nextBoolean() ? c.toLowerCase(Locale.ROOT) : c);
        }
        return text.toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
