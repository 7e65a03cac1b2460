package io.chatauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.KeyRing.State;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
    private static final String A = text(1);
    private static final String B = text(2);
    private static final String C = text(3);

    @Test
    void propertyFormIsReadActiveKeyFirst() {
        KeyRing ring = KeyRing.parse("k0:retired:" + A + ", k1:verify-only:" + B + " ,k2:active:" + C);

        assertEquals("k2", ring.activeId());
        assertEquals(List.of("k2", "k1", "k0"), List.copyOf(ring.states().keySet()));
        assertEquals(
                List.of(State.ACTIVE, State.VERIFY_ONLY, State.RETIRED),
                List.copyOf(ring.states().values()));
        assertEquals(B, ring.root("k1").reveal());
        assertFalse(ring.isDevelopment());
    }

    @Test
    void base64UrlWithoutPaddingIsTheSameKey() {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) 0xfb);
        bytes[0] = 1;
        String url = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertEquals(
                Base64.getEncoder().encodeToString(bytes),
                KeyRing.parse("k1:active:" + url).root("k1").reveal());
    }

    @Test
    void everyProblemIsSaidAtOnceWithoutAnyKey() {
        String short16 =
                Base64.getEncoder().encodeToString(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
        String zero = Base64.getEncoder().encodeToString(new byte[32]);
        byte[] sevens = new byte[32];
        Arrays.fill(sevens, (byte) 7);
        String repeated = Base64.getEncoder().encodeToString(sevens);
        String development = KeyRing.development().root("development").reveal();
        String text = String.join(
                ",",
                "a:active:" + A,
                "b:verify-only:" + A,
                "a:retired:" + B,
                "c:verify-only:" + short16,
                "d:verify-only:" + zero,
                "e:verify-only:" + repeated,
                "f:verify-only:not*base64",
                "g:" + C + ":active",
                C + ":active:h",
                "i:active",
                "j:active:",
                "k:retired:" + development,
                "");

        List<String> problems = KeyRing.problems(text);
        String all = String.join("\n", problems);

        assertEquals(12, problems.size(), all);
        for (String said : List.of(
                "'b' is the same as the key 'a'",
                "'a' is there twice",
                "'c' has 16 bytes, expected 32",
                "'d' is one byte repeated",
                "'e' is one byte repeated",
                "'f' is not base64",
                "'g' has an unknown state",
                "entry 9 of the key ring has no valid id",
                "'i' has 2 parts",
                "'j' is empty",
                "'k' is the development key",
                "entry 13 of the key ring has no valid id")) {
            assertTrue(all.contains(said), said + " in\n" + all);
        }
        for (String material : List.of(A, B, C, short16, zero, repeated, development, "not*base64")) {
            assertFalse(all.contains(material), material);
        }
        ConfigurationException thrown = assertThrows(ConfigurationException.class, () -> KeyRing.parse(text));
        assertEquals(problems, thrown.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void emptyRingIsRefused(String nothing) {
        assertEquals(1, KeyRing.problems(nothing).size());
        assertThrows(ConfigurationException.class, () -> KeyRing.parse(nothing));
    }

    @Test
    void exactlyOneKeyIsActive() {
        KeyRing.Builder none = KeyRing.builder().key("k1", State.VERIFY_ONLY, Secret.of(A));
        KeyRing.Builder two =
                KeyRing.builder().key("k1", State.ACTIVE, Secret.of(A)).key("k2", State.ACTIVE, Secret.of(B));

        assertTrue(assertThrows(ConfigurationException.class, none::build)
                .getMessage()
                .contains("no key is active: make one of [k1] active"));
        assertTrue(assertThrows(ConfigurationException.class, two::build)
                .getMessage()
                .contains("[k1, k2] are all active"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K1", "k_1", "k1 ", "abcdefghijklmnopqrstu"})
    void idOfAnotherFormIsRefused(String id) {
        KeyRing.Builder builder = KeyRing.builder().key(id, State.ACTIVE, Secret.of(A));

        assertTrue(assertThrows(ConfigurationException.class, builder::build)
                .getMessage()
                .contains("key 1 has no valid id"));
    }

    @Test
    void newKeysAreFreshAndUsable() {
        String one = KeyRing.newKey().reveal();

        assertNotEquals(one, KeyRing.newKey().reveal());
        assertEquals(List.of(), KeyRing.problems("k1:active:" + one));
    }

    @Test
    void developmentRingSaysWhatItIs() {
        assertTrue(KeyRing.development().isDevelopment());
        assertEquals("KeyRing[development active]", KeyRing.development().toString());
    }

    @Test
    void textShowsIdsAndStatesOnly() {
        assertEquals(
                "KeyRing[k2 active, k1 verify-only]",
                KeyRing.parse("k1:verify-only:" + A + ",k2:active:" + B).toString());
        assertEquals(
                "KeyRing.Builder[1 keys]",
                KeyRing.builder().key("k1", State.ACTIVE, Secret.of(A)).toString());
    }

    @Test
    void unknownRootIsNamed() {
        KeyRing ring = KeyRing.parse("k1:active:" + A);

        assertTrue(assertThrows(IllegalArgumentException.class, () -> ring.root("k9"))
                .getMessage()
                .contains("'k9', only [k1]"));
    }

    private static String text(int seed) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (seed * 31 + i * 7);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }
}
