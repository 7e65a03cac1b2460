package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Shows that a rule finds what it forbids: compiles sources that break it, and asks it. */
final class Bites {
    private Bites() {}

    /**
     * Asserts that a rule finds a violation.
     *
     * @param rule the rule
     * @param expected what its report must say
     * @param sources one class each, with its package
     */
    static void assertBites(ArchRule rule, String expected, String... sources) {
        EvaluationResult result = rule.evaluate(classes(sources));
        String report = result.getFailureReport().toString();
        assertTrue(result.hasViolation(), "nothing was found");
        assertTrue(report.contains(expected), report);
    }

    /**
     * Asserts that a rule lets something pass that looks much like a violation.
     *
     * @param rule the rule
     * @param sources one class each, with its package
     */
    static void assertPasses(ArchRule rule, String... sources) {
        EvaluationResult result = rule.evaluate(classes(sources));
        assertTrue(!result.hasViolation(), () -> result.getFailureReport().toString());
    }

    private static JavaClasses classes(String... sources) {
        try {
            Path folder = Files.createTempDirectory("chatauth-bites");
            try {
                Path classes = Compiler.onClassPath(System.getProperty("java.class.path"))
                        .compile(folder, sources);
                return new ClassFileImporter().importPath(classes);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
