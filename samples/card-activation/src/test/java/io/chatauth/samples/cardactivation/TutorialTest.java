package io.chatauth.samples.cardactivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chatauth.samples.stage.Phone;
import io.chatauth.samples.stage.Transcript;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TutorialTest {
    private final Printed out = new Printed();
    private final Transcript transcript = new Transcript(out.stream(), Tutorial.STEPS);

    @Test
    void everythingHappensAndIsCounted() throws Exception {
        JsonNode requests = new ObjectMapper().readTree(Tutorial.play(transcript));
        assertTrue(transcript.finish(), out::text);
        String text = out.text();
        assertTrue(text.contains("[ Contact Us"), text);
        assertTrue(text.contains("Hi Nick, Your credit card has been sent to your address today."), text);
        assertTrue(text.contains("1 create; nothing is written before apply()"), text);
        assertTrue(text.contains("template 'card_activation' (en) on whatsapp is PENDING, observed at"), text);
        assertTrue(text.contains("a webhook tells: APPROVED"), text);
        assertTrue(text.contains("WrongAnswer, 4 attempts remain"), text);
        assertTrue(text.contains("Approved, assurance SECRET"), text);
        assertTrue(text.contains("AlreadyAnswered"), text);
        theCallIsOnThePhoneOnAllChannels(text.lines().toList());
        theJournalHoldsWhatWasSent(requests);
    }

    private void theCallIsOnThePhoneOnAllChannels(List<String> lines) {
        for (String channel : List.of("WhatsApp", "Viber", "Zalo")) {
            assertTrue(has(lines, channel + ": call button [ Contact Us +441123456789 ]"), out::text);
        }
        for (String channel : List.of("LINE", "KakaoTalk")) {
            assertTrue(has(lines, channel + ": in the text 'Contact Us: +44 1123 456789'"), out::text);
        }
    }

    private static boolean has(List<String> lines, String step) {
        return lines.stream().anyMatch(line -> line.endsWith(step));
    }

    private static void theJournalHoldsWhatWasSent(JsonNode requests) {
        List<String> calls = StreamSupport.stream(requests.spliterator(), false)
                .map(request -> request.path("method").asText() + " "
                        + request.path("path").asText())
                .toList();
        assertTrue(calls.contains("POST /whatsapp/2/senders/441134960000/templates"), calls::toString);
        assertEquals(
                3,
                calls.stream()
                        .filter("POST /whatsapp/1/message/template"::equals)
                        .count(),
                calls::toString);
    }

    @Test
    void aStepThatDoesNotHappenIsSaidAndCounted() {
        try (LocalService service = LocalService.start()) {
            service.chatAuth().templates().create(Bank.WHATSAPP, Bank.CARD_ACTIVATION.name());
            new Story(service, new Phone(service.sandboxUri()), transcript).play();
        }
        assertFalse(transcript.finish(), out::text);
        assertTrue(out.text().stripTrailing().endsWith("2 of 20 steps happened"), out::text);
    }
}
