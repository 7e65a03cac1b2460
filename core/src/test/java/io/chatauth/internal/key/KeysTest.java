package io.chatauth.internal.key;

import static io.chatauth.internal.key.KeysFixture.context;
import static io.chatauth.internal.key.KeysFixture.keys;
import static io.chatauth.internal.key.KeysFixture.ring;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChallengeId;
import io.chatauth.ConfigurationException;
import io.chatauth.KeyRing;
import io.chatauth.UnknownKeyException;
import io.chatauth.spi.SecretSpec;
import io.chatauth.store.SealedPayload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final SecretSpec DIGITS = SecretSpec.digits("code", 6);
    private static final ChallengeId CHALLENGE = ChallengeId.of("challenge-1");
    private static final byte[] PAYLOAD = "Ana, +441134960001".getBytes(StandardCharsets.UTF_8);

    /** Computed by an implementation in another language: stored rows must stay readable by later versions. */
    @Test
    void derivationsStayAsTheyAre() {
        Keys keys = keys("k0:active");

        assertEquals("694339", keys.code(context("k0"), DIGITS));
        assertEquals("X6FR3DFQ", keys.code(context("k0"), SecretSpec.letters("code", 8)));
        assertEquals("challenge-1.vK5h7-z_SAlytAZx6q2HDWwAIS7TeIg0colrl4LW0j4", keys.linkToken(context("k0")));
        assertEquals("-cSZOC7IYmn9wP372sVSUA", keys.answerToken(context("k0"), "yes"));
        assertEquals(
                "CSy4fhwvtcQ0v4KODHNTRYRSMZCdZKJ1gkDrL_4PYlE", keys.index("k0", "subject", "phone", "+441134960000"));
        assertEquals("XVQYfuHYiAIGdgrdSGPqsg", keys.pathToken("whatsapp"));
    }

    @Test
    void payloadOfAnEarlierVersionStillOpens() {
        Keys keys = keys("k0:active");
        SealedPayload sealed = keys.seal(CHALLENGE, PAYLOAD);

        assertEquals(1, sealed.bytes()[0]);
        assertEquals(1 + 12 + PAYLOAD.length + 16, sealed.bytes().length);
        assertEquals(new String(PAYLOAD, StandardCharsets.UTF_8), text(keys.open(CHALLENGE, sealed)));
    }

    @Test
    void sameTextIsNeverSealedTheSameWay() {
        Keys keys = keys("k0:active");

        assertNotEquals(keys.seal(CHALLENGE, PAYLOAD), keys.seal(CHALLENGE, PAYLOAD));
    }

    @Test
    void everyChangedByteOfAPayloadIsFound() {
        Keys keys = keys("k0:active");
        byte[] sealed = keys.seal(CHALLENGE, PAYLOAD).bytes();

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertCantOpen(keys, CHALLENGE, "k0", changed);
        }
        for (int length : new int[] {0, 1, 28, sealed.length - 1}) {
            assertCantOpen(keys, CHALLENGE, "k0", Arrays.copyOf(sealed, length));
        }
    }

    @Test
    void payloadOpensForItsChallengeAndKeyOnly() {
        Keys keys = keys("k0:active", "k1:verify-only");
        byte[] sealed = keys.seal(CHALLENGE, PAYLOAD).bytes();

        assertCantOpen(keys, ChallengeId.of("challenge-2"), "k0", sealed);
        assertCantOpen(keys, CHALLENGE, "k1", sealed);
    }

    @Test
    void rotationKeepsOpenChallengesAndRetirementEndsThem() {
        Keys keys = keys("k1:active");
        String code = keys.code(context("k1"), DIGITS);
        String link = keys.linkToken(context("k1"));
        String answer = keys.answerToken(context("k1"), "yes");
        String row = keys.index("k1", "subject", "a");
        String path = keys.pathToken("viber");
        SealedPayload sealed = keys.seal(CHALLENGE, PAYLOAD);

        keys.reload(ring("k2:active", "k1:verify-only"));
        assertEquals("k2", keys.activeId());
        assertEquals(code, keys.code(context("k1"), DIGITS));
        assertTrue(keys.codeMatches(context("k1"), DIGITS, code));
        assertTrue(keys.linkTokenMatches(context("k1"), link));
        assertTrue(keys.answerTokenMatches(context("k1"), "yes", answer));
        assertTrue(keys.pathTokenMatches("viber", path));
        assertTrue(keys.pathTokenMatches("viber", keys.pathToken("viber")));
        assertNotEquals(path, keys.pathToken("viber"));
        assertEquals("k2", keys.seal(CHALLENGE, PAYLOAD).keyId());

        keys.reload(ring("k2:active", "k1:retired"));
        for (UnknownKeyException refused : List.of(
                assertThrows(UnknownKeyException.class, () -> keys.code(context("k1"), DIGITS)),
                assertThrows(UnknownKeyException.class, () -> keys.codeMatches(context("k1"), DIGITS, code)),
                assertThrows(UnknownKeyException.class, () -> keys.linkTokenMatches(context("k1"), link)),
                assertThrows(UnknownKeyException.class, () -> keys.answerTokenMatches(context("k1"), "yes", answer)))) {
            assertEquals("k1", refused.keyId());
            assertTrue(refused.getMessage().contains("'k1' is retired"), refused.getMessage());
        }
        assertFalse(keys.pathTokenMatches("viber", path));
        assertEquals(row, keys.index("k1", "subject", "a"));
        assertEquals(List.of(keys.index("k2", "subject", "a"), row), keys.indexUnderAll("subject", "a"));
        assertEquals(text(PAYLOAD), text(keys.open(CHALLENGE, sealed)));
    }

    @Test
    void unknownKeyIsNamedAndNeverAWrongCode() {
        Keys keys = keys("k1:active");
        SealedPayload foreign = keys("k9:active").seal(CHALLENGE, PAYLOAD);
        String huge = "1".repeat(1_000_000);

        for (UnknownKeyException refused : List.of(
                assertThrows(UnknownKeyException.class, () -> keys.codeMatches(context("k9"), DIGITS, "123456")),
                assertThrows(UnknownKeyException.class, () -> keys.codeMatches(context("k9"), DIGITS, huge)),
                assertThrows(UnknownKeyException.class, () -> keys.linkToken(context("k9"))),
                assertThrows(UnknownKeyException.class, () -> keys.index("k9", "subject", "a")),
                assertThrows(UnknownKeyException.class, () -> keys.open(CHALLENGE, foreign)))) {
            assertEquals("k9", refused.keyId());
            assertTrue(refused.getMessage().contains("'k9' is not in the key ring, which has [k1]"));
        }
        assertFalse(keys.knows("k9"));
        assertTrue(keys.knows("k1"));
    }

    @Test
    void reloadRefusesOtherBytesUnderAKnownId() {
        Keys keys = keys("k1:active");
        KeyRing before = keys.ring();
        KeyRing other = KeyRing.parse("k1:active:" + KeysFixture.material("other"));

        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> keys.reload(other));

        assertTrue(refused.getMessage().contains("'k1' has other bytes than before"), refused.getMessage());
        assertSame(before, keys.ring());
    }

    @Test
    void linkTokenNamesItsChallenge() {
        Keys keys = keys("k1:active");
        String token = keys.linkToken(context("k1"));

        assertEquals(Optional.of(CHALLENGE), Keys.challengeOf(token));
        for (String other : List.of("", ".", "challenge-1", ".mac", "a b.mac", "../..", "x".repeat(101) + ".mac")) {
            assertEquals(Optional.empty(), Keys.challengeOf(other), other);
        }
        assertTrue(keys.linkTokenMatches(context("k1"), token));
        for (String wrong : List.of("", token + "A", token.substring(1), keys.linkToken(context("k1", 1)))) {
            assertFalse(keys.linkTokenMatches(context("k1"), wrong), wrong);
        }
    }

    @Test
    void answerTokensTellAnswersApart() {
        Keys keys = keys("k1:active");

        assertNotEquals(keys.answerToken(context("k1"), "yes"), keys.answerToken(context("k1"), "no"));
        assertFalse(keys.answerTokenMatches(context("k1"), "no", keys.answerToken(context("k1"), "yes")));
        assertTrue(keys.answerToken(context("k1"), "yes").length() <= 64);
    }

    @Test
    void pathTokensTellChannelsApart() {
        Keys keys = keys("k1:active");

        assertFalse(keys.pathTokenMatches("line", keys.pathToken("viber")));
        assertFalse(keys.pathTokenMatches("line", ""));
    }

    @Test
    void saltsAreFreshAndHave128Bits() {
        Keys keys = keys("k1:active");
        Set<String> salts = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            salts.add(keys.newSalt());
        }

        assertEquals(1000, salts.size());
        assertTrue(salts.stream().allMatch(salt -> salt.matches("[A-Za-z0-9_-]{22}")));
    }

    @Test
    void nothingSecretIsPrinted() {
        Keys keys = keys("k1:active", "k0:retired");
        SealedPayload sealed = keys.seal(CHALLENGE, PAYLOAD);
        byte[] changed = sealed.bytes();
        changed[20] ^= 1;
        TamperedPayloadException tampered = assertThrows(
                TamperedPayloadException.class, () -> keys.open(CHALLENGE, SealedPayload.of("k1", changed)));

        assertEquals("Keys[RootKey[k1, active], RootKey[k0, retired]]", keys.toString());
        assertEquals(
                "CodeContext[k1, login, default, challenge-1, generation 3]",
                context("k1", 3).toString());
        assertEquals("SubKey[hidden]", new SubKey(new byte[32]).toString());
        String printed =
                keys + sealed.toString() + keys.ring() + context("k1") + tampered.getMessage() + tampered.getCause();
        for (String secret : List.of(
                KeysFixture.material("k1"),
                KeysFixture.SALT,
                "user-é",
                "Ana",
                "1134960001",
                keys.code(context("k1"), DIGITS))) {
            assertFalse(printed.contains(secret), secret);
        }
    }

    private static void assertCantOpen(Keys keys, ChallengeId challenge, String keyId, byte[] bytes) {
        TamperedPayloadException refused = assertThrows(
                TamperedPayloadException.class, () -> keys.open(challenge, SealedPayload.of(keyId, bytes)));
        assertTrue(refused.getMessage().contains(challenge.value()), refused.getMessage());
        assertTrue(refused.getMessage().contains("'" + keyId + "'"), refused.getMessage());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
