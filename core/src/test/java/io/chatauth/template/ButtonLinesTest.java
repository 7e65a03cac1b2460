package io.chatauth.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatauth.template.AdaptedMessage.FilledButton;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ButtonLinesTest {
    @Test
    void buttonsAreWrittenInTheAdaptersWordsWithRepliesLast() {
        assertEquals(
                List.of(
                        "Contact Us: +44 1123 456789",
                        "Log on: https://bank.example/l/k9",
                        "482913",
                        "Reply Y to confirm, N to refuse"),
                ButtonLines.of(
                        "en_GB",
                        List.of(
                                button(ButtonKind.CALL_PHONE, "Contact Us", "+441123456789"),
                                button(ButtonKind.QUICK_REPLY, "Confirm", "Y"),
                                button(ButtonKind.OPEN_URL, "Log on", "https://bank.example/l/k9"),
                                button(ButtonKind.QUICK_REPLY, "Refuse", "N"),
                                button(ButtonKind.COPY_CODE, "Copy", "482913"))));
    }

    @Test
    void messageWithoutButtonsHasNoLines() {
        assertEquals(List.of(), ButtonLines.of("en", List.of()));
    }

    private static FilledButton button(ButtonKind kind, String label, String value) {
        return new FilledButton(kind, label, value, Optional.empty());
    }
}
