package io.chatauth.sandbox.internal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatauth.sandbox.internal.server.Json;
import io.chatauth.sandbox.internal.server.Problem;
import io.chatauth.sandbox.internal.server.Reply;
import io.chatauth.sandbox.internal.server.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every sandbox adds to one file what it held against the documents, and each violation at once. */
class TallyTest {
    @TempDir
    Path directory;

    @Test
    void sandboxesAddUpInOneFile() throws IOException {
        Files.writeString(
                directory.resolve("small.json"),
                "{\"paths\":{\"/a\":{\"get\":{\"responses\":{\"200\":{\"description\":\"Done\"}}}}}}");
        Path tally = directory.resolve("target").resolve("tally.txt");

        Contract first = new Contract(directory, tally);
        first.check(get("/a"), Reply.empty(200), true);
        first.check(get("/b"), Reply.json(404, Json.object()), true);
        first.check(get("/auth/1/session"), Reply.empty(204), true);
        first.close();
        Contract second = new Contract(directory, tally);
        assertThrows(Problem.class, () -> second.check(get("/b"), Reply.empty(200), true));
        assertThrows(IllegalStateException.class, second::close);

        assertEquals(
                List.of(
                        "requests 1 refused 1 outside 1 webhooks 0",
                        "violation GET /b: no operation answers GET /b; answer 200: the status 200 is not in the spec",
                        "requests 1 refused 0 outside 0 webhooks 0"),
                Files.readAllLines(tally));
    }

    @Test
    void withoutDocumentsNothingIsCheckedNorWritten() {
        Path tally = directory.resolve("tally.txt");
        Contract contract = new Contract(null, tally);
        contract.check(get("/b"), Reply.empty(200), true);
        contract.close();
        assertFalse(Files.exists(tally));
    }

    private static Request get(String path) {
        return new Request("GET", path, "", Map.of(), Map.of(), "", Map.of());
    }
}
