package io.chatauth.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chatauth.KeyRing;

/** Key rings as operators write them. */
class KeyRingFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void keyRing(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        Bench.survive(() -> {
            KeyRing ring = KeyRing.parse(text);
            Bench.check(ring.states().containsKey(ring.activeId()), "no active key");
        });
    }
}
