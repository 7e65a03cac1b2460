package io.chatauth.samples.cardactivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlessTest {
    @TempDir
    private Path folder;

    private final Printed out = new Printed();
    private final Printed err = new Printed();

    @Test
    void everythingHappensAndIsCounted() throws Exception {
        assertEquals(0, run("--headless"), () -> out.text() + err.text());
        String transcript = out.text();
        assertTrue(transcript.contains("[ Contact Us"), transcript);
        assertTrue(transcript.contains("Hi Nick, Your credit card has been sent to your address today."), transcript);
        assertTrue(transcript.contains("1 create; nothing is written before apply()"), transcript);
        assertTrue(
                transcript.contains("template 'card_activation' (en) on whatsapp is PENDING, observed at"), transcript);
        assertTrue(transcript.contains("a webhook tells: APPROVED"), transcript);
        assertTrue(transcript.contains("WrongAnswer, 4 attempts remain"), transcript);
        assertTrue(transcript.contains("Approved, assurance SECRET"), transcript);
        assertTrue(transcript.contains("AlreadyAnswered"), transcript);
        assertTrue(transcript.stripTrailing().endsWith("20 of 20 steps happened"), transcript);
        assertEquals("", err.text());
    }

    @Test
    void theCallIsOnThePhoneOnAllChannels() throws Exception {
        assertEquals(0, run("--headless"), () -> out.text() + err.text());
        List<String> lines = out.text().lines().toList();
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

    @Test
    void theJournalHoldsWhatWasSentOverTheApi() throws Exception {
        Path journal = folder.resolve("journal.json");
        assertEquals(0, run("--headless", "--journal", journal.toString()), () -> out.text() + err.text());
        JsonNode requests = new ObjectMapper().readTree(journal.toFile());
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
    void aJournalThatCannotBeWrittenIsAFailure() throws Exception {
        Path journal = folder.resolve("no-such-folder").resolve("journal.json");
        assertEquals(1, run("--headless", "--journal", journal.toString()));
        assertTrue(err.text().contains(journal.toString()), err::text);
    }

    @Test
    void aStepThatDoesNotHappenIsSaidAndCounted() {
        Transcript transcript = new Transcript(out.stream(), Story.STEPS);
        try (LocalService service = LocalService.start()) {
            service.chatAuth().templates().create(Bank.WHATSAPP, Bank.CARD_ACTIVATION.name());
            boolean all = new Story(service, new Phone(service.sandboxUri()), transcript).play();
            assertFalse(all, out::text);
        }
        assertTrue(out.text().stripTrailing().endsWith("2 of 20 steps happened"), out::text);
    }

    private int run(String... arguments) throws InterruptedException {
        return Main.run(Arguments.read(List.of(arguments)), java.util.Map.of(), out.stream(), err.stream());
    }
}
