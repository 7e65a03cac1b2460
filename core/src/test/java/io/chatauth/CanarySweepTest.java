package io.chatauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last test of the run: nothing that is secret or personal stood in a log line, an exception or a store. */
@Order(Integer.MAX_VALUE)
class CanarySweepTest {
    private static final int OF_A_WHOLE_RUN = 200;

    @Test
    void nothingSecretWasSeenInTheWholeRun() throws IOException {
        assumeTrue(Canary.planted() >= OF_A_WHOLE_RUN, "only a few tests were run before");
        Canary.end();

        assertTrue(Canary.lines() > 1_000, () -> Canary.lines() + " lines were seen");
        assertEquals(List.of(), Canary.found());
    }

    @Test
    void aCanaryThatIsSeenIsFound() {
        Canary.plant(
                "id|+441134969876|Your code is 864209.|YES=tokentokentokentoken22|link=https://x/l/c.linklinklinklinklink");

        Canary.plantInvitation("7QK2M9XRT4BCD");
        Canary.plantInvitation("7QK2M9XR");

        assertTrue(Canary.betrays("LOG https://chat.example/?text=code%207QK2M9XRT4BCD"));
        assertTrue(Canary.betrays("STORE 7QK2M9XR."));
        assertTrue(Canary.betrays("LOG code=864209"));
        assertTrue(Canary.betrays("LOG to 441134969876"));
        assertTrue(Canary.betrays("THROWN the token tokentokentokentoken22"));
        assertFalse(Canary.betrays("LOG challenge864209 and 0.864209 and 44*******76"));
    }
}
