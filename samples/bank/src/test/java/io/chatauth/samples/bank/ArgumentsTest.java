package io.chatauth.samples.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    @Test
    void nothingMeansInteractive() {
        assertEquals(Arguments.Command.INTERACTIVE, Arguments.read(List.of()).command());
    }

    @Test
    void theJournalGoesWithHeadless() {
        Arguments read = Arguments.read(List.of("--headless", "--journal", "file.json"));
        assertEquals(Arguments.Command.HEADLESS, read.command());
        assertEquals(Optional.of(Path.of("file.json")), read.journal());
    }

    @Test
    void theSandboxGetsItsOwnOptionsUnread() {
        assertEquals(
                List.of("--port", "0"),
                Arguments.read(List.of("sandbox", "--port", "0")).rest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--foo|unknown option --foo",
                "--headless --foo|unknown option --foo",
                "--headless --journal|--journal needs one value, the file to write",
                "--headless --journal a b|--journal needs one value, the file to write",
                "--journal a|--journal goes with --headless, after it",
                "--help me|nothing goes with --help"
            })
    void whatIsWrongIsSaidInASentence(String line, String sentence) {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> Arguments.read(List.of(line.split(" "))));
        assertEquals(sentence, wrong.getMessage());
    }
}
