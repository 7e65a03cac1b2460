package io.chatauth.internal.key;

import static io.chatauth.internal.key.KeysFixture.SALT;
import static io.chatauth.internal.key.KeysFixture.context;
import static io.chatauth.internal.key.KeysFixture.keys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChallengeId;
import io.chatauth.Tenant;
import io.chatauth.spi.SecretSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {
    private static final SecretSpec DIGITS = SecretSpec.digits("code", 6);
    private static final SecretSpec LETTERS = SecretSpec.letters("code", 8);
    private static final int SAMPLES = 100_000;

    private final Keys keys = keys("k0:active", "k1:verify-only");

    /**
     * Chi-square per position. The bound is the 1 - 1e-6 quantile, by Wilson and Hilferty; 100 characters would miss it by
     * far if bytes were taken modulo 100.
     */
    @ParameterizedTest
    @ValueSource(ints = {10, 32, 100, 128})
    void everyCharacterIsEquallyLikely(int size) {
        StringBuilder alphabet = new StringBuilder();
        for (int i = 0; i < size; i++) {
            alphabet.append((char) ('\u0100' + i));
        }
        SecretSpec spec = new SecretSpec("code", alphabet.toString(), 6);
        int[][] counts = new int[6][size];
        for (int i = 0; i < SAMPLES; i++) {
            String code = keys.code(context("k0", i), spec);
            for (int position = 0; position < 6; position++) {
                counts[position][code.charAt(position) - '\u0100']++;
            }
        }

        double freedom = size - 1;
        double spread = 2 / (9 * freedom);
        double bound = freedom * Math.pow(1 - spread + 4.7534 * Math.sqrt(spread), 3);
        double expected = (double) SAMPLES / size;
        for (int[] position : counts) {
            double chiSquare = 0;
            for (int count : position) {
                chiSquare += (count - expected) * (count - expected) / expected;
            }
            assertTrue(chiSquare < bound, chiSquare + " >= " + bound);
        }
    }

    @Test
    void everyPartChangesTheCode() {
        SecretSpec tenDigits = SecretSpec.digits("code", 10);
        ChallengeId id = ChallengeId.of("challenge-1");
        Tenant other = Tenant.of("other");
        List<CodeContext> contexts = List.of(
                new CodeContext("k0", "login", Tenant.DEFAULT, id, "s", "d", SALT, 0),
                new CodeContext("k1", "login", Tenant.DEFAULT, id, "s", "d", SALT, 0),
                new CodeContext("k0", "pay", Tenant.DEFAULT, id, "s", "d", SALT, 0),
                new CodeContext("k0", "login", other, id, "s", "d", SALT, 0),
                new CodeContext("k0", "login", Tenant.DEFAULT, ChallengeId.of("challenge-2"), "s", "d", SALT, 0),
                new CodeContext("k0", "login", Tenant.DEFAULT, id, "t", "d", SALT, 0),
                new CodeContext("k0", "login", Tenant.DEFAULT, id, "s", "e", SALT, 0),
                new CodeContext("k0", "login", Tenant.DEFAULT, id, "s", "d", "x" + SALT, 0),
                new CodeContext("k0", "login", Tenant.DEFAULT, id, "s", "d", SALT, 1));
        Set<String> codes = new HashSet<>();
        Set<String> links = new HashSet<>();
        Set<String> answers = new HashSet<>();
        for (CodeContext context : contexts) {
            codes.add(keys.code(context, tenDigits));
            links.add(keys.linkToken(context).split("\\.")[1]);
            answers.add(keys.answerToken(context, "yes"));
        }

        assertEquals(contexts.size(), codes.size());
        assertEquals(contexts.size(), links.size());
        assertEquals(contexts.size(), answers.size());
    }

    @Test
    void movingTextBetweenPartsChangesTheKey() {
        Set<String> indexes = new HashSet<>(List.of(
                keys.index("k0", "p", "ab", "c"),
                keys.index("k0", "p", "a", "bc"),
                keys.index("k0", "p", "abc"),
                keys.index("k0", "p", "abc", ""),
                keys.index("k0", "p", "", "abc"),
                keys.index("k0", "pab", "c"),
                keys.index("k0", "p", "ab\0c"),
                keys.index("k0", "p")));

        assertEquals(8, indexes.size());
    }

    @Test
    void halfASurrogatePairIsRefusedAndNotReplaced() {
        assertThrows(IllegalArgumentException.class, () -> keys.index("k0", "p", "a\ud800"));
    }

    @Test
    void longerStreamGoesOnAfterTheFirstBlock() {
        SubKey key = new SubKey(new byte[32]);
        String alphabet = "0123456789";
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            codes.add(Codes.draw(key, new byte[] {(byte) i, (byte) (i >> 8)}, alphabet, 10));
        }

        assertEquals(1000, codes.size());
        assertNotEquals(key.mac(new byte[1], 0)[0], key.mac(new byte[1], 1)[0]);
    }

    @Test
    void codeMatchesItselfOnly() {
        String code = keys.code(context("k0"), DIGITS);
        String last = code.substring(5).equals("0") ? "1" : "0";

        assertTrue(keys.codeMatches(context("k0"), DIGITS, code));
        for (String wrong :
                List.of("", code.substring(1), code + "0", code.substring(0, 5) + last, "0" + code, "ABCDEF")) {
            assertFalse(keys.codeMatches(context("k0"), DIGITS, wrong), wrong);
        }
        assertFalse(keys.codeMatches(context("k0", 1), DIGITS, code));
    }

    @Test
    void howPeopleTypeDigitsDoesNotMatter() {
        String code = keys.code(context("k0"), DIGITS);
        assertEquals("694339", code);

        for (String typed : List.of(
                " 694 339\n",
                "694-339",
                "6.9.4.3.3.9",
                "694\u2013339",
                "\u200f694339\u200e",
                "\u202a694339\u202c",
                "694\u00a0339",
                "\ufeff694339",
                "\uff16\uff19\uff14\uff13\uff13\uff19",
                "\u0666\u0669\u0664\u0663\u0663\u0669",
                "\u096c\u096f\u096a\u0969\u0969\u096f",
                "\u06f6\u06f9\u06f4\u06f3\u06f3\u06f9")) {
            assertTrue(keys.codeMatches(context("k0"), DIGITS, typed), typed);
        }
    }

    @Test
    void textTooLongNeverMatches() {
        String code = keys.code(context("k0"), DIGITS);

        assertTrue(keys.codeMatches(context("k0"), DIGITS, " ".repeat(58) + code));
        assertFalse(keys.codeMatches(context("k0"), DIGITS, " ".repeat(59) + code));
    }

    @ParameterizedTest
    @CsvSource({"x6fr-3dfq,X6FR3DFQ", "oil0 1ab2,01101AB2", "OIL01AB2,01101AB2", "\uff4f\uff29l,011", "u,U"})
    void crockfordMistakesAreForgiven(String typed, String canonical) {
        assertEquals(canonical, TypedCode.canonical(typed, SecretSpec.LETTERS));
    }

    @Test
    void lettersAreForgivenInTheComparison() {
        assertEquals("X6FR3DFQ", keys.code(context("k0"), LETTERS));
        assertTrue(keys.codeMatches(context("k0"), LETTERS, "x6fr 3dfq"));
        assertFalse(keys.codeMatches(context("k0"), LETTERS, "x6fr 3dfr"));
    }

    @Test
    void whatAnAlphabetHasIsKept() {
        assertEquals("a-b.o", TypedCode.canonical("A-B.O", "abcdefghijklmno-."));
        assertEquals(
                "\u0661",
                TypedCode.canonical("\u0661", "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669"));
    }
}
