package io.chatauth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Golden files of JSON: what a request looks like, or an answer. They stand in the folder {@code golden} of the test
 * resources, written for readers; white space between tokens does not count, the order of the fields does. With the system
 * property {@code chatauth.golden.write} set to {@code true} what differs is written to {@code src/test/resources/golden}
 * instead, to be read before it is committed. Immutable.
 */
public final class Golden {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Class<?> test;

    private Golden(Class<?> test) {
        this.test = Objects.requireNonNull(test, "test");
    }

    /**
     * Gives the golden files that stand beside a test.
     *
     * @param test the test
     * @return its golden files
     */
    public static Golden of(Class<?> test) {
        return new Golden(test);
    }

    /**
     * Tells whether there is such a file.
     *
     * @param name its name below {@code golden}
     * @return true if there is
     */
    public boolean exists(String name) {
        return test.getResource("/golden/" + name) != null;
    }

    /**
     * Reads a file.
     *
     * @param name its name below {@code golden}
     * @return its JSON without white space between tokens
     * @throws IllegalArgumentException if there is no such file
     */
    public String text(String name) {
        try (InputStream in = test.getResourceAsStream("/golden/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no golden file " + name
                        + "; write it by running this test with -Dchatauth.golden.write=true");
            }
            return compact(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @param name its name below {@code golden}
     * @return its JSON without white space between tokens, in UTF-8
     * @throws IllegalArgumentException if there is no such file
     */
    public byte[] bytes(String name) {
        return text(name).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Checks a text against a file, or writes the file.
     *
     * @param name its name below {@code golden}
     * @param actual the JSON
     * @throws AssertionError if they differ
     * @throws IllegalArgumentException if there is no such file
     */
    public void assertSame(String name, String actual) {
        if (Boolean.getBoolean("chatauth.golden.write")) {
            if (!exists(name) || !text(name).equals(compact(actual))) {
                write(name, actual);
            }
            return;
        }
        assertEquals(
                text(name),
                compact(actual),
                () -> "it is not golden/" + name + "; if it shall be, run this test with"
                        + " -Dchatauth.golden.write=true and read what it wrote");
    }

    private static void write(String name, String json) {
        Path file = Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "golden")
                .resolve(name);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            boolean isJson = Spoiled.isJson(json.getBytes(StandardCharsets.UTF_8));
            Files.writeString(
                    file,
                    isJson
                            ? JSON.writer(printer).writeValueAsString(JSON.readTree(json)) + System.lineSeparator()
                            : json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String compact(String json) {
        StringBuilder out = new StringBuilder(json.length());
        boolean inText = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inText && c == '\\') {
                out.append(c).append(json.charAt(++i));
                continue;
            }
            inText ^= c == '"';
            if (inText || !Character.isWhitespace(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
