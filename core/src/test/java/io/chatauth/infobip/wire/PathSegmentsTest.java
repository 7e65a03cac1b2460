package io.chatauth.infobip.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PathSegmentsTest {
    @Test
    void textStaysOneSegment() {
        assertEquals("441134960000", PathSegments.encode("441134960000"));
        assertEquals("a%2Fb%3Fc%20d%2B%C3%A9", PathSegments.encode("a/b?c d+é"));
        assertEquals("%2E%2E", PathSegments.encode(".."));
        assertEquals("%2E", PathSegments.encode("."));
        assertThrows(IllegalArgumentException.class, () -> PathSegments.encode(""));
    }
}
