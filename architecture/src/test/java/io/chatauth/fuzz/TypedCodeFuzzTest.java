package io.chatauth.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chatauth.ChallengeId;
import io.chatauth.Tenant;
import io.chatauth.internal.key.CodeContext;
import io.chatauth.internal.key.Keys;
import io.chatauth.spi.SecretSpec;

/** What people type where a code is asked for, and tokens that come back. */
class TypedCodeFuzzTest {
    private static final Keys KEYS = new Keys(Bench.RING);
    private static final CodeContext CONTEXT = new CodeContext(
            "k1", "login", Tenant.DEFAULT, ChallengeId.of("challenge-1"), "user", "", "c2FsdHNhbHRzYWx0c2FsdA", 0);
    private static final SecretSpec LETTERS = SecretSpec.letters("code", 10);

    @FuzzTest(maxDuration = "1m")
    void typedCode(FuzzedDataProvider data) {
        String typed = data.consumeRemainingAsString();
        Bench.survive(() -> {
            Bench.check(!KEYS.codeMatches(CONTEXT, LETTERS, typed), "a code was guessed");
            Bench.check(!KEYS.linkTokenMatches(CONTEXT, typed), "a link was guessed");
            Bench.check(!KEYS.answerTokenMatches(CONTEXT, "yes", typed), "a payload was guessed");
            Bench.check(!KEYS.pathTokenMatches("whatsapp", typed), "a path was guessed");
            Bench.check(Keys.challengeOf(typed) != null, "null was read");
        });
    }
}
