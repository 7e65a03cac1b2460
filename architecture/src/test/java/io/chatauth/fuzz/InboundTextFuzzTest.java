package io.chatauth.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chatauth.internal.reply.InvitationText;
import io.chatauth.internal.reply.ReplyText;
import io.chatauth.internal.reply.StopWords;
import java.util.Set;

/** What people write in a chat: answers, codes, words to stop. */
class InboundTextFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void inboundText(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        Bench.survive(() -> {
            Set<String> codes = InvitationText.codes(text);
            Bench.check(codes.size() <= 8, "too many codes to look up");
            codes.forEach(code -> Bench.check(code.matches("[0-9A-HJKMNP-TV-Z]{8}|[0-9A-HJKMNP-TV-Z]{13}"), code));
            ReplyText.read(text)
                    .flatMap(ReplyText::number)
                    .ifPresent(number -> Bench.check(number.matches("[0-9]{2}"), number));
            Bench.check(StopWords.read(text) != null, "null was read");
        });
    }
}
