package io.chatauth.internal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(strings = {";", ",", ";q=1", "*", "", "-", "de;q=x", "\u0000", "q=;,;", "en;q=2"})
    void aCrookedHeaderIsReadAsNone(String header) {
        assertEquals("en", Words.choose(Optional.empty(), Optional.of(header)).language());
    }
}
