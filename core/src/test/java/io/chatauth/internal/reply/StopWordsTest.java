package io.chatauth.internal.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.chatauth.internal.reply.StopWords.Wish;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "\uFF33\uFF34\uFF2F\uFF30",
                "UNSUBSCRIBE",
                "Cancel",
                "END",
                "quit!",
                "opt-out",
                "Stopp",
                "Abmelden",
                "BAJA",
                "إيقاف",
                "停止",
                "중지",
                "수신거부",
                "หยุด",
                "dừng",
                "STOP\u200B",
                "\"STOP\""
            })
    void aWholeTextThatStopsIsHeard(String text) {
        assertEquals(Optional.of(Wish.STOP), StopWords.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "unstop", "Anmelden", "ALTA", "ابدأ", "再開", "시작", "เริ่ม", "bắt đầu", "Bắt  Đầu"})
    void aWholeTextThatResumesIsHeard(String text) {
        assertEquals(Optional.of(Wish.RESUME), StopWords.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "stop it now", "please stop", "don't stop", "bus stop", "startup", "Y", "no", "nonstop"})
    void aTextThatOnlyHoldsAWordIsNot(String text) {
        assertEquals(Optional.empty(), StopWords.read(text));
    }

    @Test
    void noWordMeansYesOrNoToAQuestion() {
        StopWords.all().keySet().forEach(word -> assertEquals(Optional.empty(), ReplyText.read(word), word));
    }

    @Test
    void longTextsAreNotLookedAt() {
        assertTimeout(Duration.ofSeconds(2), () -> StopWords.read("stop ".repeat(1_000_000)));
    }
}
