package io.chatauth.infobip.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.spi.MalformedResponseException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JsonObjectTest {
    @Test
    void scalarsAreReadAsTheyWereWritten() {
        JsonObject json =
                parse("{\"t\":\"x\\u00e9\",\"n\":12,\"f\":0.10,\"b\":true,\"z\":null,\"s\":\"7\",\"big\":99999999999}");

        assertEquals(Optional.of("xé"), json.text("t"));
        assertEquals(Optional.of("12"), json.text("n"));
        assertEquals(Optional.of("0.10"), json.text("f"));
        assertEquals(Optional.of("true"), json.text("b"));
        assertEquals(Optional.empty(), json.text("z"));
        assertEquals(OptionalInt.of(12), json.number("n"));
        assertEquals(OptionalInt.of(7), json.number("s"));
        assertEquals(OptionalInt.empty(), json.number("big"));
        assertEquals(OptionalInt.empty(), json.number("t"));
        assertEquals(OptionalInt.empty(), json.number("missing"));
    }

    @Test
    void otherKindIsAbsentAndPositionsInListsHold() {
        JsonObject json = parse("{\"o\":{\"a\":[[1],{}]},\"l\":[{\"i\":1},null,[],{\"i\":2}],\"t\":\"x\"}");

        assertTrue(json.object("o").isPresent());
        assertEquals(Optional.empty(), json.object("l"));
        assertEquals(Optional.empty(), json.objects("o"));
        assertEquals(Optional.empty(), json.text("o"));
        assertEquals(
                List.of(OptionalInt.of(1), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(2)),
                json.objects("l").orElseThrow().stream()
                        .map(element -> element.number("i"))
                        .toList());
    }

    @Test
    void missingTextIsNamed() {
        MalformedResponseException missing =
                assertThrows(MalformedResponseException.class, () -> parse("{}").requiredText("id", "a template"));

        assertEquals("a template has no id", missing.getMessage());
    }

    @Test
    void whatIsNoSingleObjectIsMalformedAndNeverQuoted() {
        for (String body : List.of(
                "",
                " ",
                "null",
                "[]",
                "secret",
                "{secret}",
                "{\"a\":",
                "{\"a\":[",
                "{}x",
                "{} {}",
                "{\"a\":1e}",
                "{\"a\":\"\n\"}")) {
            MalformedResponseException malformed =
                    assertThrows(MalformedResponseException.class, () -> parse(body), body);
            assertFalse(malformed.getMessage().contains("secret"), malformed.getMessage());
            assertEquals(null, malformed.getCause());
        }
    }

    @Test
    void depthAndNumbersAreBounded() {
        assertThrows(
                MalformedResponseException.class, () -> parse("{\"a\":" + "[".repeat(101) + "]".repeat(101) + "}"));
        assertThrows(MalformedResponseException.class, () -> parse("{\"a\":" + "9".repeat(1001) + "}"));
    }

    @Test
    void bytesThatAreNoUtf8AreMalformed() {
        for (byte[] body : new byte[][] {
            {'{', '"', (byte) 0xFF, '"', ':', '1', '}'},
            {0, 0, 0, '{', 0},
            {(byte) 0xFE, (byte) 0xFF, 0},
            {'{', '"', (byte) 0xE2, '"'}
        }) {
            assertThrows(MalformedResponseException.class, () -> JsonObject.parse(body, "a body"));
        }
    }

    private static JsonObject parse(String text) {
        return JsonObject.parse(text.getBytes(StandardCharsets.UTF_8), "a body");
    }
}
