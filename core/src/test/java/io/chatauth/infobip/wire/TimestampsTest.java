package io.chatauth.infobip.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimestampsTest {
    @Test
    void offsetsAreReadWithAndWithoutColon() {
        Instant expected = Instant.parse("2019-04-09T19:01:56.494Z");

        for (String text : List.of(
                "2019-04-09T16:01:56.494-0300",
                "2019-04-09T16:01:56.494-03:00",
                "2019-04-09T19:01:56.494+0000",
                "2019-04-09T19:01:56.494+00:00",
                "2019-04-09T19:01:56.494Z",
                "2019-04-09T19:01:56.494000+0000")) {
            assertEquals(Optional.of(expected), Timestamps.parse(text), text);
        }
        assertEquals(Optional.of(Instant.parse("2019-04-09T19:01:56Z")), Timestamps.parse("2019-04-09T19:01:56+0000"));
    }

    @Test
    void whatIsNoTimeIsAbsent() {
        for (String text : List.of("", "yesterday", "2019-04-09", "2019-04-09T19:01:56.494", "2019-13-09T19:01:56Z")) {
            assertEquals(Optional.empty(), Timestamps.parse(text), text);
        }
    }
}
