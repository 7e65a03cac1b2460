package io.chatauth.samples.cardactivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatauth.samples.stage.Phone;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first code is compiled and run as it stands there, against a sandbox. */
class ReadmeSampleTest {
    private static final Path README = Path.of("..", "..", "README.md");
    private static final Pattern BLOCK =
            Pattern.compile("<!-- sample: first-code -->\\s*```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("class (\\w+)");
    private static final String NUMBER = "441134960001";
    private static final int LINES = 15;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void theSampleIsShort() throws IOException {
        assertTrue(
                sample().lines().filter(line -> !line.isBlank()).count() <= LINES, ReadmeSampleTest::sampleOrNothing);
    }

    @Test
    void theSampleCompilesAndTheRightCodeIsWelcome() throws Exception {
        String name = compile();
        try (LocalService service = LocalService.start(0, 0)) {
            service.registerTemplates();
            Process process = run(name, service);
            try {
                String code = Story.code(firstMessage(new Phone(service.sandboxUri()), process));
                process.getOutputStream().write((code + "\n").getBytes(StandardCharsets.US_ASCII));
                process.getOutputStream().close();
                assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the sample does not end");
                String printed = Files.readString(folder.resolve("printed"));
                assertEquals(0, process.exitValue(), printed);
                assertTrue(printed.contains("Welcome"), printed);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private String compile() throws IOException {
        String sample = sample();
        Matcher name = CLASS.matcher(sample);
        assertTrue(name.find(), sample);
        Path source = Files.writeString(folder.resolve(name.group(1) + ".java"), sample);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            problems,
                            files,
                            null,
                            List.of("-proc:none", "-cp", classPath(), "-d", folder.toString()),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            assertTrue(compiled, problems::toString);
        }
        return name.group(1);
    }

    private Process run(String name, LocalService service) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + System.getProperty("path.separator") + classPath(),
                        "-Dchatauth.base-url=" + service.sandboxUri(),
                        "-Dchatauth.api-key=" + LocalService.API_KEY,
                        name)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile())
                .start();
    }

    private Phone.Shown firstMessage(Phone phone, Process process) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            List<Phone.Shown> messages = phone.all(NUMBER);
            if (!messages.isEmpty()) {
                return messages.get(0);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("no message came: " + Files.readString(folder.resolve("printed")));
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String sample() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(README));
        assertTrue(block.find(), "README.md has no java block after <!-- sample: first-code -->");
        return block.group(1);
    }

    private static String sampleOrNothing() {
        try {
            return sample();
        } catch (IOException e) {
            return "";
        }
    }
}
