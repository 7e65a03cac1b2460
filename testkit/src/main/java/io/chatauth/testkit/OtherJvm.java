package io.chatauth.testkit;

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
import org.jspecify.annotations.Nullable;

/**
 * A program in another JVM, with this one's class path, and the lines it said: for tests of stores that several processes share,
 * and that must survive the death of one. Run it from a module's folder, as Surefire does. Not safe for use by many threads.
 */
public final class OtherJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final Writer in;
    private final List<String> lines = new ArrayList<>();

    /**
     * Starts a program.
     *
     * @param main the class whose {@code main} runs; it talks by standard input and output, a line each
     * @param args its arguments
     * @throws IOException if it can't be started
     */
    public OtherJvm(Class<?> main, String... args) throws IOException {
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
                main.getName()));
        command.addAll(List.of(args));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = process.inputReader(StandardCharsets.UTF_8);
        in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /**
     * Reads until a line is as wanted, or the program has ended.
     *
     * @param wanted tells the line
     * @return whether it came
     * @throws IOException if nothing can be read
     */
    public boolean readUntil(Predicate<String> wanted) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (wanted.test(line)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Writes a line to the program.
     *
     * @param line the line
     * @throws IOException if it is not there any more
     */
    public void tell(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    /**
     * Reads one line.
     *
     * @return the line; null if the program has ended
     * @throws IOException if nothing can be read
     */
    public @Nullable String answer() throws IOException {
        return out.readLine();
    }

    /**
     * Kills the program (SIGKILL), and reads what it had said before. A line that was cut is no acknowledgement.
     *
     * @return all its lines so far
     * @throws IOException if nothing can be read
     * @throws InterruptedException if this thread is interrupted
     */
    public List<String> kill() throws IOException, InterruptedException {
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

    /**
     * Gives what was read by {@link #readUntil} and {@link #kill}.
     *
     * @return the lines so far
     */
    public List<String> lines() {
        return lines;
    }

    /**
     * Sends a signal to the program.
     *
     * @param signal its name, such as {@code STOP}
     * @throws IOException if there is no program to send it with, or it refuses
     * @throws InterruptedException if this thread is interrupted
     */
    public void signal(String signal) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("kill -" + signal + " ended with " + status);
        }
    }

    /** Ends the program, however far it is. */
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
