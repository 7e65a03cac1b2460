package io.chatauth.store.redis;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link StoreWorker} in another JVM, and the lines it said. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final Writer in;
    private final List<String> lines = new ArrayList<>();

    Child(String... args) throws IOException {
        String path = Stream.of("jdk.module.path", "java.class.path", "surefire.test.class.path")
                .map(name -> System.getProperty(name, ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                Path.of("target", "test-classes")
                        + File.pathSeparator
                        + Path.of("target", "classes")
                        + File.pathSeparator
                        + path,
                StoreWorker.class.getName()));
        command.addAll(List.of(args));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = process.inputReader(StandardCharsets.UTF_8);
        in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** Reads until a line is as wanted, or the child has ended; tells whether it is. */
    boolean readUntil(Predicate<String> wanted) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (wanted.test(line)) {
                return true;
            }
        }
        return false;
    }

    void tell(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    String answer() throws IOException {
        return out.readLine();
    }

    /** SIGKILL; then what it had said before is read. A line that was cut is no acknowledgement. */
    List<String> kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly(); // the process itself would close the pipe unread
        process.waitFor();
        char[] rest = new char[8192];
        StringBuilder said = new StringBuilder();
        for (int read = out.read(rest); read > 0; read = out.read(rest)) {
            said.append(rest, 0, read);
        }
        int whole = said.lastIndexOf("\n") + 1;
        said.substring(0, whole).lines().forEach(lines::add);
        return lines;
    }

    List<String> lines() {
        return lines;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            out.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
