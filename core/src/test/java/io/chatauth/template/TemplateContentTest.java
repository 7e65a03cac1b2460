package io.chatauth.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.chatauth.template.TemplateContent.Difference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateContentTest {
    @Test
    void partsThatAreMissingOnOneSideDiffer() {
        TemplateContent there = TemplateContent.of(Map.of("body", "Hi"));
        TemplateContent here = there.with("footer", "Bank");

        assertEquals(List.of(new Difference("footer", Optional.empty(), Optional.of("Bank"))), there.differences(here));
        assertEquals(
                List.of("footer: registered 'Bank', here nothing"),
                here.differences(there).stream().map(Difference::toString).toList());
        assertEquals(List.of(), here.differences(here));
    }

    @Test
    void longTextsAreShownWhereTheyBeginToDiffer() {
        String start = "x".repeat(500);

        String line = new Difference("body", Optional.of(start + "\nold"), Optional.of(start + "\nnew")).toString();

        assertEquals("body: registered '…" + "x".repeat(19) + "⏎old', here '…" + "x".repeat(19) + "⏎new'", line);
    }

    @Test
    void fingerprintsTellPartsFromTexts() {
        assertEquals(64, TemplateContent.of(Map.of()).fingerprint().length());
        assertNotEquals(
                TemplateContent.of(Map.of("ab", "c")).fingerprint(),
                TemplateContent.of(Map.of("a", "bc")).fingerprint());
    }
}
