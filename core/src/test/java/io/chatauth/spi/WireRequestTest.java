package io.chatauth.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WireRequestTest {
    @Test
    void aHeaderReplacesTheOneOfTheSameNameInAnyCase() {
        WireRequest form = WireRequest.post("/x", new byte[0]).header("content-type", "text/plain");

        assertEquals(Map.of("content-type", "text/plain"), form.headers());
        assertEquals("text/plain", form.headers().get("Content-Type"));
    }
}
