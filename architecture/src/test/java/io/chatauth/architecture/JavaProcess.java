package io.chatauth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts {@code java} as an application would, and waits for its end. */
final class JavaProcess {
    private static final long LONGEST_SECONDS = 120;

    private JavaProcess() {}

    /**
     * Runs a process that must end well.
     *
     * @param folder where its output goes
     * @param arguments options, main class and arguments
     * @return the lines of its standard output
     * @throws IOException if it can't be started
     * @throws InterruptedException if this thread is interrupted
     */
    static List<String> run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8", "-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        File out = folder.resolve("out.txt").toFile();
        File err = folder.resolve("err.txt").toFile();
        Process process = new ProcessBuilder(command)
                .redirectOutput(out)
                .redirectError(err)
                .directory(folder.toFile())
                .start();
        try {
            assertTrue(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), "it did not end: " + command);
        } finally {
            process.destroyForcibly();
        }
        String errors = Files.readString(err.toPath());
        assertEquals(0, process.exitValue(), () -> String.join(" ", command) + "\n" + errors);
        return Files.readAllLines(out.toPath());
    }
}
