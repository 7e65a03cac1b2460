package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The built jars, as Maven copied them for these tests. */
final class Jars {
    private Jars() {}

    /**
     * What an application takes: core, the channels, and all that they need at run time.
     *
     * @return the jars, sorted
     */
    static List<Path> application() {
        return in(Path.of("target", "application"));
    }

    /**
     * The jars of ChatAuth's modules alone, without versions in their names.
     *
     * @return the jars, sorted
     */
    static List<Path> modules() {
        return in(Path.of("target", "modules"));
    }

    /**
     * Finds the jar of one channel in the application.
     *
     * @param id the channel's id
     * @return the jar
     */
    static Path channel(String id) {
        return application().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("chatauth-channel-" + id + "-"))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Joins jars or folders to a path.
     *
     * @param elements the jars and folders
     * @return the path
     */
    static String path(List<Path> elements) {
        return elements.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
            assertFalse(jars.isEmpty(), folder + " is empty; run mvn verify");
            return jars;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " is not there; run mvn verify", e);
        }
    }
}
