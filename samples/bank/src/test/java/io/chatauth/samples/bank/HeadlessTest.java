package io.chatauth.samples.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a continuous-integration machine starts: the tutorial, then all flows in all apps. */
class HeadlessTest {
    @TempDir
    private Path folder;

    private final Printed out = new Printed();
    private final Printed err = new Printed();

    @Test
    void everyFlowHappensInEveryAppThatCanCarryItAndEachAttackIsRefused() throws Exception {
        Path journal = folder.resolve("journal.json");
        assertEquals(0, run("--headless", "--journal", journal.toString()), () -> out.text() + err.text());
        String text = out.text();
        assertTrue(text.stripTrailing().endsWith("72 of 72 steps happened"), text);
        assertEquals(25, count("[ 0-9]+  \\S+  \\w+ +refused: .*"), text);
        assertEquals(3, count(".* can't carry it"), text);
        assertTrue(text.contains("LINE fixes the URLs of a layout"), text);
        assertTrue(text.contains("6 crawlers open the link with HEAD and GET -> it is still unspent"), text);
        assertTrue(text.contains("a bare Y while two payments wait -> counts for none"), text);
        assertEquals("", err.text());
        JsonNode requests = new ObjectMapper().readTree(journal.toFile());
        for (String path : List.of("/whatsapp/1/message/template", "/viber/2/messages", "/zalo/2/messages")) {
            assertTrue(requests.findValuesAsText("path").stream().anyMatch(path::equals), "no request to " + path);
        }
    }

    @Test
    void aJournalThatCannotBeWrittenIsAFailure() throws Exception {
        Path journal = folder.resolve("no-such-folder").resolve("journal.json");
        assertEquals(1, run("--headless", "--journal", journal.toString()));
        assertTrue(err.text().contains(journal.toString()), err::text);
    }

    private long count(String form) {
        return out.text().lines().filter(line -> line.matches(form)).count();
    }

    private int run(String... arguments) throws InterruptedException {
        return Main.run(Arguments.read(List.of(arguments)), Map.of(), out.stream(), err.stream());
    }
}
