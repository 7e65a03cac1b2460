package io.chatauth.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list in {@code security-mutants.md}: each change fits the sources, and with {@code -Pmutation}, each is noticed. */
class SecurityMutantsTest {
    private static final int FEWEST = 40;

    @TempDir
    Path folder;

    private Laboratory laboratory;

    @BeforeEach
    void prepare() {
        laboratory = new Laboratory(folder);
    }

    static List<Mutant> mutants() throws IOException {
        return Mutant.all();
    }

    @Test
    void theListIsWholeAndFitsTheSources() throws IOException, ClassNotFoundException {
        Set<String> titles = new HashSet<>();
        for (Mutant mutant : mutants()) {
            assertTrue(titles.add(mutant.title().substring(3)), () -> "twice: " + mutant);
            assertEquals(
                    1,
                    mutant.place(mutant.source()).results().count(),
                    () -> "'" + mutant.before() + "' stands once in " + mutant.file() + ", for " + mutant);
            assertNotEquals(mutant.source(), mutant.mutated());
            String[] target = mutant.target();
            assertEquals(2, target.length, () -> "the test that kills it is not named: " + mutant);
            assertTrue(
                    Stream.of(Class.forName(target[0]).getDeclaredMethods())
                            .anyMatch(method -> method.getName().equals(target[1])),
                    () -> mutant.test() + " is no test");
        }
        assertTrue(titles.size() >= FEWEST, () -> "there are only " + titles.size());
    }

    @Tag("mutation")
    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void isNoticed(Mutant mutant) throws IOException, InterruptedException {
        List<String> failures = laboratory.failures(mutant);
        System.out.println((failures.isEmpty() ? "SURVIVED " : "killed   ") + mutant + ": " + failures);
        assertFalse(failures.isEmpty(), () -> mutant.test() + " did not notice: " + mutant);
    }
}
