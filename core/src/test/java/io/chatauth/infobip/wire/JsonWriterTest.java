package io.chatauth.infobip.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void fieldsStandInTheOrderOfTheCallsWithoutWhiteSpace() {
        byte[] body = JsonWriter.write(out -> out.text("t", "a\"\n\u00e9")
                .number("n", -3)
                .flag("f", false)
                .texts("l", List.of("x", "y"))
                .texts("none", List.of())
                .object("o", inner -> inner.object("empty", nothing -> {}))
                .objects("os", List.of(1, 2), (item, value) -> item.number("v", value)));

        assertEquals(
                "{\"t\":\"a\\\"\\né\",\"n\":-3,\"f\":false,\"l\":[\"x\",\"y\"],\"none\":[],\"o\":{\"empty\":{}},"
                        + "\"os\":[{\"v\":1},{\"v\":2}]}",
                new String(body, StandardCharsets.UTF_8));
    }

    @Test
    void objectIfAnyIsThereOnceItHasAField() {
        byte[] body = JsonWriter.write(out -> out.objectIfAny("none", none -> none.objectIfAny("inner", nothing -> {}))
                .objectIfAny(
                        "some",
                        some -> some.objectIfAny("gone", nothing -> {})
                                .objectIfAny("kept", kept -> kept.number("n", 1))
                                .text("t", "x"))
                .objectIfAny("empty", holder -> holder.texts("l", List.of()))
                .flag("last", true));

        assertEquals(
                "{\"some\":{\"kept\":{\"n\":1},\"t\":\"x\"},\"empty\":{\"l\":[]},\"last\":true}",
                new String(body, StandardCharsets.UTF_8));
    }

    @Test
    void halfASurrogatePairStaysReadable() {
        byte[] body = JsonWriter.write(out -> out.text("t", "\uD83D!"));

        assertEquals("{\"t\":\"\\uD83D!\"}", new String(body, StandardCharsets.UTF_8));
    }
}
