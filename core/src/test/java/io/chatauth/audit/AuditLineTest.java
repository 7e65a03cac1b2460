package io.chatauth.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.ChannelId;
import io.chatauth.event.ChatAuthEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AuditLineTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    /** What the document says of a line, and nothing else. */
    private static final Pattern PART = Pattern.compile(
            "([A-Za-z.]+)=(?:([A-Za-z0-9._:+*/@,-]+)|\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\]|\\\\u[0-9a-f]{4})*)\")");

    private static Map<String, String> read(String line) {
        Map<String, String> parts = new LinkedHashMap<>();
        Matcher part = PART.matcher(line);
        int at = 0;
        while (at < line.length()) {
            if (at > 0) {
                assertEquals(' ', line.charAt(at), line);
                at++;
            }
            assertTrue(part.region(at, line.length()).lookingAt(), () -> "no part begins there: " + line);
            String value = part.group(2) == null ? unquoted(part.group(3)) : part.group(2);
            assertEquals(null, parts.put(part.group(1), value), () -> "twice: " + line);
            at = part.end();
        }
        return parts;
    }

    private static String unquoted(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
            } else if (text.charAt(i + 1) == 'u') {
                out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                out.append(text.charAt(++i));
            }
        }
        return out.toString();
    }

    @Test
    void aLineIsWhatTheDocumentSays() {
        assertEquals(
                "event=challenge-ended at=2026-01-01T00:00:09Z tenant=default challenge=challenge-1"
                        + " flow=verification-code channel=whatsapp state=APPROVED assurance=SECRET"
                        + " startedAt=2026-01-01T00:00:00Z recipient=+44*******01 country=GB keyId=k1",
                AuditLine.of(SampleEvents.ended()));
        assertEquals(
                "event=webhook-refused at=2026-01-01T00:00:00Z channel=viber reason=\"a body that can't be read\"",
                AuditLine.of(new ChatAuthEvent.WebhookRefused(
                        AT, Optional.of(ChannelId.of("viber")), "a body that can't be read")));
        assertEquals(
                "event=webhook-refused at=2026-01-01T00:00:00Z reason=\"\"",
                AuditLine.of(new ChatAuthEvent.WebhookRefused(AT, Optional.empty(), "")));
    }

    @Test
    void everyKindOfEventHasItsLineWithAllItsParts() {
        for (ChatAuthEvent event : SampleEvents.all("x")) {
            Map<String, String> parts = read(AuditLine.of(event));

            assertEquals(AuditLine.name(event.getClass()), parts.get("event"));
            assertEquals("2026-01-01T00:00:00Z", parts.get("at"));
            for (var component : event.getClass().getRecordComponents()) {
                assertTrue(
                        parts.keySet().stream()
                                .anyMatch(key ->
                                        key.equals(component.getName()) || key.startsWith(component.getName() + ".")),
                        () -> component + " is missing in " + parts);
            }
            assertFalse(AuditLine.of(event).contains("Optional"), () -> AuditLine.of(event));
        }
    }

    @Property(tries = 500)
    void noValueForgesALineOrAKey(@ForAll("hostile") String text) {
        List<String> expected = new ArrayList<>();
        SampleEvents.all("x").forEach(event -> expected.add(String.join(" ", keys(event))));
        List<String> found = new ArrayList<>();
        for (ChatAuthEvent event : SampleEvents.all(text)) {
            String line = AuditLine.of(event);

            assertTrue(line.chars().allMatch(c -> c >= ' ' && c <= '~'), line);
            found.add(String.join(" ", keys(event)));
        }
        assertEquals(expected, found);
    }

    private static java.util.Set<String> keys(ChatAuthEvent event) {
        return read(AuditLine.of(event)).keySet();
    }

    @Property(tries = 1000)
    void whatWasWrittenIsReadAgain(@ForAll("hostile") String text) {
        ChatAuthEvent event = new ChatAuthEvent.Replied(AT, ChannelId.of("viber"), text, text, true, false);

        assertEquals(text, read(AuditLine.of(event)).get("sender"));
        assertEquals(text, read(AuditLine.of(event)).get("from"));
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(40),
                Arbitraries.strings()
                        .withChars(
                                '\r', '\n', '\u001b', '"', '\\', ' ', '=', '\u202e', '\u2028', '\u0085', 'u', '0', '\0')
                        .ofMaxLength(20),
                Arbitraries.of(
                        "x\nevent=challenge-ended state=APPROVED",
                        "x\" event=\"y",
                        "\\",
                        "\\\"",
                        "\u001b[2K",
                        "\u202etxt",
                        "\ud800"));
    }

    @Test
    void aNumberInAProvidersWordsIsMasked() {
        String line = AuditLine.of(new ChatAuthEvent.OperatorAlert(
                AT, "to +441134960001, 44 113 496 0001 and 0113-496-0001, code 5001 of q1234567 at " + AT));

        assertEquals(
                "event=operator-alert at=2026-01-01T00:00:00Z"
                        + " text=\"to +44********01, 44 **********01 and 011********01, code 5001 of q1234567"
                        + " at 2026-01-01T00:00:00Z\"",
                line);
    }

    @Test
    void whatIsNoLineIsNotRead() {
        for (String line : List.of("event=x y", "event=x  at=y", "event=a\nb", "event=\"a\\\"", "event=x event=y")) {
            assertThrows(AssertionError.class, () -> read(line), line);
        }
    }
}
